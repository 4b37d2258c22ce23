"""Texts and bytes in memory that are read and written like files.

https://docs.python.org/3.11/library/io.html; there are no other files.
"""

from _types import static_type as _static_type
from abc import ABCMeta as _ABCMeta
from sys import _Bytes as BufferedWriter, _Output as TextIOWrapper

__all__ = ['StringIO', 'BytesIO', 'UnsupportedOperation', 'SEEK_SET', 'SEEK_CUR', 'SEEK_END']

SEEK_SET = 0
SEEK_CUR = 1
SEEK_END = 2
DEFAULT_BUFFER_SIZE = 8192


class UnsupportedOperation(OSError, ValueError):
    """The stream can't do this."""


class IOBase(metaclass=_ABCMeta):
    """What both kinds share: a buffer, and a place in it."""

    closed = False

    def __enter__(self):
        self._check_open()
        return self

    def __exit__(self, *exc_info):
        self.close()

    def __iter__(self):
        self._check_open()
        return self

    def __next__(self):
        line = self.readline()
        if not line:
            raise StopIteration
        return line

    def _check_open(self):
        if self.closed:
            raise ValueError('I/O operation on closed file')

    def close(self):
        self.closed = True
        self._buffer = self._empty

    def flush(self):
        self._check_open()

    def fileno(self):
        raise UnsupportedOperation('fileno')

    def isatty(self):
        self._check_open()
        return False

    def readable(self):
        self._check_open()
        return True

    writable = seekable = readable

    def getvalue(self):
        """All that was written."""
        self._check_open()
        return self._whole()

    def read(self, size=-1, /):
        self._check_open()
        whole = self._whole()
        end = len(whole) if size is None or size < 0 else min(self._at + size, len(whole))
        part = whole[self._at : end]
        self._at = max(end, self._at)
        return part

    def readline(self, size=-1, /):
        self._check_open()
        whole = self._whole()
        end = whole.find(self._newline, self._at)
        end = end + len(self._newline) if end >= 0 else len(whole)
        if size is not None and size >= 0:
            end = min(end, self._at + size)
        part = whole[self._at : end]
        self._at = max(end, self._at)
        return part

    def readlines(self, hint=-1, /):
        lines = []
        total = 0
        for line in self:
            lines.append(line)
            total += len(line)
            if hint is not None and 0 < hint <= total:
                break
        return lines

    def writelines(self, lines, /):
        for line in lines:
            self.write(line)

    def seek(self, pos, whence=0, /):
        self._check_open()
        if whence == 1:
            pos += self._at
        elif whence == 2:
            pos += len(self._whole())
        elif whence != 0:
            raise ValueError(f'invalid whence ({whence}, should be 0, 1 or 2)')
        if pos < 0:
            raise ValueError(f'negative seek value {pos}')
        self._at = pos
        return pos

    def tell(self):
        self._check_open()
        return self._at

    def truncate(self, size=None, /):
        self._check_open()
        size = self._at if size is None else size
        self._set(self._whole()[:size])
        return size


class TextIOBase(IOBase):
    """Streams of text."""

    encoding = errors = newlines = None


class BufferedIOBase(IOBase):
    """Streams of bytes."""


# The standard streams.
TextIOBase.register(TextIOWrapper)
BufferedIOBase.register(BufferedWriter)


class RawIOBase(IOBase):
    """Streams of bytes without a buffer: there are none."""


@_static_type
class StringIO(TextIOBase):
    """A text in memory. What is written at the end is collected, and joined when it is asked for."""

    __module__ = '_io'
    _empty = ''
    line_buffering = False

    def __init__(self, initial_value='', newline='\n'):
        if initial_value is not None and not isinstance(initial_value, str):
            raise TypeError(f'initial_value must be str or None, not {type(initial_value).__name__}')
        if newline not in (None, '', '\n', '\r', '\r\n'):
            raise ValueError(f'illegal newline value: {newline!r}')
        self._ends = newline
        self._newline = newline or '\n'
        self._seen = ()
        self._set('')
        self._at = 0
        if initial_value:
            self.write(initial_value)
            self._at = 0

    @property
    def newlines(self):
        """The ends of lines that were met, where they are read as one."""
        if self._ends:
            return None
        seen = tuple([end for end in ('\r', '\n', '\r\n') if end in self._seen])
        return seen if len(seen) > 1 else seen[0] if seen else None

    def _translated(self, text):
        """The text with its ends of lines as the stream keeps them."""
        if self._ends in ('\r', '\r\n'):
            return text.replace('\n', self._ends)
        if self._ends is None and '\r' in text or not self._ends and '\n' in text:
            bare = text.replace('\r\n', '')
            met = [end for end, found in (('\r', '\r' in bare), ('\n', '\n' in bare), ('\r\n', '\r\n' in text)) if found]
            self._seen = {*self._seen, *met}
            if self._ends is None:
                return text.replace('\r\n', '\n').replace('\r', '\n')
        return text

    def _set(self, text):
        self._buffer = text
        self._pieces = []
        self._size = len(text)

    def _whole(self):
        if self._pieces:
            self._buffer += ''.join(self._pieces)
            self._pieces = []
        return self._buffer

    def write(self, text, /):
        self._check_open()
        if not isinstance(text, str):
            raise TypeError(f"string argument expected, got '{type(text).__name__}'")
        if not text:
            return 0
        given = len(text)
        if self._ends != '\n':
            text = self._translated(text)
        if self._at == self._size:
            self._pieces.append(text)
            self._size += len(text)
        else:
            whole = self._whole().ljust(self._at, '\0')
            self._set(whole[: self._at] + text + whole[self._at + len(text) :])
        self._at += len(text)
        return given


@_static_type
class BytesIO(BufferedIOBase):
    """Bytes in memory."""

    __module__ = '_io'
    _empty = b''
    _newline = b'\n'

    def __init__(self, initial_bytes=b''):
        self._set(bytes(initial_bytes))
        self._at = 0

    def _set(self, data):
        self._buffer = bytearray(data)

    def _whole(self):
        return bytes(self._buffer)

    def getbuffer(self):
        raise UnsupportedOperation('memoryview() is not available in the playground')

    def readinto(self, buffer, /):
        """Reads as many bytes as the buffer has room for, and says how many there were."""
        if not isinstance(buffer, bytearray):
            raise TypeError(f'readinto() argument must be read-write bytes-like object, not {type(buffer).__name__}')
        data = self.read(len(buffer))
        buffer[: len(data)] = data
        return len(data)

    readinto1 = readinto

    def read1(self, size=-1, /):
        return self.read(size)

    def write(self, data, /):
        self._check_open()
        if isinstance(data, str):
            raise TypeError("a bytes-like object is required, not 'str'")
        if self._at > len(self._buffer):
            self._buffer.extend(bytes(self._at - len(self._buffer)))
        self._buffer[self._at : self._at + len(data)] = data
        self._at += len(data)
        return len(data)


def open(file, *args, **kwargs):
    raise OSError('the playground has no files')
