# What `sys` and `gc` tell, and refuse.
import contextvars
import copy
import csv
import gc
import hashlib
import sys


def told(function):
    try:
        print(function())
    except Exception as error:
        print(type(error).__name__, error)


print(gc.get_threshold())
gc.set_threshold(500)
print(gc.get_threshold())
gc.set_threshold(500, 5, 6)
print(gc.get_threshold(), gc.get_debug(), gc.set_debug(gc.DEBUG_STATS), gc.get_debug())
gc.set_debug(0)
print(gc.is_finalized(5), len(gc.get_stats()), sorted(gc.get_stats()[0]))
told(lambda: gc.set_threshold('a'))
for function in (gc.get_debug, gc.get_stats, gc.is_finalized, gc.get_objects, sys.setprofile, sys.settrace):
    print(function.__module__, function.__name__, type(function).__name__)

told(lambda: type(sys.version_info)((1, 2, 3, 4, 5)))
told(lambda: type(sys.flags)())
told(lambda: sys.setswitchinterval('a'))
told(lambda: sys.setswitchinterval(-1))
sys.setswitchinterval(1)
print(sys.getswitchinterval(), sys.stderr.errors)
print('sys' in sys.builtin_module_names, 'os' in sys.builtin_module_names, 'os' in sys.stdlib_module_names)
print(sys.version_info >= (3, 8), sys.version_info[:2], sys.version_info.major)
for kind in (type(sys.flags), type(sys.version_info), type(iter(lambda: 1, 1))):
    told(lambda: type('Sub', (kind,), {}))

number, name = contextvars.ContextVar('number'), contextvars.ContextVar('name')
number.set(1), name.set(2)
context = contextvars.copy_context()
keys = context.keys()
print(type(keys), len(keys), sorted(key.name for key in keys), list(keys), len(keys))
print(type(context.values()), sorted(context.values()), type(context.items()), len(context.items()), str(keys).split(' at ')[0])
print(number in context.keys(), (number, 1) in context.items(), 1 in context.values())


class Comma(csv.Dialect):
    delimiter = ','


class Quoted(Comma):
    quoting = csv.QUOTE_ALL


class Marked(Quoted):
    quotechar = '"'


for dialect in (csv.Dialect, Comma, Quoted, Marked):
    told(dialect)
for digest in (hashlib.md5(), hashlib.shake_128()):
    told(lambda: copy.copy(digest))
    told(lambda: copy.deepcopy(digest))


