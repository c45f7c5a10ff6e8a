# Get-Content and -match over 1 million lines | 3
(Get-Content $env:BENCH_LINES | Where-Object { $_ -match 'user(\d+)7 ' } | Measure-Object).Count
