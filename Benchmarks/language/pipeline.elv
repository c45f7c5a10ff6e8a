var sum = (num 0)
range 1 1000001 | each {|x| if (== 0 (% $x 2)) { put $x } } | each {|x| put (* $x 2) } | each {|x| set sum = (+ $sum $x) }
echo $sum
