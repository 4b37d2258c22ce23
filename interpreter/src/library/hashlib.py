"""Secure hashes and message digests.

https://docs.python.org/3.11/library/hashlib.html; there is no scrypt.
"""

from _types import builtin_function as _builtin_function, static_type as _static_type, type_name as _type_name
import _hashlib
from _binascii import data_of as _data_of
from operator import index as _index

algorithms_guaranteed = {
    'md5',
    'sha1',
    'sha224',
    'sha256',
    'sha384',
    'sha512',
    'blake2b',
    'blake2s',
    'sha3_224',
    'sha3_256',
    'sha3_384',
    'sha3_512',
    'shake_128',
    'shake_256',
}
algorithms_available = algorithms_guaranteed | {'sha512_224', 'sha512_256'}

__all__ = (
    'md5',
    'sha1',
    'sha224',
    'sha256',
    'sha384',
    'sha512',
    'blake2b',
    'blake2s',
    'sha3_224',
    'sha3_256',
    'sha3_384',
    'sha3_512',
    'shake_128',
    'shake_256',
    'new',
    'algorithms_guaranteed',
    'algorithms_available',
    'pbkdf2_hmac',
    'file_digest',
)

# Size of the digest, and of the blocks that are hashed.
_SIZES = {
    'md5': (16, 64),
    'sha1': (20, 64),
    'sha224': (28, 64),
    'sha256': (32, 64),
    'sha384': (48, 128),
    'sha512': (64, 128),
    'sha512_224': (28, 128),
    'sha512_256': (32, 128),
    'sha3_224': (28, 144),
    'sha3_256': (32, 136),
    'sha3_384': (48, 104),
    'sha3_512': (64, 72),
    'shake_128': (0, 168),
    'shake_256': (0, 136),
}


class UnsupportedDigestmodError(ValueError):
    __module__ = '_hashlib'


# Objects.


@_static_type
class HASH:
    """A hash that is being computed."""

    __module__ = '_hashlib'
    __slots__ = ('_name', '_hash')

    def __new__(cls):
        raise TypeError("cannot create '_hashlib.HASH' instances")

    def __repr__(self):
        return f'<{self._name} _hashlib.{type(self).__name__} object @ 0x{id(self):x}>'

    @property
    def name(self):
        return self._name

    @property
    def digest_size(self):
        return _SIZES[self._name][0]

    @property
    def block_size(self):
        return _SIZES[self._name][1]

    def update(self, obj, /):
        """Takes in more bytes."""
        _feed(self._hash, obj)

    def digest(self):
        """The digest of all bytes so far."""
        return _hashlib.digest(self._hash, 0)

    def hexdigest(self):
        return self.digest().hex()

    def copy(self):
        return _made(type(self), self._name, _hashlib.copy(self._hash))

    def __reduce__(self):
        raise TypeError(f"cannot pickle '_hashlib.{type(self).__name__}' object")


@_static_type
class HASHXOF(HASH):
    """One whose digest can have any length."""

    __module__ = '_hashlib'
    __slots__ = ()

    def digest(self, length):
        return _hashlib.digest(self._hash, _length(length))

    def hexdigest(self, length):
        return self.digest(length).hex()


