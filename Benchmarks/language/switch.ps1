# switch -Regex -File over 1 million lines | 3
$count = 0
switch -Regex -File $env:BENCH_LINES { 'user(\d+)7 ' { $count++ } }
$count
