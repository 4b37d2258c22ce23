#!/usr/bin/env python3
"""Records what CPython 3.11 makes of the examples, of the programs of the course, and of the corpus of programs.

usage: record.py [--check] [PART-OF-A-PATH …]

Beside `tests/programs/<topic>/x.py`, which reads `x.in` if there is one, it writes what is there of
    x.out      standard output, always
    x.err      standard error, its lines about frames of CPython's library left out, addresses of objects as 0x…
    x.status   the exit status where it is not 0
    x.account  CPython's own account of the program (`account.py` tells its form)
and for `examples/<name>/program.py` the same as `examples/<name>/output.txt` and `tests/examples/<name>.account`; so for `lessons/<name>` and
`lessons/misconceptions/<name>`, with their accounts in `tests/lessons` and `tests/misconceptions`, and for `pairs/<name>` in `tests/pairs`.

A program that reads a clock is recorded on virtual clocks (`virtual_time.py`), every other one under plain `python3`, and there the two
must say the same, with different seeds for hashes: what a program prints must not depend on chance.
A session of the REPL (its first line begins with `>>>`) is fed to `python3 -i` and has standard output alone.
Programs of the topic `top_level_await` may await at top level: they run as `account.py --top-level-await` runs them, sessions as
`python3 -m asyncio` does.

With --check nothing is written: the exit status says whether all is as recorded. With parts of paths, only those programs. Programs that
sleep are checked on virtual clocks alone: on a busy machine a short sleep takes long, and what wakes first would depend on that.
"""

import concurrent.futures
import os
import pathlib
import re
import signal
import subprocess
import sys
import tempfile

HERE = pathlib.Path(__file__).resolve().parent
TESTS = HERE.parent
ROOT = TESTS.parent.parent
READS_A_CLOCK = re.compile(r"\btime\(|\bperf_counter|\bmonotonic|\bnow\(|\btoday\(|localtime|gmtime|strftime|time_ns|unittest|timeit|uuid1")
SLEEPS = re.compile(r"\bsleep\(|\bcall_(later|at)\(|\btimeout\(|\bwait_for\(")
AWAITING = "top_level_await"
SECONDS = 60


def main(arguments):
    if sys.implementation.name != "cpython" or sys.version_info[:2] != (3, 11):
        sys.exit(f"record.py: run it with CPython 3.11; this is {sys.implementation.name} {sys.version.split()[0]}")
    # A caller that ignores it hands that on, and programs can ask.
    signal.signal(signal.SIGHUP, signal.SIG_DFL)
    check = "--check" in arguments
    parts = [part for part in arguments if part != "--check"]
    programs = [program for program in all_programs() if not parts or any(part in str(program) for part in parts)]
    if not programs:
        sys.exit("record.py: no program has that in its path")
    with concurrent.futures.ThreadPoolExecutor(os.cpu_count()) as pool:
        complaints = [complaint for found in pool.map(lambda program: record(program, check), programs) for complaint in found]
    for complaint in complaints:
        print(complaint)
    print(f"{len(programs)} programs, {len(complaints)} complaints")
    return 1 if complaints else 0


def all_programs():
    shown = [
        program for folder in ("examples", "lessons", "lessons/misconceptions", "pairs") for program in (ROOT / folder).glob("*/program.py")
    ]
    return sorted(shown) + sorted((TESTS / "programs").glob("*/*.py"))


def record(program, check):
    """Writes or checks the files of one program; returns what is to be complained about."""
    try:
        recorded = run(program, check)
    except Unfit as unfit:
        return [f"{program}: {unfit}"]
    complaints = []
    for file, text in files(program, recorded).items():
        before = file.read_text() if file.exists() else None
        if before == text:
            continue
        if check:
            complaints.append(f"{file}: {difference(before, text)}")
        elif text is None:
            file.unlink()
        else:
            file.parent.mkdir(exist_ok=True)
            file.write_text(text)
    return complaints


class Unfit(Exception):
    """The program can't be recorded; the message says why."""


class Recorded:
    def __init__(self, out, err, status, account):
        self.out, self.err, self.status, self.account = out, err, status, account


# Programs whose account would tell a lie: functions in an executor run in threads, which `sys.settrace` does not trace.
UNACCOUNTED = {"asyncio/executor.py"}
# Programs that would say another thing where they are traced, and have no account: they show how deep calls are nested, what the
# interpreter keeps of the last exception, or the names of classes that the virtual clock replaces.
UNTRACED = {
    "datetime/operations_refused.py",
    "exceptions/hook_sees_last.py",
    "functions/depth_as_counted.py",
    "functions/recursion_error_says_where.py",
    "generators/too_deep_to_go_on.py",
}


