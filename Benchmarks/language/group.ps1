# Group-Object of 500,000 objects by a property | 3 | timed
$rows = foreach ($i in 0..499999) { [pscustomobject]@{ Id = $i; Name = "n$($i % 1000)" } }
$clock = [System.Diagnostics.Stopwatch]::StartNew()
$groups = $rows | Group-Object Name
$clock.Elapsed.TotalSeconds
