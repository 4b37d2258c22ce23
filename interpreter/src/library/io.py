"""Texts and bytes in memory that are read and written like files.

https://docs.python.org/3.11/library/io.html; there are no other files.
"""

from _binascii import data_of as _data_of
from _types import static_type as _static_type, type_name as _type_name
from abc import ABCMeta as _ABCMeta
from operator import index as _index
from sys import _Bytes as BufferedWriter, _Output as TextIOWrapper

__all__ = ['StringIO', 'BytesIO', 'UnsupportedOperation', 'SEEK_SET', 'SEEK_CUR', 'SEEK_END']

SEEK_SET = 0
SEEK_CUR = 1
SEEK_END = 2
DEFAULT_BUFFER_SIZE = 8192


class UnsupportedOperation(OSError, ValueError):
    """The stream can't do this."""


@_static_type
class IOBase(metaclass=_ABCMeta):
    """What all streams share. A subclass reads, writes and seeks; what it leaves out can't be done."""

    _stream_closed = False

    @property
    def closed(self):
        return self._stream_closed

    def _check_closed(self):
        if self.closed:
            raise ValueError('I/O operation on closed file.')

    def __enter__(self):
        self._check_closed()
        return self

    def __exit__(self, *exc_info):
        self.close()

    def __iter__(self):
        self._check_closed()
        return self

    def __next__(self):
        line = self.readline()
        if not line:
            raise StopIteration
        return line

    def close(self):
        if not self._stream_closed:
            try:
                self.flush()
            finally:
                self._stream_closed = True

    def flush(self):
        self._check_closed()

    def isatty(self):
        self._check_closed()
        return False

    def readable(self):
        return False

    def writable(self):
        return False

    def seekable(self):
        return False

    def fileno(self):
        raise UnsupportedOperation('fileno')

    def seek(self, *args):
        raise UnsupportedOperation('seek')

    def tell(self):
        return self.seek(0, 1)

    def truncate(self, *args):
        raise UnsupportedOperation('truncate')

    def readline(self, size=-1, /):
        size = _count(size)
        line = bytearray()
        while size < 0 or len(line) < size:
            byte = self.read(1)
            if not byte:
                break
            line += byte
            if byte == b'\n':
                break
        return bytes(line)

    def readlines(self, hint=-1, /):
        return _lines(self, _count(hint))

    def writelines(self, lines, /):
        self._check_closed()
        for line in lines:
            self.write(line)


def _count(size):
    """A number of characters or bytes; any number of them is -1."""
    if size is None:
        return -1
    if not hasattr(size, '__index__'):
        raise TypeError(f"argument should be integer or None, not '{type(size).__name__}'")
    return _index(size)


def _lines(stream, enough):
    """Lines until these have so many characters or bytes; all of them where that is no positive number."""
    lines, total = [], 0
    for line in stream:
        lines.append(line)
        total += len(line)
        if 0 < enough <= total:
            break
    return lines


@_static_type
class TextIOBase(IOBase):
    """Streams of text."""

    encoding = errors = newlines = None

    def detach(self):
        raise UnsupportedOperation('detach')

    def read(self, *args):
        raise UnsupportedOperation('read')

    def readline(self, *args):
        raise UnsupportedOperation('readline')

    def write(self, *args):
        raise UnsupportedOperation('write')


@_static_type
class BufferedIOBase(IOBase):
    """Streams of bytes."""

    def detach(self):
        raise UnsupportedOperation('detach')

    def read(self, *args):
        raise UnsupportedOperation('read')

    def read1(self, *args):
        raise UnsupportedOperation('read1')

    def write(self, *args):
        raise UnsupportedOperation('write')

    def readinto(self, buffer, /):
        """Reads as many bytes as the buffer has room for, and says how many there were."""
        return _read_into(buffer, self.read)

    def readinto1(self, buffer, /):
        return _read_into(buffer, self.read1)


def _read_into(buffer, read):
    data = read(len(buffer))
    buffer[: len(data)] = data
    return len(data)


@_static_type
class RawIOBase(IOBase):
    """Streams of bytes without a buffer: a subclass fills the one that it is given."""

    def read(self, size=-1, /):
        size = _index(size)
        if size < 0:
            return self.readall()
        room = bytearray(size)
        count = self.readinto(room)
        return None if count is None else bytes(room[:count])

    def readall(self):
        whole = bytearray()
        while part := self.read(DEFAULT_BUFFER_SIZE):
            whole += part
        return bytes(whole) if whole else part

    def readinto(self, buffer, /):
        raise NotImplementedError

    def write(self, data, /):
        raise NotImplementedError


# The standard streams.
TextIOBase.register(TextIOWrapper)
BufferedIOBase.register(BufferedWriter)


