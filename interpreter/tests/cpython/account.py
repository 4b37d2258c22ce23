#!/usr/bin/env python3
"""CPython's own account of a program, which the interpreter's traces are held to (`tests/agreement.rs`).

usage: account.py [--top-level-await] PROGRAM [ACCOUNT]

Runs PROGRAM as `python3 PROGRAM` does, on virtual clocks (`virtual_time.py`), and writes what `sys.settrace` tells of the
program's own frames to the file ACCOUNT, an event a line:

    enter NAME LINE           a frame begins, or goes on after a suspension
    line NAME LINE [ | …]     it is about to run a line
    yield NAME LINE           it stops at a yield, an await or a yield from
    return NAME LINE          it ends by itself
    raise NAME LINE           an exception leaves it
    truncated                 after MOST_EVENTS

After ` | ` stand the generators, coroutines and async generators that are not closed, in order of creation, where they are
other than at the `line` event before. Each has a letter for its kind (g, r, a), one for its state (c created, r running,
s suspended) and its name: `gs:countdown rr:main`.

With --top-level-await the program is compiled as `python -m asyncio` compiles an input. If it does await at top level, its module is a
coroutine, one of those told, and runs by `asyncio.run`.

Left out: what CPython 3.11 does to close a frame that never began, or to throw into one (it enters the frame to raise at
once), and everything after the module's end.
"""

import ast
import asyncio
import builtins
import dis
import gc
import inspect
import sys
import types

import virtual_time

MOST_EVENTS = 2000

# Of each type: the letter of its kind, and the prefix of its attributes.
SLEEPERS = {
    types.GeneratorType: ("g", "gi"),
    types.CoroutineType: ("r", "cr"),
    types.AsyncGeneratorType: ("a", "ag"),
}

# The types of what `__anext__`, `asend`, `athrow`, `aclose` answer.
STEPS = {"async_generator_asend", "async_generator_athrow", "anext_awaitable"}
# The methods that resume an iterator.
RESUMING = {"__next__", "send", "throw", "close"}

YIELD_VALUE = dis.opmap["YIELD_VALUE"]
ASYNC_GEN_WRAP = dis.opmap["ASYNC_GEN_WRAP"]
RETURN_VALUE = dis.opmap["RETURN_VALUE"]
RETURN_GENERATOR = dis.opmap["RETURN_GENERATOR"]
# Instructions at which a StopIteration is the end of what they draw from, and no exception of the frame's.
DRAWING = {dis.opmap["FOR_ITER"], dis.opmap["SEND"]}


def main(*arguments):
    flags = ast.PyCF_ALLOW_TOP_LEVEL_AWAIT if "--top-level-await" in arguments else 0
    program, *account_file = [argument for argument in arguments if not argument.startswith("--")]
    with open(program, "rb") as file:
        source = file.read()
    sys.argv = [program]
    virtual_time.begin()
    account = Account(program)
    status = run(compile_or_exit(source, program, flags), account)
    if account_file:
        with open(*account_file, "w") as file:
            file.write("".join(event + "\n" for event in account.events))
    sys.exit(status)


def compile_or_exit(source, program, flags=0):
    try:
        return compile(source, program, "exec", flags)
    except SyntaxError as error:
        sys.excepthook(type(error), error.with_traceback(None), None)
        sys.exit(1)


def run(code, account):
    """Runs the program as the module `__main__`; returns the exit status."""
    module = types.ModuleType("__main__")
    module.__file__ = code.co_filename
    module.__builtins__ = builtins
    sys.modules["__main__"] = module
    gc.disable()
    gc.freeze()
    sys.settrace(account.trace)
    try:
        if code.co_flags & inspect.CO_COROUTINE:
            asyncio.run(types.FunctionType(code, module.__dict__)())
        else:
            exec(code, module.__dict__)
    except SystemExit as exit:
        sys.settrace(None)
        return exit.code
    except BaseException as error:
        sys.settrace(None)
        return told(without_own_frame(error))
    finally:
        sys.settrace(None)
        account.settle()
        gc.enable()
        gc.unfreeze()
    return 0


