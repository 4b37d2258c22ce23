"""Keyed hashes that prove where a message comes from (RFC 2104).

https://docs.python.org/3.11/library/hmac.html
"""

from _types import builtin_function as _builtin_function
from _binascii import data_of as _data_of
import hashlib as _hashlib

digest_size = None
trans_5C = bytes([byte ^ 0x5C for byte in range(256)])
trans_36 = bytes([byte ^ 0x36 for byte in range(256)])


class HMAC:
    """A keyed hash that is being computed."""

    blocksize = 64
    __slots__ = ('_name', '_inner', '_outer', 'block_size', 'digest_size')

    def __init__(self, key, msg=None, digestmod=''):
        if not isinstance(key, (bytes, bytearray)):
            raise TypeError(f'key: expected bytes or bytearray, but got {type(key).__name__!r}')
        if not digestmod:
            raise TypeError("Missing required parameter 'digestmod'.")
        construct = _constructor(digestmod)
        self._inner, self._outer = _hashlib._padded_keys(construct, bytes(key))
        self._name = 'hmac-' + self._inner.name
        self.digest_size = self._inner.digest_size
        self.block_size = self._inner.block_size
        if msg is not None:
            self.update(msg)

    @property
    def name(self):
        return self._name

    def update(self, msg):
        """Takes in more bytes."""
        self._inner.update(msg)

    def copy(self):
        other = self.__class__.__new__(self.__class__)
        other._name = self._name
        other.digest_size = self.digest_size
        other.block_size = self.block_size
        other._inner = self._inner.copy()
        other._outer = self._outer.copy()
        return other

    def digest(self):
        """The digest of all bytes so far."""
        outer = self._outer.copy()
        outer.update(self._inner.digest())
        return outer.digest()

    def hexdigest(self):
        return self.digest().hex()


def new(key, msg=None, digestmod=''):
    """A keyed hash of `msg` by the algorithm `digestmod`: its name, or what makes its hashes."""
    return HMAC(key, msg, digestmod)


def digest(key, msg, digest):
    """The keyed hash of a message at once."""
    if isinstance(digest, str) and _data_of(msg) is None:
        raise TypeError(f"a bytes-like object is required, not '{type(msg).__name__}'")
    return new(key, msg, digest).digest()


def compare_digest(a, b, /):
    """a == b, of which CPython makes sure that the time it takes tells nothing."""
    if isinstance(a, str) and isinstance(b, str):
        if not (a.isascii() and b.isascii()):
            raise TypeError('comparing strings with non-ASCII characters is not supported')
        return a == b
    first, second = _data_of(a), _data_of(b)
    if first is None and second is None:
        raise TypeError(f"unsupported operand types(s) or combination of types: '{type(a).__name__}' and '{type(b).__name__}'")
    for value, data in ((a, first), (b, second)):
        if data is None:
            raise TypeError(f"a bytes-like object is required, not '{type(value).__name__}'")
    return first == second


_builtin_function(compare_digest, '_operator')


def _constructor(digestmod):
    if callable(digestmod):
        return digestmod
    if isinstance(digestmod, str):
        name = digestmod
        if name.startswith('shake'):
            raise ValueError('no reason supplied')
        return lambda data=b'': _hashlib.new(name, data)
    return lambda data=b'': digestmod.new(data)
