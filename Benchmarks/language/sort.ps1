# Sort-Object of 500,000 objects by a property | 3 | timed
$rows = foreach ($i in 0..499999) { [pscustomobject]@{ Id = ($i * 7919) % 500009; Name = "n$i" } }
$clock = [System.Diagnostics.Stopwatch]::StartNew()
$sorted = $rows | Sort-Object Id
$clock.Elapsed.TotalSeconds
