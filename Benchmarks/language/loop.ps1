# 5 million turns of a loop of integers | 0.5
$s = 0
for ($i = 0; $i -lt 5000000; $i++) { $s = ($s + $i) % 1000003 }
$s
