"""Bytes as text and back, and checksums.

https://docs.python.org/3.11/library/binascii.html; uuencode and quoted-printable are not there.
"""

from _types import builtin_function as _builtin_function, type_name as _type_name
import _binascii
from _binascii import data_of as _data_of

__all__ = ['Error', 'Incomplete', 'a2b_base64', 'a2b_hex', 'b2a_base64', 'b2a_hex', 'crc32', 'crc_hqx', 'hexlify', 'unhexlify']

_missing = object()


class Error(ValueError):
    pass


class Incomplete(Exception):
    pass


def hexlify(data, sep=_missing, bytes_per_sep=1):
    """Two hexadecimal digits for each byte."""
    data = _data(data)
    if sep is _missing:
        return data.hex().encode()
    if len(sep) != 1:
        raise ValueError('sep must be length 1.')
    return data.hex(sep, bytes_per_sep).encode()


def b2a_hex(data, sep=_missing, bytes_per_sep=1):
    return hexlify(data, bytes_per_sep=bytes_per_sep) if sep is _missing else hexlify(data, sep, bytes_per_sep)


def unhexlify(hexstr, /):
    """The bytes whose hexadecimal digits these are."""
    digits = _text(hexstr).decode('latin-1')
    if len(digits) % 2:
        raise Error('Odd-length string')
    try:
        data = bytes.fromhex(digits)
    except ValueError:
        data = b''
    # What is shorter had white space between its digits.
    if len(data) * 2 != len(digits):
        raise Error('Non-hexadecimal digit found')
    return data


def a2b_hex(hexstr, /):
    return unhexlify(hexstr)


def a2b_base64(data, /, *, strict_mode=False):
    """The bytes that a text in Base64 stands for."""
    data = _binascii.a2b_base64(_text(data), bool(strict_mode))
    if isinstance(data, str):
        raise Error(data)
    return data


def b2a_base64(data, /, *, newline=True):
    """Base64, as one line."""
    encoded = _binascii.b2a_base64(data)
    return encoded + b'\n' if newline else encoded


def crc32(data, crc=0, /):
    """The checksum CRC-32 of bytes; `crc` is that of what stands before them."""
    return _binascii.crc32(data, crc)


def crc_hqx(data, crc, /):
    """The checksum CRC-CCITT of bytes; `crc` is that of what stands before them."""
    return _binascii.crc_hqx(data, crc)


def _data(value):
    data = _data_of(value)
    if data is None:
        raise TypeError(f"a bytes-like object is required, not '{_type_name(value)}'")
    return data


def _text(value):
    if isinstance(value, str):
        if not value.isascii():
            raise ValueError('string argument should contain only ASCII characters')
        return value.encode()
    data = _data_of(value)
    if data is None:
        raise TypeError(f"argument should be bytes, buffer or ASCII string, not '{_type_name(value)}'")
    return data


for _function in (hexlify, b2a_hex, unhexlify, a2b_hex, a2b_base64, b2a_base64, crc32, crc_hqx):
    _builtin_function(_function, 'binascii')
del _function
