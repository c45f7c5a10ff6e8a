import operator, time


class Row:
    def __init__(self, id, name):
        self.id, self.name = id, name


rows = [Row(i * 7919 % 500009, f"n{i}") for i in range(500000)]
start = time.perf_counter()
ordered = sorted(rows, key=operator.attrgetter("id"))
print(time.perf_counter() - start)
