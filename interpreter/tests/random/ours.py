"""Runs programs by a `stillframe` binary, and reads its traces as accounts of CPython's are written (`account.py`)."""

import json
import subprocess

from cpython import SECONDS, Ran

LETTERS = {"generator": "g", "coroutine": "r", "async_generator": "a"}


def run(stillframe, folder):
    done = subprocess.run([stillframe, "run", "main.py"], cwd=folder, capture_output=True, text=True, timeout=SECONDS, check=False)
    return Ran(done.stdout, done.stderr, done.returncode)


def events(stillframe, folder):
    """The events of a trace up to the module's end, as `agreement.rs` makes them of the steps."""
    done = subprocess.run(
        [stillframe, "trace", "--steps", "main.py"], cwd=folder, capture_output=True, text=True, timeout=SECONDS, check=False
    )
    return project([json.loads(line) for line in done.stdout.splitlines() if line.startswith('{"step"')])


def project(steps):
    sleepers = Sleepers()
    told = ""
    found = []
    following = iter(range(len(steps)))
    for at in following:
        step = steps[at]
        began = sleepers.has_begun(step["frame"])
        sleepers.follow(step)
        if not began and is_thrown_into(steps, at):
            sleepers.follow(steps[next(following)])
            continue
        event, kind = step["event"], step["kind"]
        if event in ("create", "drop"):
            continue
        what = {"call": "enter", "resume": "enter", "suspend": "yield"}.get(event, event)
        line = 0 if what == "enter" and kind == "module" else step["line"]
        states = ""
        if what == "line" and sleepers.told() != told:
            told = sleepers.told()
            states = (" | " + told).rstrip()
        found.append(f"{what} {step['name']} {line}{states}")
        if kind == "module" and event in ("return", "raise"):
            break
    return found


def is_thrown_into(steps, at):
    """Whether the step only wakes a frame to raise in it at once."""
    step, after = steps[at], steps[at + 1] if at + 1 < len(steps) else None
    return step["event"] == "resume" and after is not None and (after["event"], after["frame"]) == ("raise", step["frame"])


class Sleepers:
    """The program's generators, coroutines and async generators, by frame: letter, name, state."""

    def __init__(self):
        self.frames = {}

    def has_begun(self, frame):
        return frame not in self.frames or self.frames[frame][2] != "created"

    def follow(self, step):
        if step["event"] == "create":
            self.frames[step["frame"]] = [LETTERS[step["kind"]], step["name"], ""]
        for frame, state in step.get("states", {}).items():
            if int(frame) in self.frames:
                self.frames[int(frame)][2] = state

    def told(self):
        return " ".join(f"{letter}{state[:1]}:{name}" for letter, name, state in self.frames.values() if state != "closed")