def run(program, check):
    source = program.read_text()
    awaits = program.parent.name == AWAITING
    given = program.with_suffix(".in")
    typed = given.read_text() if given.exists() else ""
    with tempfile.TemporaryDirectory() as folder:
        pathlib.Path(folder, "main.py").write_text(source)
        if source.startswith(">>>"):
            interpreter = ["-m", "asyncio"] if awaits else ["-i", "-q"]
            out, _, _ = python(folder, interpreter, statements(source), "0")
            return Recorded(without_prompts(out) if awaits else out, "", 0, None)
        if "/".join(program.parts[-2:]) in UNTRACED:
            return Recorded(*python(folder, ["main.py"], typed, "0"), None)
        choice = ["--top-level-await"] if awaits else []
        on_virtual_time = python(folder, [str(HERE / "account.py"), *choice, "main.py", "account"], typed, "1")
        if awaits or READS_A_CLOCK.search(source) or (check and SLEEPS.search(source)):
            out, err, status = on_virtual_time
        else:
            out, err, status = python(folder, ["main.py"], typed, "0")
            if (out, err, status) != on_virtual_time:
                raise Unfit(
                    "says one thing under plain python3 and another under account.py\n"
                    + difference(out + err, on_virtual_time[0] + on_virtual_time[1])
                )
        account = pathlib.Path(folder, "account")
        accounted = account.exists() and "/".join(program.parts[-2:]) not in UNACCOUNTED
        return Recorded(out, err, status, account.read_text() if accounted else None)


def python(folder, arguments, text, hash_seed):
    """Runs CPython in that folder; returns its standard output and error, cleaned, and its exit status."""
    done = subprocess.run(
        [sys.executable, *arguments],
        cwd=folder,
        input=text,
        capture_output=True,
        text=True,
        timeout=SECONDS,
        check=False,
        env={**os.environ, "PYTHONHASHSEED": hash_seed, "PYTHONDONTWRITEBYTECODE": "1"},
    )
    out, err = [without_addresses(text).replace(folder + "/", "") for text in (done.stdout, done.stderr)]
    return out, without_library(err), done.returncode


def without_addresses(text):
    return re.sub(r"\b0x[0-9a-f]{6,}", "0x…", text)


def without_library(err):
    """Leaves out the entries of a traceback that are not of the program's."""
    kept, of_program = [], True
    for line in err.splitlines(keepends=True):
        if line.startswith('  File "'):
            of_program = line.startswith('  File "main.py"') or "/main.py\"" in line
        elif not line.startswith("    "):
            of_program = True
        if of_program:
            kept.append(line)
    return "".join(kept)


def without_prompts(out):
    """`python -m asyncio` writes its prompts where its programs write."""
    return re.sub(r"^(>>> |\.\.\. )+", "", out, flags=re.MULTILINE)


def statements(session):
    """What was typed in a pasted session, each statement ended as the REPL wants it."""
    typed = []
    for line in session.splitlines():
        if line.startswith(">>>"):
            typed += ["", line[4:]]
        elif line.startswith("..."):
            typed.append(line[4:])
    return "\n".join(typed) + "\n\n"


def files(program, recorded):
    """The files beside a program, and what is to stand in each: None where it is not to be."""
    if program.name == "program.py":
        if recorded.err or recorded.status:
            raise Unfit("an example ends well and writes nothing to standard error")
        return {
            program.with_name("output.txt"): recorded.out,
            TESTS / program.parent.parent.name / (program.parent.name + ".account"): recorded.account,
        }
    return {
        program.with_suffix(".out"): recorded.out,
        program.with_suffix(".err"): recorded.err or None,
        program.with_suffix(".status"): f"{recorded.status}\n" if recorded.status else None,
        program.with_suffix(".account"): recorded.account,
    }


def difference(before, now):
    if before is None or now is None:
        return "is to be there, and isn't" if before is None else "is there, and isn't to be"
    old, new = before.splitlines(), now.splitlines()
    for number, (one, other) in enumerate(zip(old + ["(the end)"], new + ["(the end)"]), start=1):
        if one != other:
            return f"line {number} was {one!r}, is {other!r}"
    return "differs in length"


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
