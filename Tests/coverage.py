#!/usr/bin/env python3
"""Prints the line coverage of each target, of the JSON that `swift test --enable-code-coverage` writes.

    coverage.py [--files TARGET] JSON

With --files each file of a target is listed instead, those with the most lines that no test reaches first.
"""
import argparse
import json
import sys


def main():
    parser = argparse.ArgumentParser(description="Prints the line coverage of each target.")
    parser.add_argument("--files", metavar="TARGET", help="the files of a target instead")
    parser.add_argument("json")
    options = parser.parse_args()
    try:
        with open(options.json, encoding="utf-8") as file:
            files = json.load(file)["data"][0]["files"]
    except (OSError, ValueError, KeyError, IndexError) as error:
        sys.exit(f"coverage.py: '{options.json}' is no report of llvm-cov export: {error!r}. `make coverage` writes one.")

    rows = {}
    for file in files:
        _, found, path = file["filename"].rpartition("/Sources/")
        if not found:
            continue
        target, _, name = path.partition("/")
        if options.files and target != options.files:
            continue
        row = rows.setdefault(name if options.files else target, [0, 0])
        lines = file["summary"]["lines"]
        row[0] += lines["count"]
        row[1] += lines["covered"]
    if not rows:
        sys.exit(f"coverage.py: '{options.json}' has no file of {options.files or 'Sources'}.")

    def line(name, count, covered):
        print(f"{name:<{width}}{count:>9}{covered:>9}{100 * covered / count if count else 100:>8.1f} %")

    width = max(map(len, rows)) + 2
    print(f"{'file' if options.files else 'target':<{width}}{'lines':>9}{'covered':>9}")
    for name, (count, covered) in sorted(rows.items(), key=lambda row: row[1][1] - row[1][0] if options.files else row[0]):
        line(name, count, covered)
    line("all", *map(sum, zip(*rows.values())))


if __name__ == "__main__":
    main()
