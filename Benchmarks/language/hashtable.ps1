# a hashtable of 500,000 keys, filled and read | 3
$table = @{}
for ($i = 0; $i -lt 500000; $i++) { $table["key$i"] = $i }
$sum = 0
for ($i = 0; $i -lt 500000; $i++) { $sum += $table["key$i"] % 7 }
"$($table.Count) $sum"
