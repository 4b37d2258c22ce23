"""What a program may know of the interpreter it runs on, and its standard streams.

https://docs.python.org/3.11/library/sys.html, the part that makes sense in a playground.
"""

from _types import builtin_function as _builtin_function, final as _final
import _structseq
import _sys
from _sys import (  # noqa: F401
    _getframe,
    exc_info,
    getrecursionlimit,
    getrefcount,
    getsizeof,
    intern,
    set_asyncgen_hooks,
    setrecursionlimit,
)

argv = ['main.py']
byteorder = 'little'
builtin_module_names = (
    '_abc',
    '_ast',
    '_codecs',
    '_collections',
    '_functools',
    '_imp',
    '_io',
    '_locale',
    '_operator',
    '_signal',
    '_sre',
    '_stat',
    '_string',
    '_symtable',
    '_thread',
    '_tracemalloc',
    '_warnings',
    '_weakref',
    'atexit',
    'builtins',
    'errno',
    'faulthandler',
    'gc',
    'itertools',
    'marshal',
    'posix',
    'pwd',
    'sys',
    'time',
)
dont_write_bytecode = True
executable = ''
float_repr_style = 'short'
hexversion = 0x030B07F0
maxsize = 2**63 - 1
maxunicode = 0x10FFFF
copyright = 'Copyright (c) 2001-2023 Python Software Foundation.\nAll Rights Reserved.'
prefix = exec_prefix = base_prefix = base_exec_prefix = '/usr'
path = ['']
path_hooks = []
path_importer_cache = {}
meta_path = []
orig_argv = ['python3', 'main.py']
platform = 'linux'
platlibdir = 'lib'
pycache_prefix = None
api_version = 1013
abiflags = ''
version = '3.11.7 (Stillframe)'
warnoptions = []


def _only(name, fields, values):
    """The one tuple that there is of a class."""

    def __new__(cls, *args, **kwargs):
        raise TypeError(f"cannot create 'sys.{name}' instances")

    made = _structseq.make(name, 'sys', fields)
    only = made(values)
    made.__new__ = __new__
    _final(made)
    return only


version_info = _only('version_info', 'major minor micro releaselevel serial', (3, 11, 7, 'final', 0))

float_info = _structseq.make(
    'float_info',
    'sys',
    'max max_exp max_10_exp min min_exp min_10_exp dig mant_dig epsilon radix rounds',
)((1.7976931348623157e308, 1024, 308, 2.2250738585072014e-308, -1021, -307, 15, 53, 2.220446049250313e-16, 2, 1))

int_info = _structseq.make(
    'int_info',
    'sys',
    'bits_per_digit sizeof_digit default_max_str_digits str_digits_check_threshold',
)((30, 4, 4300, 640))


flags = _only(
    'flags',
    'debug inspect interactive optimize dont_write_bytecode no_user_site no_site ignore_environment verbose bytes_warning '
    'quiet hash_randomization isolated dev_mode utf8_mode warn_default_encoding safe_path int_max_str_digits',
    (0, 0, 0, 0, 1, 0, 0, 0, 0, 0, 0, 1, 0, False, 0, 0, False, -1),
)

hash_info = _structseq.make('hash_info', 'sys', 'width modulus inf nan imag algorithm hash_bits seed_bits cutoff')(
    (64, 2**61 - 1, 314159, 0, 1000003, 'siphash13', 64, 128, 0)
)

thread_info = _structseq.make('thread_info', 'sys', 'name lock version')(('pthread', 'semaphore', None))

_asyncgen_hooks = _structseq.make('asyncgen_hooks', '', 'firstiter finalizer')
_UnraisableHookArgs = _structseq.make('UnraisableHookArgs', '', 'exc_type exc_value exc_traceback err_msg object')


