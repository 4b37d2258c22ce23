import sys

try:
    import no_such_module
except ImportError as error:
    print(type(error).__name__, error, error.name, error.path)
try:
    import no_such_package.part
except ModuleNotFoundError as error:
    print(error, error.name)
try:
    import math.part
except ModuleNotFoundError as error:
    print(error, error.name)
try:
    import collections.part
except ModuleNotFoundError as error:
    print(error, error.name)
try:
    from sys import nothing
except ImportError as error:
    print(error, error.name)
try:
    from . import sibling
except ImportError as error:
    print(error)


def later():
    import another_missing


try:
    later()
except ImportError as error:
    print(error)
try:
    import no_such_module as alias
except ImportError as error:
    print(error)
import no_such_module_at_last
