# a string of 500,000 pieces | 3
$text = ''
for ($i = 0; $i -lt 500000; $i++) { $text += "piece $i;" }
$text.Length