def told(error):
    """Tells of an exception that ends the program, as the interpreter does; returns the exit status."""
    try:
        if hasattr(sys, "excepthook"):
            sys.excepthook(type(error), error, error.__traceback__)
        else:
            print("sys.excepthook is missing", file=sys.stderr)
            sys.__excepthook__(type(error), error, error.__traceback__)
    except SystemExit as exit:
        return exit.code
    except BaseException as wrong:
        if wrong.__context__ is error:
            wrong.__context__ = None  # The interpreter handles nothing as it calls the hook.
        print("Error in sys.excepthook:", file=sys.stderr)
        sys.__excepthook__(type(wrong), without_own_frame(wrong), None)
        print("\nOriginal exception was:", file=sys.stderr)
        sys.__excepthook__(type(error), error, error.__traceback__)
    return 1


def without_own_frame(error):
    return error.with_traceback(error.__traceback__.tb_next)


class Account:
    """Listens to the trace function and keeps the events as text, so that nothing of the program's is kept alive."""

    def __init__(self, filename):
        self.filename = filename
        self.events = []
        self.numbers = Numbers()
        self.raising = set()  # ids of frames that have seen an exception, and no line since
        self.lines = {}  # by the id of a frame, the line it was last told on
        self.told = ""
        self.unsure = None  # of the last event, a yield perhaps: its place, the ids of the async generator and of its frame

    def trace(self, frame, event, argument):
        self.settle()
        if frame.f_code.co_filename != self.filename:
            return None
        if len(self.events) >= MOST_EVENTS:
            self.events.append("truncated")
            sys.settrace(None)
            return None
        if event == "call":
            return self.enter(frame)
        if event == "line":
            self.line(frame)
        elif event == "exception":
            self.exception(frame, argument[0])
        elif event == "return":
            self.leave(frame, argument)
        return self.trace

    def enter(self, frame):
        living(frame, self.numbers)
        if has_not_begun(frame):  # and won't: it is entered to raise at once
            self.numbers.forget(id(frame))
            return None
        self.put("enter", frame)
        return self.trace

    def line(self, frame):
        states = " ".join(living(frame, self.numbers))
        self.raising.discard(id(frame))
        self.lines[id(frame)] = frame.f_lineno
        self.put("line", frame, "" if states == self.told else (" | " + states).rstrip())
        self.told = states

    def exception(self, frame, raised):
        if not (raised is StopIteration and instruction(frame) in DRAWING):
            self.raising.add(id(frame))

    def leave(self, frame, value):
        way = self.way_of_leaving(frame, value)
        if way == "unsure":
            self.unsure = (len(self.events), id(sleeper_of(frame)), id(frame))
        self.raising.discard(id(frame))
        if way in ("return", "raise"):
            self.numbers.forget(id(frame))
        self.put(way, frame)

    def way_of_leaving(self, frame, value):
        last = instruction(frame)
        if last == RETURN_VALUE:
            return "return"
        if last != YIELD_VALUE:
            return "raise"
        if value is not None:
            return "yield"
        # A None is yielded, or an exception leaves a clean-up: then it stands where it came from, at a yield perhaps.
        sleeper = sleeper_of(frame)
        if not isinstance(sleeper, types.AsyncGeneratorType):
            return "yield" if sleeper is None or getattr(sleeper, SLEEPERS[type(sleeper)][1] + "_suspended") else "raise"
        # What an async generator itself yields comes wrapped up.
        awaits = frame.f_code.co_code[frame.f_lasti - 2] != ASYNC_GEN_WRAP
        return "unsure" if awaits else "raise"

    def settle(self):
        """Says of the last event, if that was left open, whether it was a yield: its async generator still has its frame then."""
        if self.unsure is None:
            return
        place, generator, frame = self.unsure
        self.unsure = None
        ended = all(
            id(thing) != generator or id(thing.ag_frame) != frame for thing in sleepers() if type(thing) is types.AsyncGeneratorType
        )
        if ended:
            self.numbers.forget(frame)
        self.events[place] = ("raise" if ended else "yield") + self.events[place].removeprefix("unsure")

    def put(self, event, frame, more=""):
        # Some of what the compiler adds stands on no line.
        line = frame.f_lineno if frame.f_lineno is not None else self.lines.get(id(frame), 0)
        self.events.append(f"{event} {frame.f_code.co_qualname} {line}{more}")


