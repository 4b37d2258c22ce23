"""Base16, Base32, Base64 (RFC 3548), Base85 and Ascii85.

https://docs.python.org/3.11/library/base64.html
"""

import binascii
from _binascii import data_of as _data_of

__all__ = [
    'encode',
    'decode',
    'encodebytes',
    'decodebytes',
    'b64encode',
    'b64decode',
    'b32encode',
    'b32decode',
    'b32hexencode',
    'b32hexdecode',
    'b16encode',
    'b16decode',
    'b85encode',
    'b85decode',
    'a85encode',
    'a85decode',
    'standard_b64encode',
    'standard_b64decode',
    'urlsafe_b64encode',
    'urlsafe_b64decode',
]

bytes_types = (bytes, bytearray)

MAXLINESIZE = 76
# So many bytes fill a line.
MAXBINSIZE = (MAXLINESIZE // 4) * 3

_TO_URLSAFE = bytes.maketrans(b'+/', b'-_')
_FROM_URLSAFE = bytes.maketrans(b'-_', b'+/')

_BASE_32 = b'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'
_BASE_32_HEX = b'0123456789ABCDEFGHIJKLMNOPQRSTUV'
_BASE_85 = b'0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz!#$%&()*+-;<=>?@^_`{|}~'
_ASCII_85 = bytes(range(33, 118))

_ADOBE_START = b'<~'
_ADOBE_END = b'~>'


# Base64.


def b64encode(s, altchars=None):
    """Bytes in Base64; `altchars` stand for `+` and `/`."""
    encoded = binascii.b2a_base64(s, newline=False)
    if altchars is not None:
        assert len(altchars) == 2, repr(altchars)
        return encoded.translate(bytes.maketrans(b'+/', altchars))
    return encoded


def b64decode(s, altchars=None, validate=False):
    """What Base64 stands for; characters that are none of its own are left out, or refused where `validate` is true."""
    s = _encoded(s)
    if altchars is not None:
        altchars = _encoded(altchars)
        assert len(altchars) == 2, repr(altchars)
        s = s.translate(bytes.maketrans(altchars, b'+/'))
    return binascii.a2b_base64(s, strict_mode=validate)


def standard_b64encode(s):
    return b64encode(s)


def standard_b64decode(s):
    return b64decode(s)


def urlsafe_b64encode(s):
    """Base64 with `-` and `_` for `+` and `/`."""
    return b64encode(s).translate(_TO_URLSAFE)


def urlsafe_b64decode(s):
    return b64decode(_encoded(s).translate(_FROM_URLSAFE))


def encodebytes(s):
    """Base64 in lines of 76 characters."""
    _check_data(s)
    lines = [binascii.b2a_base64(s[at : at + MAXBINSIZE]) for at in range(0, len(s), MAXBINSIZE)]
    return b''.join(lines)


def decodebytes(s):
    _check_data(s)
    return binascii.a2b_base64(s)


def encode(input, output):
    """Encodes a file into another."""
    while data := input.read(MAXBINSIZE):
        while len(data) < MAXBINSIZE and (more := input.read(MAXBINSIZE - len(data))):
            data += more
        output.write(binascii.b2a_base64(data))


def decode(input, output):
    """Decodes a file into another."""
    while line := input.readline():
        output.write(binascii.a2b_base64(line))


# Base32.


def b32encode(s):
    """Bytes in Base32."""
    return _encoded_32(_BASE_32, s)


def b32decode(s, casefold=False, map01=None):
    """What Base32 stands for. With `map01` zero is the letter O, and one the letter that it says: I or L."""
    return _decoded_32(_BASE_32, s, casefold, map01)


def b32hexencode(s):
    """Bytes in Base32 with the digits first, which keeps their order."""
    return _encoded_32(_BASE_32_HEX, s)


def b32hexdecode(s, casefold=False):
    return _decoded_32(_BASE_32_HEX, s, casefold)


def _encoded_32(alphabet, data):
    data = _data(data)
    encoded = bytearray()
    for at in range(0, len(data), 5):
        group = int.from_bytes(data[at : at + 5].ljust(5, b'\0'), 'big')
        encoded += bytes([alphabet[group >> shift & 31] for shift in (35, 30, 25, 20, 15, 10, 5, 0)])
    padding = (0, 6, 4, 3, 1)[len(data) % 5]
    return bytes(encoded[: len(encoded) - padding] + b'=' * padding)


def _decoded_32(alphabet, text, casefold=False, map01=None):
    text = _encoded(text)
    if len(text) % 8:
        raise binascii.Error('Incorrect padding')
    if map01 is not None:
        map01 = _encoded(map01)
        assert len(map01) == 1, repr(map01)
        text = text.translate(bytes.maketrans(b'01', b'O' + map01))
    if casefold:
        text = text.upper()
    letters = text.rstrip(b'=')
    padding = len(text) - len(letters)
    values = {letter: value for value, letter in enumerate(alphabet)}
    decoded = bytearray()
    try:
        for at in range(0, len(letters), 8):
            group = 0
            for letter in letters[at : at + 8].ljust(8, alphabet[:1]):
                group = group << 5 | values[letter]
            decoded += group.to_bytes(5, 'big')
    except KeyError:
        raise binascii.Error('Non-base32 digit found') from None
    if padding not in (0, 1, 3, 4, 6):
        raise binascii.Error('Incorrect padding')
    if padding:
        del decoded[len(decoded) - 5 + (43 - 5 * padding) // 8 :]
    return bytes(decoded)


# Base16.


def b16encode(s):
    """Hexadecimal digits, in capitals."""
    return binascii.hexlify(s).upper()


def b16decode(s, casefold=False):
    s = _encoded(s)
    if casefold:
        s = s.upper()
    if s.strip(b'0123456789ABCDEF'):
        raise binascii.Error('Non-base16 digit found')
    return binascii.unhexlify(s)


# Base85.


def a85encode(b, *, foldspaces=False, wrapcol=0, pad=False, adobe=False):
    """Ascii85, as btoa or Adobe write it."""
    encoded = _encoded_85(_ASCII_85, b, pad, True, foldspaces)
    if adobe:
        encoded = _ADOBE_START + encoded
    if wrapcol:
        width = max(2 if adobe else 1, wrapcol)
        lines = [encoded[at : at + width] for at in range(0, len(encoded), width)]
        if adobe and len(lines[-1]) + 2 > width:
            lines.append(b'')
        encoded = b'\n'.join(lines)
    return encoded + _ADOBE_END if adobe else encoded


def a85decode(b, *, foldspaces=False, adobe=False, ignorechars=b' \t\n\r\v'):
    text = _encoded(b)
    if adobe:
        if not text.endswith(_ADOBE_END):
            raise ValueError(f'Ascii85 encoded byte sequences must end with {_ADOBE_END!r}')
        text = text[2 if text.startswith(_ADOBE_START) else 0 : -2]
    decoded = bytearray()
    group, count = 0, 0
    for digit in text + b'uuuu':
        if 33 <= digit <= 117:
            group = group * 85 + digit - 33
            count += 1
            if count == 5:
                if group >= 1 << 32:
                    raise ValueError('Ascii85 overflow')
                decoded += group.to_bytes(4, 'big')
                group, count = 0, 0
        elif digit == 122:
            if count:
                raise ValueError('z inside Ascii85 5-tuple')
            decoded += b'\0\0\0\0'
        elif foldspaces and digit == 121:
            if count:
                raise ValueError('y inside Ascii85 5-tuple')
            decoded += b'    '
        elif digit not in ignorechars:
            raise ValueError(f'Non-Ascii85 digit found: {chr(digit)}')
    # Of the four digits at the end those are too many that began no group of their own.
    return bytes(decoded[: len(decoded) - 4 + count])


def b85encode(b, pad=False):
    """Base85, as git writes it."""
    return _encoded_85(_BASE_85, b, pad)


def b85decode(b):
    text = _encoded(b)
    padding = -len(text) % 5
    values = {letter: value for value, letter in enumerate(_BASE_85)}
    decoded = bytearray()
    text = bytes(text) + b'~' * padding
    for at in range(0, len(text), 5):
        group = 0
        for place, letter in enumerate(text[at : at + 5], at):
            if letter not in values:
                raise ValueError(f'bad base85 character at position {place}')
            group = group * 85 + values[letter]
        if group >= 1 << 32:
            raise ValueError(f'base85 overflow in hunk starting at byte {at}')
        decoded += group.to_bytes(4, 'big')
    return bytes(decoded[: len(decoded) - padding])


def _encoded_85(alphabet, data, pad, foldnuls=False, foldspaces=False):
    data = bytes(_data(data))
    padding = -len(data) % 4
    data += b'\0' * padding
    groups = []
    for at in range(0, len(data), 4):
        number = int.from_bytes(data[at : at + 4], 'big')
        if foldnuls and number == 0:
            groups.append(b'z')
        elif foldspaces and number == 0x2020_2020:
            groups.append(b'y')
        else:
            groups.append(_group_85(alphabet, number))
    if padding and not pad:
        if groups[-1] == b'z':
            groups[-1] = _group_85(alphabet, 0)
        groups[-1] = groups[-1][:-padding]
    return b''.join(groups)


def _group_85(alphabet, number):
    digits = []
    for _ in range(5):
        number, digit = divmod(number, 85)
        digits.append(alphabet[digit])
    return bytes(reversed(digits))


# Arguments.


def _encoded(text):
    """Encoded text, which may be a str, as bytes."""
    if isinstance(text, str):
        try:
            return text.encode('ascii')
        except UnicodeEncodeError:
            raise ValueError('string argument should contain only ASCII characters')
    if isinstance(text, bytes_types):
        return text
    data = _data_of(text)
    if data is None:
        raise TypeError(f'argument should be a bytes-like object or ASCII string, not {type(text).__name__!r}')
    return data


def _data(value):
    data = _data_of(value)
    if data is None:
        raise TypeError(f"memoryview: a bytes-like object is required, not '{type(value).__name__}'")
    return data


def _check_data(value):
    if _data_of(value) is None:
        raise TypeError(f'expected bytes-like object, not {type(value).__name__}')
