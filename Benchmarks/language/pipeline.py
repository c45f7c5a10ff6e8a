print(sum(y * 2 for y in (x for x in range(1, 1000001) if x % 2 == 0)))
