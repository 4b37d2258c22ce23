# What readers and writers are, and that they can't be made or copied.
import copy
import csv
import io


def t(function):
    try:
        print(function())
    except Exception as error:
        print(type(error).__name__, error)


reader, writer = csv.reader([]), csv.writer(io.StringIO())
print(type(reader), type(writer))
for thing in (reader, writer):
    t(lambda: thing.nope)
    t(lambda: thing + 1)
    t(lambda: type(thing)())
    t(lambda: len(thing))
    t(lambda: copy.copy(thing))
t(lambda: copy.deepcopy(csv.get_dialect('excel')))
