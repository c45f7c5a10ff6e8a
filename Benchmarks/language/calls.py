def add(a, b, c):
    return a + b + c


s = 0
for i in range(300000):
    s = add(i, 1, 2)
print(s)