def _blake2_new(name):
    def __new__(
        cls,
        data=b'',
        /,
        *,
        digest_size=None,
        key=b'',
        salt=b'',
        person=b'',
        fanout=1,
        depth=1,
        leaf_size=0,
        node_offset=0,
        node_depth=0,
        inner_size=0,
        last_node=False,
        usedforsecurity=True,
    ):
        self = object.__new__(cls)
        self._digest_size = cls.MAX_DIGEST_SIZE if digest_size is None else _int(digest_size)
        key, salt, person = _bytes(key), _bytes(salt), _bytes(person)
        fanout, depth, node_depth, inner_size = _int(fanout), _int(depth), _int(node_depth), _int(inner_size)
        if not 0 < self._digest_size <= cls.MAX_DIGEST_SIZE:
            raise ValueError(f'digest_size must be between 1 and {cls.MAX_DIGEST_SIZE} bytes')
        if len(salt) > cls.SALT_SIZE:
            raise ValueError(f'maximum salt length is {cls.SALT_SIZE} bytes')
        if len(person) > cls.PERSON_SIZE:
            raise ValueError(f'maximum person length is {cls.PERSON_SIZE} bytes')
        if not 0 <= fanout <= 255:
            raise ValueError('fanout must be between 0 and 255')
        if not 0 < depth <= 255:
            raise ValueError('depth must be between 1 and 255')
        leaf_size = _unsigned(leaf_size, 'leaf_size', 32)
        node_offset = _unsigned(node_offset, 'node_offset', cls._offset_bits)
        if not 0 <= node_depth <= 255:
            raise ValueError('node_depth must be between 0 and 255')
        if not 0 <= inner_size <= cls.MAX_DIGEST_SIZE:
            raise ValueError(f'inner_size must be between 0 and is {cls.MAX_DIGEST_SIZE}')
        if len(key) > cls.MAX_KEY_SIZE:
            raise ValueError(f'maximum key length is {cls.MAX_KEY_SIZE} bytes')
        numbers = self._digest_size, fanout, depth, leaf_size, node_offset, node_depth, inner_size, int(bool(last_node))
        self._hash = cls._begin(numbers, key, salt, person)
        _feed(self._hash, data)
        return self

    __new__.__qualname__ = name + '.__new__'
    return __new__


class _Blake2:
    __slots__ = ('_digest_size', '_hash')

    @property
    def name(self):
        return type(self).__name__

    @property
    def digest_size(self):
        return self._digest_size

    @property
    def block_size(self):
        return self._block_size

    def update(self, obj, /):
        """Takes in more bytes."""
        _feed(self._hash, obj)

    def digest(self):
        """The digest of all bytes so far."""
        return _hashlib.digest(self._hash, 0)

    def hexdigest(self):
        return self.digest().hex()

    def copy(self):
        made = object.__new__(type(self))
        made._digest_size = self._digest_size
        made._hash = _hashlib.copy(self._hash)
        return made


@_static_type
class blake2b(_Blake2):
    """BLAKE2b, for machines of 64 bits."""

    __module__ = '_blake2'
    __slots__ = ()
    SALT_SIZE = PERSON_SIZE = 16
    MAX_KEY_SIZE = MAX_DIGEST_SIZE = 64
    _block_size = 128
    _offset_bits = 64
    _begin = _hashlib.blake2b
    __new__ = _blake2_new('blake2b')


@_static_type
class blake2s(_Blake2):
    """BLAKE2s, for smaller machines."""

    __module__ = '_blake2'
    __slots__ = ()
    SALT_SIZE = PERSON_SIZE = 8
    MAX_KEY_SIZE = MAX_DIGEST_SIZE = 32
    _block_size = 64
    _offset_bits = 48
    _begin = _hashlib.blake2s
    __new__ = _blake2_new('blake2s')


# What makes them.


def _constructor(name):
    kind = HASHXOF if name.startswith('shake') else HASH

    def construct(string=b'', *, usedforsecurity=True):
        made = _made(kind, name, _hashlib.new(name))
        _feed(made._hash, string)
        return made

    construct.__name__ = construct.__qualname__ = 'openssl_' + name
    construct.__doc__ = f'A {name} hash.'
    return _builtin_function(construct, '_hashlib')


md5 = _constructor('md5')
sha1 = _constructor('sha1')
sha224 = _constructor('sha224')
sha256 = _constructor('sha256')
sha384 = _constructor('sha384')
sha512 = _constructor('sha512')
sha3_224 = _constructor('sha3_224')
sha3_256 = _constructor('sha3_256')
sha3_384 = _constructor('sha3_384')
sha3_512 = _constructor('sha3_512')
shake_128 = _constructor('shake_128')
shake_256 = _constructor('shake_256')

_CONSTRUCTORS = {name: globals()[name] for name in algorithms_guaranteed}
_CONSTRUCTORS |= {name: _constructor(name) for name in ('sha512_224', 'sha512_256')}


