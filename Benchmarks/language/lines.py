import os, re

pattern = re.compile(r"user(\d+)7 ")
count = 0
for line in open(os.environ["BENCH_LINES"]):
    if pattern.search(line):
        count += 1
print(count)
