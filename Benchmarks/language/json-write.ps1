# ConvertTo-Json of 20 MB | 4 | timed
$rows = ConvertFrom-Json (Get-Content -Raw $env:BENCH_JSON)
$clock = [System.Diagnostics.Stopwatch]::StartNew()
$text = ConvertTo-Json $rows -Depth 5
$clock.Elapsed.TotalSeconds
