"""Checksums. CPython's module compresses, too; this one does not.

https://docs.python.org/3.11/library/zlib.html
"""

from _types import builtin_function as _builtin_function
import _binascii

_COMPRESSING = {
    'compress',
    'compressobj',
    'decompress',
    'decompressobj',
    'DEFLATED',
    'DEF_BUF_SIZE',
    'DEF_MEM_LEVEL',
    'MAX_WBITS',
    'Z_BEST_COMPRESSION',
    'Z_BEST_SPEED',
    'Z_DEFAULT_COMPRESSION',
    'Z_DEFAULT_STRATEGY',
    'Z_FINISH',
    'Z_FULL_FLUSH',
    'Z_NO_COMPRESSION',
    'Z_NO_FLUSH',
    'Z_SYNC_FLUSH',
}


class error(Exception):
    __module__ = 'zlib'


def crc32(data, value=0, /):
    """The checksum CRC-32 of bytes; `value` is that of what stands before them."""
    return _binascii.crc32(data, value)


def adler32(data, value=1, /):
    """The checksum Adler-32 of bytes; `value` is that of what stands before them."""
    return _binascii.adler32(data, value)


for _function in (crc32, adler32):
    _builtin_function(_function, 'zlib')
del _function


def __getattr__(name):
    if name in _COMPRESSING:
        reason = 'the playground does not compress'
        failure = AttributeError(f'{reason}: there is no zlib.{name}')
        failure.reason = reason
        raise failure
    raise AttributeError(f"module 'zlib' has no attribute {name!r}")