# All modules of CPython's library, those that are missing here too.
stdlib_module_names = frozenset(
    (
        '__future__ _abc _aix_support _ast _asyncio _bisect _blake2 _bootsubprocess _bz2 _codecs _codecs_cn _codecs_hk _codecs_iso2022 '
        '_codecs_jp _codecs_kr _codecs_tw _collections _collections_abc _compat_pickle _compression _contextvars _crypt _csv _ctypes '
        '_curses _curses_panel _datetime _dbm _decimal _elementtree _frozen_importlib _frozen_importlib_external _functools _gdbm _hashlib '
        '_heapq _imp _io _json _locale _lsprof _lzma _markupbase _md5 _msi _multibytecodec _multiprocessing _opcode _operator _osx_support '
        '_overlapped _pickle _posixshmem _posixsubprocess _py_abc _pydecimal _pyio _queue _random _scproxy _sha1 _sha256 _sha3 _sha512 '
        '_signal _sitebuiltins _socket _sqlite3 _sre _ssl _stat _statistics _string _strptime _struct _symtable _thread _threading_local '
        '_tkinter _tokenize _tracemalloc _typing _uuid _warnings _weakref _weakrefset _winapi _zoneinfo abc aifc antigravity argparse array '
        'ast asynchat asyncio asyncore atexit audioop base64 bdb binascii bisect builtins bz2 cProfile calendar cgi cgitb chunk cmath cmd '
        'code codecs codeop collections colorsys compileall concurrent configparser contextlib contextvars copy copyreg crypt csv ctypes '
        'curses dataclasses datetime dbm decimal difflib dis distutils doctest email encodings ensurepip enum errno faulthandler fcntl '
        'filecmp fileinput fnmatch fractions ftplib functools gc genericpath getopt getpass gettext glob graphlib grp gzip hashlib heapq '
        'hmac html http idlelib imaplib imghdr imp importlib inspect io ipaddress itertools json keyword lib2to3 linecache locale logging '
        'lzma mailbox mailcap marshal math mimetypes mmap modulefinder msilib msvcrt multiprocessing netrc nis nntplib nt ntpath nturl2path '
        'numbers opcode operator optparse os ossaudiodev pathlib pdb pickle pickletools pipes pkgutil platform plistlib poplib posix '
        'posixpath pprint profile pstats pty pwd py_compile pyclbr pydoc pydoc_data pyexpat queue quopri random re readline reprlib '
        'resource rlcompleter runpy sched secrets select selectors shelve shlex shutil signal site smtpd smtplib sndhdr socket socketserver '
        'spwd sqlite3 sre_compile sre_constants sre_parse ssl stat statistics string stringprep struct subprocess sunau symtable sys '
        'sysconfig syslog tabnanny tarfile telnetlib tempfile termios textwrap this threading time timeit tkinter token tokenize tomllib '
        'trace traceback tracemalloc tty turtle turtledemo types typing unicodedata unittest urllib uu uuid venv warnings wave weakref '
        'webbrowser winreg winsound wsgiref xdrlib xml xmlrpc zipapp zipfile zipimport zlib zoneinfo'
    ).split()
)


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

    newlines = None

    encoding = 'utf-8'
    mode = 'w'
    closed = False
    line_buffering = False

    def __new__(cls, buffer, *args, **kwargs):
        if isinstance(buffer, str):
            return object.__new__(cls)
        # A program wraps a stream of its own.
        from io import _Wrapper

        return object.__new__(_Wrapper)

    def __init__(self, name, number, errors):
        self.name = name
        self._number = number
        self.errors = errors

    def write(self, text, /):
        if not isinstance(text, str):
            raise TypeError(f'write() argument must be str, not {type(text).__name__}')
        _sys.write(self._number, text)
        return len(text)

    @property
    def buffer(self):
        """The same stream, of bytes."""
        return _Bytes(self)

    def reconfigure(self, **options):
        pass

    def read(self, size=-1, /):
        _refuse('not readable')

    readline = readlines = __next__ = read

    def __iter__(self):
        return self

    def seekable(self):
        return False

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
        return f"<_io.TextIOWrapper name={self.name!r} mode={self.mode!r} encoding='utf-8'>"


