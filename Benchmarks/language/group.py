import time


class Row:
    def __init__(self, id, name):
        self.id, self.name = id, name


rows = [Row(i, f"n{i % 1000}") for i in range(500000)]
start = time.perf_counter()
groups = {}
for row in rows:
    groups.setdefault(row.name, []).append(row)
ordered = sorted(groups.items())
print(time.perf_counter() - start)
