"""Runs programs under CPython: many in forks of one process, so that it begins and imports but once.

`Cpython` starts this very file as that process. Each fork runs one program and ends as `python3 main.py` ends, the teardown of the
interpreter included.
"""

import contextlib  # noqa: F401  (what programs import is there already as a fork begins)
import inspect  # noqa: F401
import os
import pathlib
import re
import signal
import subprocess
import sys
import traceback  # noqa: F401
import types  # noqa: F401

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent.parent / "cpython"))

import account
import orders
import record
import virtual_time

SECONDS = 20
MOST_EVENTS = 6000


class Ran:
    """What a run left: texts, with addresses and the library's frames left out, and the exit status."""

    def __init__(self, out, err, status, events=()):
        self.out, self.err = cleaned(out), cleaned(err)
        self.status = status
        self.events = events


def cleaned(text):
    # A callback of the library's may have another name; what it is bound to is shortened, brackets and all.
    return re.sub(r"cb=\[(?:[^][]|\[[^][]*\])*\](?:>\)\(\) at [^]]*\])?", "cb=[…]", record.without_library(record.without_addresses(text)))


class Cpython:
    """A process that runs one program after the other."""

    def __init__(self):
        self.process = subprocess.Popen(
            [sys.executable, __file__],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
            bufsize=1,
            env={**os.environ, "PYTHONDONTWRITEBYTECODE": "1"},
        )

    def run(self, folder):
        """Runs `main.py` in that folder, traced. The events are an account's (`account.py`)."""
        self.process.stdin.write(f"{folder}\n")
        status = int(self.process.stdout.readline())
        account = folder / "account"
        events = account.read_text().splitlines() if account.exists() else []
        return Ran((folder / "out").read_text(), (folder / "err").read_text(), status, events)

    def end(self):
        self.process.stdin.close()
        self.process.wait()


def run_plain(folder):
    """Runs `main.py` as everybody does."""
    done = subprocess.run(
        [sys.executable, "main.py"],
        cwd=folder,
        capture_output=True,
        text=True,
        timeout=SECONDS,
        check=False,
        env={**os.environ, "PYTHONDONTWRITEBYTECODE": "1"},
    )
    # Warnings name the file by its whole path there.
    return Ran(done.stdout, done.stderr.replace(f"{folder.resolve()}/", ""), done.returncode)


def serve():
    """For every folder on standard input, runs its program and answers the exit status."""
    for folder in sys.stdin:
        child = os.fork()
        if child == 0:
            return run(folder.rstrip("\n"))
        _, how = os.waitpid(child, 0)
        print(os.waitstatus_to_exitcode(how), flush=True)
    return 0


def run(folder):
    signal.alarm(SECONDS)
    os.chdir(folder)
    for number, name in [(1, "out"), (2, "err")]:
        os.dup2(os.open(name, os.O_WRONLY | os.O_CREAT | os.O_TRUNC), number)
    sys.argv = ["main.py"]
    virtual_time.begin()
    orders.begin()
    account.MOST_EVENTS = MOST_EVENTS
    listener = account.Account("main.py")
    status = account.run(account.compile_or_exit(pathlib.Path("main.py").read_text(), "main.py", 0), listener)
    pathlib.Path("account").write_text("".join(event + "\n" for event in listener.events))
    return status


if __name__ == "__main__":
    sys.exit(serve())
