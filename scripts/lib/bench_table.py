"""Prints one table of the result lines in benchmark outputs; the exit code is 1 when a target was missed.

A result line is `NAME  FIGURES  target RULE  met|MISSED|printed`: the name ends at two spaces; the value is the number after `ratio`, or
else the last number before `target`, with its unit.
"""
import re
import sys

RESULT = re.compile(r"^(?P<name>\S.*?)\s{2,}(?P<figures>.*?)\s+target\s+(?P<target>.*?)\s+(?P<verdict>met|ok|MISSED|miss|printed)\s*$")
RATIO = re.compile(r"ratio\s+([0-9.]+)")
NUMBER = re.compile(r"[0-9][0-9.,]*(?:\s*(?:MiB|MB|ms|s|/s)\b)?")


def value_of(figures):
    ratio = RATIO.search(figures)
    if ratio:
        return ratio.group(1)
    numbers = NUMBER.findall(figures)
    return numbers[-1] if numbers else "?"


def main(paths):
    rows = [("name", "value", "target", "")]
    missed = False
    for path in paths:
        try:
            with open(path, encoding="utf-8") as lines:
                found = [match for match in map(RESULT.match, lines) if match]
        except FileNotFoundError:
            found = []
        for match in found:
            verdict = {"met": "ok", "MISSED": "miss"}.get(match["verdict"], match["verdict"])
            verdict = "" if verdict == "printed" else verdict
            missed |= verdict == "miss"
            rows.append((match["name"], value_of(match["figures"]), match["target"].replace("none", "-"), verdict))
    widths = [max(len(row[column]) for row in rows) for column in range(4)]
    for row in rows:
        print("  ".join(cell.ljust(width) for cell, width in zip(row, widths)).rstrip())
    return 1 if missed else 0


sys.exit(main(sys.argv[1:]))