def _refuse(what):
    from io import UnsupportedOperation

    raise UnsupportedOperation(what)


_Output.__name__ = _Output.__qualname__ = 'TextIOWrapper'
_Output.__module__ = '_io'


class _Bytes:
    """A standard stream that is written to in bytes."""

    mode = 'wb'
    closed = False

    def __init__(self, text):
        self._text = text
        self.name = text.name

    def write(self, data, /):
        if isinstance(data, str):
            raise TypeError("a bytes-like object is required, not 'str'")
        self._text.write(bytes(data).decode('utf-8', 'replace'))
        return len(data)

    def flush(self):
        pass

    def fileno(self):
        return self._text.fileno()

    def isatty(self):
        return False

    def writable(self):
        return True

    def __repr__(self):
        return f'<_io.BufferedWriter name={self.name!r}>'


_Bytes.__name__ = _Bytes.__qualname__ = 'BufferedWriter'
_Bytes.__module__ = '_io'


class _Lines:
    """Standard input, a line at a time. A subclass says what a line is made of."""

    name = '<stdin>'
    closed = False

    def _line(self):
        line, self._rest = self._rest, self._empty
        return line or self._next_line()

    def readline(self, size=-1, /):
        line = self._line()
        if size is None or size < 0:
            return line
        self._rest = line[size:]
        return line[:size]

    def read(self, size=-1, /):
        parts = []
        left = size
        while left is None or left != 0:
            part = self.readline(left)
            if not part:
                break
            parts.append(part)
            if left is not None and left > 0:
                left -= len(part)
        return self._empty.join(parts)

    def readlines(self, hint=-1, /):
        lines = []
        length = 0
        for line in self:
            lines.append(line)
            length += len(line)
            if hint is not None and 0 < hint <= length:
                break
        return lines

    def __iter__(self):
        return self

    def __next__(self):
        line = self._line()
        if not line:
            raise StopIteration
        return line

    def readable(self):
        return True

    def writable(self):
        return False

    def write(self, data, /):
        _refuse('not writable')

    def close(self):
        self.closed = True

    def __enter__(self):
        return self

    def __exit__(self, *exc):
        self.close()

    def fileno(self):
        return 0

    def isatty(self):
        return False


class _Input(_Lines, _Output):
    """Standard input as text: what the host gives."""

    mode = 'r'
    # What was read of a line, and not yet asked for.
    _empty = _rest = ''

    def __new__(cls):
        return object.__new__(cls)

    def __init__(self):
        self.errors = 'strict'
        self._bytes = _InputBytes(self)

    def _next_line(self):
        line = _sys.read_line()
        if line is None:
            raise OSError('the playground has no keyboard, and the program was given no input')
        return line

    @property
    def buffer(self):
        """The same stream, of bytes."""
        return self._bytes


class _InputBytes(_Lines):
    """Standard input as bytes."""

    mode = 'rb'
    _empty = _rest = b''

    def __init__(self, text):
        self._text = text

    def _next_line(self):
        return self._text._line().encode()

    read1 = _Lines.read

    def __repr__(self):
        return "<_io.BufferedReader name='<stdin>'>"


_Input.__name__ = _Input.__qualname__ = 'TextIOWrapper'
_InputBytes.__name__ = _InputBytes.__qualname__ = 'BufferedReader'
_Input.__module__ = _InputBytes.__module__ = '_io'


stdin = __stdin__ = _Input()
stdout = __stdout__ = _Output('<stdout>', 1, 'strict')
stderr = __stderr__ = _Output('<stderr>', 2, 'backslashreplace')


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


_switch_interval = 0.005


def getswitchinterval():
    return _switch_interval


