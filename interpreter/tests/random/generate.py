#!/usr/bin/env python3
"""Writes a random program to standard output.

usage: generate.py frames|tasks|objects SEED

The same seed writes the same program. `frames` are programs about generators and coroutines driven by hand (`frames.py`),
`tasks` such about asyncio (`tasks.py`), `objects` such about special methods (`objects.py`). `compare.py` runs many of them.
"""

import sys

from frames import Frames
from objects import Objects
from tasks import Tasks

AUTHORS = {"frames": Frames, "tasks": Tasks, "objects": Objects}


def generate(family, seed):
    return AUTHORS[family](seed).program()


def main(arguments):
    if len(arguments) != 2 or arguments[0] not in AUTHORS or not arguments[1].isdecimal():
        sys.exit(__doc__)
    print(generate(arguments[0], int(arguments[1])), end="")


if __name__ == "__main__":
    main(sys.argv[1:])