class Numbers:
    """The order in which sleepers were made, each known by where it lies for as long as its frame has not ended."""

    def __init__(self):
        self.by_place = {}  # id of the sleeper -> (id of its frame, number)
        self.count = 0

    def keep(self, places):
        """Keeps those given, a pair of ids each, and numbers the new ones."""
        kept = {}
        for sleeper, frame in places:
            known = self.by_place.get(sleeper)
            if known is None or known[0] != frame:
                self.count += 1
                known = (frame, self.count)
            kept[sleeper] = known
        self.by_place = kept

    def forget(self, frame):
        self.by_place = {place: known for place, known in self.by_place.items() if known[0] != frame}


def sleepers():
    """All generators, coroutines and async generators there are."""
    return (thing for thing in gc.get_objects() if type(thing) in SLEEPERS)


def sleeper_of(frame):
    """Whose frame it is, or None."""
    return next((thing for thing in sleepers() if getattr(thing, SLEEPERS[type(thing)][1] + "_frame") is frame), None)


def living(current, numbers):
    """The program's sleepers that are not closed, as the account tells them."""
    found = []
    for thing in sleepers():
        letter, prefix = SLEEPERS[type(thing)]
        frame = getattr(thing, prefix + "_frame")
        if frame is not None and frame.f_code.co_filename == current.f_code.co_filename:
            found.append((id(thing), id(frame), letter + state(thing, prefix, frame, current), frame.f_code.co_qualname))
    numbers.keep((thing, frame) for thing, frame, _, _ in found)
    found.sort(key=lambda sleeper: numbers.by_place[sleeper[0]][1])
    return [f"{letters}:{name}" for _, _, letters, name in found]


def state(thing, prefix, frame, current):
    # An async generator's own `ag_running` tells whether an asend() and the like is under way.
    running = runs(thing, frame, current) if prefix == "ag" else getattr(thing, prefix + "_running")
    if running:
        return "r"
    return "c" if has_not_begun(frame) else "s"


def runs(generator, frame, current):
    """Whether an async generator runs: its frame is on the stack, or a throw or close has gone past it to what it awaits."""
    return any(other is frame for other in stack(current)) or is_resumed(generator.ag_await, current)


def is_resumed(awaited, current):
    """Whether what an async generator awaits is being resumed."""
    kind = SLEEPERS.get(type(awaited))
    if kind is None:
        return is_method_called(awaited, current)
    if kind[1] == "ag":
        return runs(awaited, awaited.ag_frame, current)
    # One that has ended is on its way out of the async generator.
    return getattr(awaited, kind[1] + "_running") or getattr(awaited, kind[1] + "_frame") is None


def is_method_called(awaited, current):
    """The same of an iterator that is none of CPython's sleepers: a method of its own is on the stack, or it stands for an async generator's step."""
    if type(awaited).__name__ in STEPS:
        return any(
            is_resumed(thing, current) for thing in gc.get_referents(awaited) if type(thing) in SLEEPERS or type(thing).__name__ in STEPS
        )
    return awaited is not None and any(is_method_of(awaited, frame) for frame in stack(current))


def is_method_of(iterator, frame):
    code = frame.f_code
    return code.co_name in RESUMING and code.co_argcount > 0 and frame.f_locals.get(code.co_varnames[0]) is iterator


def stack(frame):
    while frame is not None:
        yield frame
        frame = frame.f_back


def has_not_begun(frame):
    return instruction(frame) == RETURN_GENERATOR


def instruction(frame):
    return frame.f_code.co_code[frame.f_lasti]


if __name__ == "__main__":
    main(*sys.argv[1:])
