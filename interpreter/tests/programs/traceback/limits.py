# sys.tracebacklimit: the module traceback shows the first entries, the interpreter itself the last; a limit that is given counts instead.
import sys
import traceback


def outer():
    inner()


def inner():
    1 / 0


try:
    outer()
except ZeroDivisionError as caught:
    error = caught


def show(text):
    print('|'.join([line.strip() for line in text.splitlines()]))


for limit in (3, 2, 1, True, 0, -1, None, -(10**30)):
    sys.tracebacklimit = limit
    print('limit', limit)
    show(''.join(traceback.format_exception(error)))
    show(''.join(traceback.format_exception(error, limit=2)))
    show(''.join(traceback.format_exception(error, limit=-2)))
    show(''.join(traceback.format_exception(error, limit=0)))
    show(''.join(traceback.format_tb(error.__traceback__)))
    print(len(traceback.extract_tb(error.__traceback__)))
    print(len(traceback.StackSummary.extract(traceback.walk_tb(error.__traceback__))))
    print([frame.name for frame in traceback.TracebackException.from_exception(error, capture_locals=True).stack])
    sys.__excepthook__(type(error), error, error.__traceback__)

sys.tracebacklimit = 'none'
sys.__excepthook__(type(error), error, error.__traceback__)
try:
    traceback.print_exception(error)
except TypeError as refused:
    print(refused)

sys.tracebacklimit = 0
print(traceback.format_exception(ExceptionGroup('several', [error])))


class Loud:
    def __del__(self):
        outer()


sys.tracebacklimit = 1
Loud()
outer()
