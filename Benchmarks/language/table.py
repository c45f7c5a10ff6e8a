class Row:
    def __init__(self, id, name, size, state):
        self.id, self.name, self.size, self.state = id, name, size, state


print(f"{'Id':>6} {'Name':<10} {'Size':>8} State")
for i in range(1, 100001):
    row = Row(i, f"name{i}", i * 3, "Running")
    print(f"{row.id:>6} {row.name:<10} {row.size:>8} {row.state}")
