#!/usr/bin/env python3
"""Holds random programs to CPython 3.11: each is run by this python3 and by a `stillframe` binary, and must say the same.

usage: compare.py [--family frames|tasks|objects] [--seeds FROM..TO] [--stillframe BINARY] [--jobs N] [--keep FOLDER] [--minimise] [--known FILE]

Compared are standard output, standard error and exit status, and the events: CPython's own account (`../cpython/account.py`)
with `stillframe trace --steps`. Programs that differ are kept in FOLDER (a temporary one, named in the report, unless it is
given) as SEED.py; with --minimise they lose all statements that the difference does not need. TO is not included.
The exit status says whether all agreed, those aside that FILE lists, a family and a seed a line; one of these that agrees is to be
taken off the list.
"""

import argparse
import concurrent.futures
import pathlib
import queue
import re
import subprocess
import sys
import tempfile

import cpython
import ours
from cpython import Cpython
from generate import AUTHORS, generate
from minimise import minimised

ROOT = pathlib.Path(__file__).resolve().parents[3]
MOST_REPORTS = 20
DEADLOCK = re.compile("nothing is ready.* and no timer is set")
# What asyncio says of tasks nobody has asked: in which order is chance, and its tracebacks are of the library's frames in part.
COMPLAINTS = ("Task ", "Future ", "future: ", "task: ", "main.py", "sys:", "Exception ignored")


def main():
    if sys.implementation.name != "cpython" or sys.version_info[:2] != (3, 11):
        sys.exit(f"compare.py: run it with CPython 3.11; this is {sys.implementation.name} {sys.version.split()[0]}")
    options = read_options()
    options.keep.mkdir(parents=True, exist_ok=True)
    known = read_known(options)
    differing, known_differing = 0, 0
    judges = queue.SimpleQueue()
    for _ in range(options.jobs):
        judges.put(Judge(options))
    with concurrent.futures.ThreadPoolExecutor(options.jobs) as pool:
        for seed, difference in zip(options.seeds, pool.map(lambda seed: judged(judges, seed), options.seeds)):
            if seed in known:
                known_differing += difference is not None
                difference = None if difference else "known to differ, and agrees: take it off the list"
            if difference is None:
                continue
            differing += 1
            if differing <= MOST_REPORTS:
                print(f"{options.family} {seed}: {difference}\n", flush=True)
    print(
        f"{len(options.seeds)} programs, {known_differing} known to differ, {differing} more"
        + (f"; they are kept in {options.keep}" if differing else "")
    )
    return 1 if differing else 0


def read_options():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--family", choices=AUTHORS, default="frames")
    parser.add_argument("--seeds", type=seeds, default=range(200), metavar="FROM..TO")
    parser.add_argument("--stillframe", type=pathlib.Path, default=ROOT / "target/debug/stillframe", metavar="BINARY")
    parser.add_argument("--jobs", type=int, default=2)
    parser.add_argument("--keep", type=pathlib.Path, default=None, metavar="FOLDER")
    parser.add_argument("--minimise", action="store_true")
    parser.add_argument("--known", type=pathlib.Path, default=None, metavar="FILE")
    options = parser.parse_args()
    if not options.stillframe.exists():
        parser.error(f"there is no {options.stillframe}: build it (cargo build), or name one with --stillframe")
    options.keep = options.keep or pathlib.Path(tempfile.mkdtemp(prefix="stillframe-random-"))
    return options


def read_known(options):
    """The seeds of this family that are listed."""
    if options.known is None:
        return set()
    lines = (line.partition("#")[0].split() for line in options.known.read_text().splitlines())
    return {int(words[1]) for words in lines if words and words[0] == options.family}


def seeds(text):
    first, _, end = text.partition("..")
    return range(int(first), int(end or int(first) + 1))


def judged(judges, seed):
    judge = judges.get()
    try:
        return judge.judge(seed)
    finally:
        judges.put(judge)


class Judge:
    """Runs programs on both sides, one at a time."""

    def __init__(self, options):
        self.options = options
        self.stillframe = str(options.stillframe.resolve())
        self.cpython = Cpython()

    def judge(self, seed):
        """One program's difference, or None; a program that differs is kept."""
        source = generate(self.options.family, seed)
        on_real_time = self.options.family != "tasks"
        difference = self.compare(source, confirm=on_real_time)
        if difference is None:
            return None
        if self.options.minimise:
            source = minimised(source, lambda smaller: kind(self.compare(smaller, confirm=False)) == kind(difference))
            difference = self.compare(source, confirm=False) or difference
        (self.options.keep / f"{seed}.py").write_text(source)
        return difference

    def compare(self, source, confirm=True):
        """What first differs, as a text; None if nothing does. A difference in output is confirmed by a plain `python3`."""
        with tempfile.TemporaryDirectory() as name:
            folder = pathlib.Path(name)
            (folder / "main.py").write_text(source)
            try:
                theirs, here = self.cpython.run(folder), ours.run(self.stillframe, folder)
                if is_deadlock(theirs, here):
                    return None
                if self.options.family == "tasks":
                    theirs.err, here.err = complaints(theirs.err), complaints(here.err)
                difference = difference_said(theirs, here)
                if difference:
                    agreed = not confirm or difference_said(theirs, cpython.run_plain(folder)) is None
                    return difference if agreed else None
                return difference_told(theirs.events, ours.events(self.stillframe, folder))
            except subprocess.TimeoutExpired as late:
                return f"time, more than {late.timeout} s: {late.cmd}"


def kind(difference):
    """What differs, without where."""
    if difference is None:
        return None
    lines = difference.splitlines()
    return [re.sub(r"[0-9]+|\|.*", "", line) for line in [lines[0], *lines[-2:]]]


def complaints(err):
    return "".join(sorted(line for line in err.splitlines(keepends=True) if line.startswith(COMPLAINTS)))


def is_deadlock(theirs, here):
    """A loop that would wait for ever: `virtual_time.py` raises there, and the interpreter ends the run."""
    return DEADLOCK.search(theirs.out + theirs.err) and DEADLOCK.search(here.err) and theirs.out.startswith(here.out)


def difference_said(theirs, here):
    return (
        first_difference("standard output", theirs.out.split("\n"), here.out.split("\n"))
        or first_difference("standard error", theirs.err.split("\n"), here.err.split("\n"))
        or (None if theirs.status == here.status else f"exit status, CPython {theirs.status}, here {here.status}")
    )


def difference_told(theirs, here):
    if theirs and theirs[-1] == "truncated":
        theirs = theirs[:-1]
        here = here[: len(theirs)]
    return first_difference("events", theirs, here)


def first_difference(what, theirs, here):
    for at, (one, other) in enumerate(zip([*theirs, "(the end)"], [*here, "(the end)"])):
        if one != other:
            before = "".join(f"\n  both     {line}" for line in theirs[max(0, at - 3) : at])
            return f"{what}, line {at + 1}{before}\n  CPython  {one}\n  here     {other}"
    return None


if __name__ == "__main__":
    sys.exit(main())