@_static_type
class _Memory:
    """What both kinds of streams in memory have: a buffer, and a place in it."""

    __module__ = '_io'
    # How they say that they are closed.
    _told_closed = 'I/O operation on closed file.'

    def _check_open(self):
        if self._stream_closed:
            raise ValueError(self._told_closed)

    def close(self):
        self._stream_closed = True
        self._buffer = self._empty

    def readable(self):
        self._check_open()
        return True

    def writable(self):
        self._check_open()
        return True

    def seekable(self):
        self._check_open()
        return True

    def getvalue(self):
        """All that was written."""
        self._check_open()
        return self._whole()

    def read(self, size=-1, /):
        self._check_open()
        size = _count(size)
        whole = self._whole()
        end = len(whole) if size < 0 else min(self._at + size, len(whole))
        part = whole[self._at : end]
        self._at = max(end, self._at)
        return part

    def readline(self, size=-1, /):
        self._check_open()
        size = _count(size)
        whole = self._whole()
        end = whole.find(self._newline, self._at)
        end = end + len(self._newline) if end >= 0 else len(whole)
        if size >= 0:
            end = min(end, self._at + size)
        part = whole[self._at : end]
        self._at = max(end, self._at)
        return part

    def tell(self):
        self._check_open()
        return self._at

    def truncate(self, size=None, /):
        self._check_open()
        size = self._at if size is None else _count(size)
        if size < 0:
            raise ValueError(self._told_negative_size.format(size))
        self._set(self._whole()[:size])
        return size


@_static_type
class StringIO(_Memory, TextIOBase):
    """A text in memory. What is written at the end is collected, and joined when it is asked for."""

    __module__ = '_io'
    _empty = ''
    _told_closed = 'I/O operation on closed file'
    _told_negative_size = 'Negative size value {}'
    line_buffering = False

    def __init__(self, initial_value='', newline='\n'):
        if initial_value is not None and not isinstance(initial_value, str):
            raise TypeError(f'initial_value must be str or None, not {type(initial_value).__name__}')
        if newline is not None and not isinstance(newline, str):
            raise TypeError(f'newline must be str or None, not {type(newline).__name__}')
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

    def flush(self):
        pass

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

    def readlines(self, hint=-1, /):
        self._check_closed()
        hint = _count(hint)
        # It goes on until there are more than the hint says.
        return _lines(self, hint + 1 if hint > 0 else 0)

    def seek(self, pos, whence=0, /):
        """Goes to a place; from anywhere but the beginning only to here, and to the end."""
        self._check_open()
        pos, whence = _index(pos), _index(whence)
        if whence not in (0, 1, 2):
            raise ValueError(f'Invalid whence ({whence}, should be 0, 1 or 2)')
        if pos < 0 and whence == 0:
            raise ValueError(f'Negative seek position {pos}')
        if pos and whence:
            raise OSError("Can't do nonzero cur-relative seeks")
        self._at = (pos, self._at, len(self._whole()))[whence]
        return self._at

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
class BytesIO(_Memory, BufferedIOBase):
    """Bytes in memory."""

    __module__ = '_io'
    _empty = b''
    _told_negative_size = 'negative size value {}'
    _newline = b'\n'

    def __init__(self, initial_bytes=b''):
        self._set(b'' if initial_bytes is None else _bytes_of(initial_bytes))
        self._at = 0

    def __iter__(self):
        return self

    def flush(self):
        self._check_open()

    def readlines(self, size=None, /):
        self._check_open()
        if size is not None and not isinstance(size, int):
            raise TypeError(f"integer argument expected, got '{type(size).__name__}'")
        return _lines(self, 0 if size is None else size)

    def seek(self, pos, whence=0, /):
        """Goes to a place, counted from the beginning, from here or from the end."""
        self._check_open()
        pos, whence = _index(pos), _index(whence)
        if whence not in (0, 1, 2):
            raise ValueError(f'invalid whence ({whence}, should be 0, 1 or 2)')
        if pos < 0 and whence == 0:
            raise ValueError(f'negative seek value {pos}')
        self._at = max(pos + (0, self._at, len(self._buffer))[whence], 0)
        return self._at

    def _set(self, data):
        self._buffer = bytearray(data)

    def _whole(self):
        return bytes(self._buffer)

    def getbuffer(self):
        raise UnsupportedOperation('memoryview() is not available in the playground')

    def readinto(self, buffer, /):
        if not isinstance(buffer, bytearray):
            raise TypeError(f'readinto() argument must be read-write bytes-like object, not {type(buffer).__name__}')
        return _read_into(buffer, self.read)

    readinto1 = readinto

    def read1(self, size=-1, /):
        return self.read(size)

    def write(self, data, /):
        self._check_open()
        data = _bytes_of(data)
        if self._at > len(self._buffer):
            self._buffer.extend(bytes(self._at - len(self._buffer)))
        self._buffer[self._at : self._at + len(data)] = data
        self._at += len(data)
        return len(data)


