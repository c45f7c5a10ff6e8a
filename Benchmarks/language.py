"""The language against its peers: each script of language/ beside the same work in Python, and in elvish where there is one.

A script's first line is `# what it does | the largest ratio | timed`; with `timed` it prints the seconds that count, without what it prepares.
"""
import glob, json, os, shutil, statistics, subprocess, tempfile, time

FOLDER = os.path.join(os.path.dirname(os.path.abspath(__file__)), "language")


def seconds(command, is_timed, environment):
    start = time.perf_counter()
    done = subprocess.run(command, check=True, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, text=True, env=environment)
    spent = time.perf_counter() - start
    return float(done.stdout) if is_timed else spent


def inputs(folder):
    """The files that some scripts read: 20 MB of JSON and a million lines."""
    lines, text = os.path.join(folder, "lines.txt"), os.path.join(folder, "rows.json")
    with open(lines, "w") as file:
        file.writelines(f"2024-01-01 12:00:00 INFO user{i} did something of length {i % 97}\n" for i in range(1000000))
    rows = [{"Id": i, "Name": f"name {i}", "Ratio": i / 7, "Active": i % 2 == 0, "Tags": ["a", f"t{i % 10}"]} for i in range(200000)]
    with open(text, "w") as file:
        json.dump(rows, file)
    return {**os.environ, "BENCH_LINES": lines, "BENCH_JSON": text}


def measure(bulkhead, runs=5):
    folder = tempfile.mkdtemp(prefix="bulkhead-bench-")
    try:
        environment = inputs(folder)
        for script in sorted(glob.glob(os.path.join(FOLDER, "*.ps1"))):
            title, bound, *rest = [part.strip(" #\n") for part in open(script).readline().split("|")]
            base, is_timed = script[:-4], bool(rest)
            ours = [bulkhead, "-NoProfile", "-File", script]
            pairs = [(seconds(ours, is_timed, environment), seconds(["python3", base + ".py"], is_timed, environment)) for _ in range(runs)]
            a, b = (statistics.median(column) for column in zip(*pairs))
            ratio = statistics.median(x / y for x, y in pairs)
            print(f"{title:52s} {a * 1000:8.0f} ms   python3 {b * 1000:8.0f} ms   ratio {ratio:5.2f}   (at most {bound})", flush=True)
            if os.path.exists(base + ".elv"):
                if shutil.which("elvish"):
                    peer = seconds(["elvish", base + ".elv"], False, environment)
                    print(f"{'':52s} {'':11s}   elvish  {peer * 1000:8.0f} ms   {peer / a:.0f} times slower", flush=True)
                else:
                    print(f"{'':67s} elvish is missing: apt-get install elvish", flush=True)
    finally:
        shutil.rmtree(folder, ignore_errors=True)
