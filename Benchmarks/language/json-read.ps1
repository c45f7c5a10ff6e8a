# ConvertFrom-Json of 20 MB | 4 | timed
$text = Get-Content -Raw $env:BENCH_JSON
$clock = [System.Diagnostics.Stopwatch]::StartNew()
$rows = ConvertFrom-Json $text
$clock.Elapsed.TotalSeconds