def _bytes_of(data):
    found = _data_of(data)
    if found is None:
        raise TypeError(f"a bytes-like object is required, not '{_type_name(data)}'")
    return found


class _Wrapper(TextIOWrapper):
    """A stream of bytes as one of text. What is written is kept until it is much, or `flush` is called."""

    _MOST_KEPT = 8192

    def __init__(self, buffer, encoding=None, errors=None, newline=None, line_buffering=False, write_through=False):
        if newline not in (None, '', '\n', '\r', '\r\n'):
            raise ValueError(f'illegal newline value: {newline}')
        self._buffer = buffer
        self.encoding = 'UTF-8' if encoding in (None, 'locale') else encoding
        self.errors = errors or 'strict'
        self.line_buffering, self.write_through = line_buffering, write_through
        self._ends = newline
        self._pending, self._size = [], 0
        # The text that the rest of the buffer holds, once something was read.
        self._text = None

    buffer = property(lambda self: self._buffer)
    name = property(lambda self: self._buffer.name)
    closed = property(lambda self: self._buffer.closed)
    newlines = property(lambda self: None if self._text is None else self._text.newlines)

    def write(self, text, /):
        if self.closed:
            raise ValueError('I/O operation on closed file.')
        if not isinstance(text, str):
            raise TypeError(f'write() argument must be str, not {type(text).__name__}')
        shown = text.replace('\n', self._ends) if self._ends in ('\r', '\r\n') else text
        data = shown.encode(self.encoding, self.errors)
        self._pending.append(data)
        self._size += len(data)
        if self._size > self._MOST_KEPT or self.write_through or self.line_buffering and ('\n' in text or '\r' in text):
            self._write_pending()
        return len(text)

    def _write_pending(self):
        pending, self._pending, self._size = self._pending, [], 0
        if pending:
            self._buffer.write(b''.join(pending))

    def _decoded(self):
        if self._text is None:
            self._write_pending()
            text = self._buffer.read().decode(self.encoding, self.errors)
            if self._ends in ('\r', '\r\n'):
                # These end lines, and are left as they are.
                self._text = StringIO(text)
                self._text._newline = self._ends
            else:
                self._text = StringIO(text, newline=self._ends)
        return self._text

    def read(self, size=-1, /):
        return self._decoded().read(size)

    def readline(self, size=-1, /):
        return self._decoded().readline(size)

    def readlines(self, hint=-1, /):
        return self._decoded().readlines(hint)

    def __iter__(self):
        return self

    def __next__(self):
        return next(self._decoded())

    def seek(self, cookie, whence=0, /):
        self.flush()
        self._text = None
        return self._buffer.seek(cookie, whence)

    def tell(self):
        self.flush()
        return self._buffer.tell()

    def truncate(self, pos=None, /):
        self.flush()
        return self._buffer.truncate(pos)

    def flush(self):
        self._write_pending()
        self._buffer.flush()

    def close(self):
        if not self.closed:
            self.flush()
            self._buffer.close()

    def detach(self):
        """Gives the stream of bytes back."""
        self.flush()
        buffer, self._buffer = self._buffer, None
        return buffer

    def reconfigure(self, *, encoding=None, errors=None, newline=..., line_buffering=None, write_through=None):
        self.flush()
        self.encoding, self.errors = encoding or self.encoding, errors or self.errors
        self._ends = self._ends if newline is ... else newline
        self.line_buffering = self.line_buffering if line_buffering is None else line_buffering
        self.write_through = self.write_through if write_through is None else write_through

    def fileno(self):
        return self._buffer.fileno()

    def isatty(self):
        return self._buffer.isatty()

    def readable(self):
        return self._buffer.readable()

    def writable(self):
        return self._buffer.writable()

    def seekable(self):
        return self._buffer.seekable()

    def __enter__(self):
        if self.closed:
            raise ValueError('I/O operation on closed file.')
        return self

    def __exit__(self, *exc_info):
        self.close()

    def __repr__(self):
        name = getattr(self._buffer, 'name', None)
        return f"<_io.TextIOWrapper {'' if name is None else f'name={name!r} '}encoding={self.encoding!r}>"


_Wrapper.__name__ = _Wrapper.__qualname__ = 'TextIOWrapper'
_Wrapper.__module__ = '_io'


def open(file, *args, **kwargs):
    raise OSError('the playground has no files')
