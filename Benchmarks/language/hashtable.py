table = {}
for i in range(500000):
    table[f"key{i}"] = i
total = 0
for i in range(500000):
    total += table[f"key{i}"] % 7
print(len(table), total)
