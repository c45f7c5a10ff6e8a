# 300,000 calls of a function with three parameters | 5
function Add([int]$a, [int]$b, [int]$c) { $a + $b + $c }
$s = 0
for ($i = 0; $i -lt 300000; $i++) { $s = Add $i 1 2 }
$s
