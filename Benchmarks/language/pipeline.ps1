# 1 million objects through three commands | 4
(1..1000000 | Where-Object { $_ % 2 -eq 0 } | ForEach-Object { $_ * 2 } | Measure-Object -Sum).Sum
