s = i = 0
while i < 5000000:
    s = (s + i) % 1000003
    i += 1
print(s)