def __hash_new(name, data=b'', **kwargs):
    """A hash by the algorithm of this name."""
    if not isinstance(name, str):
        raise TypeError('name must be a string')
    constructor = _CONSTRUCTORS.get(_plain_name(name))
    if constructor is None:
        raise ValueError('unsupported hash type ' + name)
    return constructor(data, **kwargs)


new = __hash_new


def _plain_name(name):
    name = name.lower()
    if name.startswith('sha-'):
        name = 'sha' + name[4:]
    return name.replace('-', '_').replace('/', '_')


def pbkdf2_hmac(hash_name, password, salt, iterations, dklen=None):
    """A key from a password, by PBKDF2 (RFC 8018) with HMAC."""
    if not isinstance(hash_name, str):
        raise TypeError(f"pbkdf2_hmac() argument 'hash_name' must be str, not {type(hash_name).__name__}")
    password, salt, iterations = _bytes(password), _bytes(salt), _index(iterations)
    constructor = _CONSTRUCTORS.get(_plain_name(hash_name))
    if constructor is None or hash_name.startswith('shake'):
        raise UnsupportedDigestmodError('[digital envelope routines] unsupported')
    if iterations < 1:
        raise ValueError('iteration value must be greater than 0.')
    size = constructor().digest_size
    dklen = size if dklen is None else _index(dklen)
    if dklen < 1:
        raise ValueError('key length must be greater than 0.')
    inner, outer = _padded_keys(constructor, password)
    key = bytearray()
    while len(key) < dklen:
        block = salt + (len(key) // size + 1).to_bytes(4, 'big')
        key += _hashlib.stretch(inner._hash, outer._hash, block, iterations)
    return bytes(key[:dklen])


_builtin_function(pbkdf2_hmac, '_hashlib')


def _padded_keys(constructor, key):
    """The two hashes that an HMAC begins with (RFC 2104)."""
    size = constructor().block_size
    if len(key) > size:
        key = constructor(key).digest()
    key = key.ljust(size, b'\0')
    return constructor(bytes([byte ^ 0x36 for byte in key])), constructor(bytes([byte ^ 0x5C for byte in key]))


def file_digest(fileobj, digest, /, *, _bufsize=2**18):
    """A hash that has taken in what a file holds."""
    hash = new(digest) if isinstance(digest, str) else digest()
    if not (hasattr(fileobj, 'readinto') and hasattr(fileobj, 'readable') and fileobj.readable()):
        raise ValueError(f"'{fileobj!r}' is not a file-like object in binary reading mode.")
    if type(fileobj).__name__ == 'BytesIO':
        # All of it, wherever it is read.
        hash.update(fileobj.getvalue())
        return hash
    buffer = bytearray(_bufsize)
    while size := fileobj.readinto(buffer):
        hash.update(buffer[:size])
    return hash


# Parts of them.


def _made(kind, name, hash):
    made = object.__new__(kind)
    made._name = name
    made._hash = hash
    return made


def _feed(hash, data):
    if not _hashlib.update(hash, data):
        raise TypeError('Strings must be encoded before hashing' if isinstance(data, str) else 'object supporting the buffer API required')


def _bytes(value):
    data = _data_of(value)
    if data is None:
        raise TypeError(f"a bytes-like object is required, not '{_type_name(value)}'")
    return data


def _int(value):
    value = _index(value)
    if not -(1 << 31) <= value < 1 << 31:
        raise OverflowError('Python int too large to convert to C int')
    return value


def _length(value):
    value = _index(value)
    if value < 0:
        raise SystemError('Negative size passed to PyBytes_FromStringAndSize')
    return value


def _unsigned(value, name, bits):
    if not isinstance(value, int):
        raise TypeError(f"'{_type_name(value)}' object cannot be interpreted as an integer")
    if value < 0:
        raise ValueError('value must be positive')
    if value >= 1 << 64:
        raise OverflowError('int too big to convert')
    if value >= 1 << bits:
        raise OverflowError(f'{name} is too large')
    return value