def setswitchinterval(interval, /):
    """There is one thread: nothing is switched."""
    global _switch_interval
    if not hasattr(interval, '__float__') and not hasattr(interval, '__index__'):
        raise TypeError(f'must be real number, not {type(interval).__name__}')
    interval = float(interval)
    if interval <= 0:
        raise ValueError('switch interval must be strictly positive')
    _switch_interval = interval


def get_asyncgen_hooks():
    """The hooks of asynchronous generators."""
    return _asyncgen_hooks(_sys.get_asyncgen_hooks())


_most_digits = int_info.default_max_str_digits


def get_int_max_str_digits():
    return _most_digits


def set_int_max_str_digits(maxdigits):
    """How many decimal digits an integer may have that is converted from or to text; 0: as many as can be."""
    global _most_digits
    if maxdigits and maxdigits < int_info.str_digits_check_threshold:
        raise ValueError(f'maxdigits must be 0 or larger than {int_info.str_digits_check_threshold}')
    _most_digits = maxdigits
    _sys.set_digits(maxdigits or maxsize)


def getfilesystemencodeerrors():
    return 'surrogateescape'


def displayhook(object, /):
    """What a session does with the value of an expression."""
    if object is not None:
        import builtins

        builtins._ = None
        stdout.write(repr(object) + '\n')
        builtins._ = object


def excepthook(exctype, value, traceback, /):
    """Writes the traceback of an exception, as the interpreter does at the end."""
    from prelude import format_exception

    from types import TracebackType

    if not isinstance(value, BaseException):
        stderr.write(f'TypeError: print_exception(): Exception expected for value, {type(value).__name__} found\n')
        return
    if BaseException.__getattribute__(value, '__traceback__') is None and isinstance(traceback, TracebackType):
        BaseException.__setattr__(value, '__traceback__', traceback)
    stderr.write(''.join(format_exception(value, uncaught=True)))


def unraisablehook(unraisable, /):
    """Writes of an exception that nobody could catch."""
    from traceback import format_tb, format_exception_only

    if type(unraisable) is not _UnraisableHookArgs:
        raise TypeError('sys.unraisablehook argument type must be UnraisableHookArgs')
    if unraisable.object is not None:
        stderr.write(f"{unraisable.err_msg or 'Exception ignored in'}: {unraisable.object!r}\n")
    if unraisable.exc_traceback is not None:
        stderr.write('Traceback (most recent call last):\n')
        stderr.writelines(format_tb(unraisable.exc_traceback))
    stderr.writelines(format_exception_only(unraisable.exc_type, unraisable.exc_value))


def breakpointhook(*args, **kws):
    raise RuntimeError('breakpoint() is not available in the playground')


__displayhook__, __excepthook__, __unraisablehook__, __breakpointhook__ = displayhook, excepthook, unraisablehook, breakpointhook


def gettrace():
    return None


def getprofile():
    return None


def audit(event, /, *args):
    """Nobody listens."""


def is_finalizing():
    return False


_origin_depth = 0


def get_coroutine_origin_tracking_depth():
    return _origin_depth


def set_coroutine_origin_tracking_depth(depth):
    """How many calls a coroutine remembers in `cr_origin` that led to where it was made."""
    global _origin_depth
    if not hasattr(depth, '__index__'):
        raise TypeError(f"'{type(depth).__name__}' object cannot be interpreted as an integer")
    depth = depth.__index__()
    if depth < 0:
        raise ValueError('depth must be >= 0')
    _origin_depth = depth
    _sys.track_origins(min(depth, 1000))


def settrace(function, /):
    """There is nothing to hook into: the playground itself shows every step."""
    raise RuntimeError('sys.settrace is not here: the playground itself shows every step')


def setprofile(function, /):
    raise RuntimeError('sys.setprofile is not here: the playground itself shows every step')


_Function = type(exit)
for _function in list(globals().values()):
    if type(_function) is _Function:
        _builtin_function(_function, 'sys')
del _function, _Function
