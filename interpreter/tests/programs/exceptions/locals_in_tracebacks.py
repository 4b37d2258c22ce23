"""Tracebacks that show what the variables of each frame held."""

import sys
import traceback


class Point:
    def __repr__(self):
        return "Point()"


def divide(a, b):
    point = Point()
    return a / b


def deep(n):
    half = n / 2
    if n == 0:
        return divide(1, n)
    return deep(n - 1)


def chained():
    word = "chained"
    try:
        deep(5)
    except ZeroDivisionError as error:
        raise ValueError("no number") from error


try:
    deep(6)
except ZeroDivisionError as error:
    told = traceback.TracebackException(type(error), error, error.__traceback__.tb_next, capture_locals=True)
    print(*told.format(), sep="", end="")
    print([summary.locals for summary in told.stack][-1])
    print(*told.stack.format(), sep="", end="")

try:
    chained()
except ValueError as error:
    told = traceback.TracebackException(type(error), error, error.__traceback__.tb_next, capture_locals=True, limit=-2)
    for chain in True, False:
        print(*told.format(chain=chain), sep="", end="")


def stack():
    here = "stack"
    frames = traceback.walk_stack(sys._getframe())
    summary = traceback.StackSummary.extract(frames, limit=1, capture_locals=True)
    return summary


print(*stack().format()[0].splitlines()[:-1], sep="\n")
