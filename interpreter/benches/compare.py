#!/usr/bin/env python3
"""Processor time of the programs beside this file, in Stillframe and in CPython 3.11, in one run.

usage: interpreter/benches/compare.py [--python PYTHON] [--stillframe PROGRAM] [--runs N] [NAME …]

Build first: `cargo build --release`. Each program runs N times in both, in turn, after one run that does not count; the least
time of each is taken, so that other work on the machine matters little. The ratio is Stillframe's time over CPython's; both
include starting up. The last line is the geometric mean.
"""

import argparse
import math
import pathlib
import resource
import shutil
import subprocess

HERE = pathlib.Path(__file__).resolve().parent
ROOT = HERE.parent.parent


def main():
    options = arguments()
    programs = [program for program in sorted(HERE.glob("programs/*.py")) if not options.names or program.stem in options.names]
    print(f"{'program':30} {'stillframe':>10} {'cpython':>10} {'ratio':>6}")
    ratios = []
    for program in programs:
        ours, theirs = compare(program, options)
        ratios.append(ours / theirs)
        print(f"{program.stem:30} {ours:9.3f}s {theirs:9.3f}s {ratios[-1]:6.2f}", flush=True)
    print(f"{'geometric mean':30} {'':10} {'':10} {math.exp(sum(map(math.log, ratios)) / len(ratios)):6.2f}")


def arguments():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--python", default=quickest_python())
    parser.add_argument("--stillframe", default=str(ROOT / "target/release/stillframe"))
    parser.add_argument("--runs", type=int, default=5)
    parser.add_argument("names", nargs="*")
    return parser.parse_args()


def quickest_python():
    """Debian's is built with optimisations; others often are not."""
    return "/usr/bin/python3.11" if pathlib.Path("/usr/bin/python3.11").exists() else shutil.which("python3.11") or "python3"


def compare(program, options):
    ours, theirs, outputs = [], [], set()
    for run in range(options.runs + 1):
        for times, command in (ours, [options.stillframe, "run", "--unlimited"]), (theirs, [options.python]):
            seconds, output = processor_time([*command, str(program)])
            outputs.add(output)
            if run:
                times.append(seconds)
    if len(outputs) != 1:
        raise SystemExit(f"{program.name}: the outputs differ: {outputs}")
    return min(ours), min(theirs)


def processor_time(command):
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    output = subprocess.run(command, check=True, capture_output=True).stdout
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime, output


if __name__ == "__main__":
    main()
