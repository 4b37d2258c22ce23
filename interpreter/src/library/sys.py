"""What a program may know of the interpreter it runs on, and its standard streams.

https://docs.python.org/3.11/library/sys.html, the part that makes sense in a playground.
"""

import _structseq
import _sys
from _sys import (
    _getframe, exc_info, get_asyncgen_hooks, getrecursionlimit, getrefcount, getsizeof, intern, set_asyncgen_hooks,
    setrecursionlimit,
)

argv = ['main.py']
byteorder = 'little'
builtin_module_names = ()
dont_write_bytecode = True
executable = ''
float_repr_style = 'short'
hexversion = 0x030b07f0
maxsize = 2 ** 63 - 1
maxunicode = 0x10ffff
path = []
platform = 'linux'
version = '3.11.7 (Stillframe)'
warnoptions = []

version_info = _structseq.make('version_info', 'sys', 'major minor micro releaselevel serial')((3, 11, 7, 'final', 0))

float_info = _structseq.make(
    'float_info', 'sys', 'max max_exp max_10_exp min min_exp min_10_exp dig mant_dig epsilon radix rounds',
)((1.7976931348623157e+308, 1024, 308, 2.2250738585072014e-308, -1021, -307, 15, 53, 2.220446049250313e-16, 2, 1))

int_info = _structseq.make(
    'int_info', 'sys', 'bits_per_digit sizeof_digit default_max_str_digits str_digits_check_threshold',
)((30, 4, 4300, 640))


class _Implementation:
    """Which interpreter this is."""

    name = 'stillframe'
    cache_tag = None
    version = version_info
    hexversion = hexversion

    def __repr__(self):
        return f'namespace(name={self.name!r}, cache_tag=None, version={self.version!r}, hexversion={self.hexversion!r})'


implementation = _Implementation()


class _Modules:
    """`sys.modules`: the modules that were imported; it can't be changed."""

    def __getitem__(self, name):
        return _sys.modules()[name]

    def get(self, name, default=None):
        return _sys.modules().get(name, default)

    def keys(self):
        return _sys.modules().keys()

    def values(self):
        return _sys.modules().values()

    def items(self):
        return _sys.modules().items()

    def __contains__(self, name):
        return name in _sys.modules()

    def __iter__(self):
        return iter(_sys.modules())

    def __len__(self):
        return len(_sys.modules())


modules = _Modules()


class _Output:
    """A standard stream, as far as a program without files needs one."""

    encoding = 'utf-8'
    errors = 'strict'
    mode = 'w'
    closed = False
    line_buffering = False

    def __init__(self, name, number):
        self.name = name
        self._number = number

    def write(self, text, /):
        if not isinstance(text, str):
            raise TypeError(f'write() argument must be str, not {type(text).__name__}')
        _sys.write(self._number, text)
        return len(text)

    def writelines(self, lines, /):
        for line in lines:
            self.write(line)

    def flush(self):
        pass

    def fileno(self):
        return self._number

    def isatty(self):
        return False

    def readable(self):
        return False

    def writable(self):
        return True

    def __repr__(self):
        return f"<_io.TextIOWrapper name={self.name!r} mode='w' encoding='utf-8'>"


class _Input:
    """Standard input: there is none."""

    name = '<stdin>'
    mode = 'r'
    encoding = 'utf-8'
    closed = False

    def _refuse(self, *args):
        raise OSError('the playground has no keyboard: write the text into the program instead')

    read = readline = readlines = __iter__ = __next__ = _refuse

    def fileno(self):
        return 0

    def isatty(self):
        return False

    def __repr__(self):
        return "<_io.TextIOWrapper name='<stdin>' mode='r' encoding='utf-8'>"


stdin = __stdin__ = _Input()
stdout = __stdout__ = _Output('<stdout>', 1)
stderr = __stderr__ = _Output('<stderr>', 2)


def exit(status=None, /):
    """Ends the program, by an exception: `finally` blocks run."""
    raise SystemExit() if status is None else SystemExit(status)


def exception():
    """The exception that is being handled."""
    return exc_info()[1]


def getdefaultencoding():
    return 'utf-8'


def getfilesystemencoding():
    return 'utf-8'


def getswitchinterval():
    return 0.005


def gettrace():
    return None


def getprofile():
    return None


def is_finalizing():
    return False


def get_coroutine_origin_tracking_depth():
    return 0


def settrace(function, /):
    """There is nothing to hook into: the playground itself shows every step."""
    raise RuntimeError('sys.settrace is not here: the playground itself shows every step')


setprofile = settrace
