import json, os, time

text = open(os.environ["BENCH_JSON"]).read()
start = time.perf_counter()
rows = json.loads(text)
print(time.perf_counter() - start)
