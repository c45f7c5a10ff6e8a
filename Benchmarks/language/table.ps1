# 100,000 objects with four properties as a table | 6
foreach ($i in 1..100000) { [pscustomobject]@{ Id = $i; Name = "name$i"; Size = $i * 3; State = 'Running' } }
