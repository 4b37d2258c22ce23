"""Encodings, and what becomes of what can't be encoded.

https://docs.python.org/3.11/library/codecs.html. Those of one byte a character and of UTF are native; the others are written here. There are no files,
so no `open`, and no readers and writers of streams.
"""

import _codecs
from _binascii import data_of as _data_of
from _types import builtin_function as _builtin_function

__all__ = [
    'register',
    'lookup',
    'BOM',
    'BOM_BE',
    'BOM_LE',
    'BOM32_BE',
    'BOM32_LE',
    'BOM64_BE',
    'BOM64_LE',
    'BOM_UTF8',
    'BOM_UTF16',
    'BOM_UTF16_LE',
    'BOM_UTF16_BE',
    'BOM_UTF32',
    'BOM_UTF32_LE',
    'BOM_UTF32_BE',
    'CodecInfo',
    'Codec',
    'IncrementalEncoder',
    'IncrementalDecoder',
    'getencoder',
    'getdecoder',
    'getincrementalencoder',
    'getincrementaldecoder',
    'encode',
    'decode',
    'iterencode',
    'iterdecode',
    'strict_errors',
    'ignore_errors',
    'replace_errors',
    'xmlcharrefreplace_errors',
    'backslashreplace_errors',
    'namereplace_errors',
    'register_error',
    'lookup_error',
]

BOM_UTF8 = b'\xef\xbb\xbf'
BOM_LE = BOM_UTF16_LE = b'\xff\xfe'
BOM_BE = BOM_UTF16_BE = b'\xfe\xff'
BOM_UTF32_LE = b'\xff\xfe\0\0'
BOM_UTF32_BE = b'\0\0\xfe\xff'
BOM = BOM_UTF16 = BOM_UTF16_LE
BOM_UTF32 = BOM_UTF32_LE
BOM32_LE = BOM_UTF16_LE
BOM32_BE = BOM_UTF16_BE
BOM64_LE = BOM_UTF32_LE
BOM64_BE = BOM_UTF32_BE

# By name: the codecs that were looked up, the program's functions that find more, and its handlers of errors.
_known = {}
_searches = []
_handlers = {}


# Classes.


class CodecInfo(tuple):
    """What belongs to an encoding."""

    _is_text_encoding = True

    def __new__(
        cls,
        encode,
        decode,
        streamreader=None,
        streamwriter=None,
        incrementalencoder=None,
        incrementaldecoder=None,
        name=None,
        *,
        _is_text_encoding=None,
    ):
        made = super().__new__(cls, (encode, decode, streamreader, streamwriter))
        made.name = name
        made.encode, made.decode = encode, decode
        made.incrementalencoder, made.incrementaldecoder = incrementalencoder, incrementaldecoder
        made.streamwriter, made.streamreader = streamwriter, streamreader
        if _is_text_encoding is not None:
            made._is_text_encoding = _is_text_encoding
        return made

    def __repr__(self):
        kind = type(self)
        return f'<{kind.__module__}.{kind.__qualname__} object for encoding {self.name} at {id(self):#x}>'


class Codec:
    """What an encoder and decoder of the program's derives from."""

    def encode(self, input, errors='strict'):
        raise NotImplementedError

    def decode(self, input, errors='strict'):
        raise NotImplementedError


class IncrementalEncoder:
    """Encodes a text that comes in pieces."""

    def __init__(self, errors='strict'):
        self.errors = errors
        self.buffer = ''

    def encode(self, input, final=False):
        raise NotImplementedError

    def reset(self):
        pass

    def getstate(self):
        return 0

    def setstate(self, state):
        pass


class IncrementalDecoder:
    """Decodes bytes that come in pieces."""

    def __init__(self, errors='strict'):
        self.errors = errors

    def decode(self, input, final=False):
        raise NotImplementedError

    def reset(self):
        pass

    def getstate(self):
        return b'', 0

    def setstate(self, state):
        pass


class BufferedIncrementalDecoder(IncrementalDecoder):
    """One that keeps what makes no character yet."""

    def __init__(self, errors='strict'):
        IncrementalDecoder.__init__(self, errors)
        self.buffer = b''

    def _buffer_decode(self, input, errors, final):
        raise NotImplementedError

    def decode(self, input, final=False):
        data = self.buffer + input
        text, used = self._buffer_decode(data, self.errors, final)
        self.buffer = data[used:]
        return text

    def reset(self):
        self.buffer = b''

    def getstate(self):
        return self.buffer, 0

    def setstate(self, state):
        self.buffer = state[0]


# Finding them.


def register(search_function, /):
    """Has a function of the program's asked for encodings that are not known."""
    if not callable(search_function):
        raise TypeError('argument must be callable')
    _searches.append(search_function)


def unregister(search_function, /):
    if search_function in _searches:
        _searches.remove(search_function)
        _known.clear()


def lookup(encoding, /):
    """What belongs to an encoding."""
    if not isinstance(encoding, str):
        raise TypeError(f'lookup() argument must be str, not {type(encoding).__name__}')
    name = ''.join([char if char.isalnum() or char == '.' else '_' for char in encoding.lower()])
    if name not in _known:
        _known[name] = _found(name, encoding)
    return _known[name]


def _found(name, encoding):
    native = _codecs.name_of(encoding)
    if native is not None:
        return _native(native)
    if name in _OWN:
        return _OWN[name]()
    for search in _searches:
        info = search(name)
        if info is not None:
            if not isinstance(info, tuple) or len(info) != 4:
                raise TypeError('codec search functions must return 4-tuples')
            return info
    raise LookupError(f'unknown encoding: {encoding}')


def getencoder(encoding):
    return lookup(encoding).encode


def getdecoder(encoding):
    return lookup(encoding).decode


def getincrementalencoder(encoding):
    encoder = lookup(encoding).incrementalencoder
    if encoder is None:
        raise LookupError(encoding)
    return encoder


def getincrementaldecoder(encoding):
    decoder = lookup(encoding).incrementaldecoder
    if decoder is None:
        raise LookupError(encoding)
    return decoder


# Using them.


def encode(obj, encoding='utf-8', errors='strict'):
    """The object, encoded."""
    return _done(lookup(encoding)[0], 'encoding', obj, encoding, errors)


def decode(obj, encoding='utf-8', errors='strict'):
    """The object, decoded."""
    return _done(lookup(encoding)[1], 'decoding', obj, encoding, errors)


def iterencode(iterator, encoding, errors='strict', **kwargs):
    """Encodes texts as they come."""
    coder = getincrementalencoder(encoding)(errors, **kwargs)
    for text in iterator:
        if coded := coder.encode(text):
            yield coded
    if rest := coder.encode('', True):
        yield rest


def iterdecode(iterator, encoding, errors='strict', **kwargs):
    """Decodes bytes as they come."""
    coder = getincrementaldecoder(encoding)(errors, **kwargs)
    for data in iterator:
        if text := coder.decode(data):
            yield text
    if rest := coder.decode(b'', True):
        yield rest


def _done(function, doing, obj, encoding, errors):
    try:
        result = function(obj, errors)
    except Exception as error:
        again = _with_codec(error, doing, encoding)
        if again is error:
            raise
        raise again from error
    if not isinstance(result, tuple) or len(result) != 2:
        raise TypeError(f'{doing[:-3]}er must return a tuple (object, integer)')
    return result[0]


# Exceptions that are not made of a message alone.
_RICH = (
    UnicodeEncodeError,
    UnicodeDecodeError,
    UnicodeTranslateError,
    OSError,
    StopIteration,
    SyntaxError,
    ImportError,
    AttributeError,
    NameError,
)


def _with_codec(error, doing, encoding):
    """The error with the codec's name in its message, if such a one can be made."""
    is_plain = len(error.args) == 0 or len(error.args) == 1 and isinstance(error.args[0], str)
    if not is_plain or isinstance(error, _RICH) or vars(error):
        return error
    kind = type(error)
    return kind(f"{doing} with '{encoding}' codec failed ({kind.__name__}: {error})")


# Native encodings.


def _native(name):
    encode, decode = _functions(name)

    class _Encoder(IncrementalEncoder):
        def encode(self, input, final=False):
            data = encode(input, self.errors)[0]
            if not self._has_begun and name in _MARKS:
                self._has_begun = True
                return data
            return data[len(_MARKS[name]) :] if name in _MARKS else data

        _has_begun = False

        def reset(self):
            self._has_begun = False

        def getstate(self):
            return int(self._has_begun)

        def setstate(self, state):
            self._has_begun = bool(state)

    class _Decoder(BufferedIncrementalDecoder):
        _order = name

        def _buffer_decode(self, input, errors, final):
            if self._order in _MARKS:
                if len(input) < len(_MARKS[name]) and not final:
                    return '', 0
                if name == 'utf-8-sig':
                    self._order = 'utf-8'
                    has_mark = input.startswith(BOM_UTF8)
                else:
                    self._order = name + ('-be' if input.startswith((BOM_UTF32_BE, BOM_UTF16_BE)) else '-le')
                    has_mark = self._order.endswith('-be') or input.startswith(_MARKS[name])
                if has_mark:
                    mark = len(_MARKS[name])
                    text, used = self._buffer_decode(input[mark:], errors, final)
                    return text, used + mark
            used = len(input) if final else len(input) - _unfinished(self._order, input)
            return input[:used].decode(self._order, errors), used

        def reset(self):
            BufferedIncrementalDecoder.reset(self)
            self._order = name

    for kind, known_as in ((_Encoder, 'IncrementalEncoder'), (_Decoder, 'IncrementalDecoder')):
        kind.__name__ = kind.__qualname__ = known_as
        kind.__module__ = 'encodings.' + _module_of(name)
    return CodecInfo(encode, decode, incrementalencoder=_Encoder, incrementaldecoder=_Decoder, name=name)


_MARKS = {'utf-8-sig': BOM_UTF8, 'utf-16': BOM_UTF16, 'utf-32': BOM_UTF32}


def _module_of(name):
    return 'latin_1' if name == 'iso8859-1' else name.replace('-', '_')


def _functions(name):
    module = _module_of(name)

    def encode(str, errors='strict', /):
        if not isinstance(str, _str):
            raise TypeError(f'{encode.__name__}() argument 1 must be str, not {type(str).__name__}')
        return str.encode(name, 'strict' if errors is None else errors), len(str)

    def decode(data, errors='strict', final=False, /):
        if isinstance(data, _str) and name.endswith('unicode-escape'):
            data = data.encode()
        given = _data_of(data)
        if given is None:
            raise TypeError(f"a bytes-like object is required, not '{type(data).__name__}'")
        return given.decode(name, 'strict' if errors is None else errors), len(given)

    encode.__name__ = encode.__qualname__ = module + '_encode'
    decode.__name__ = decode.__qualname__ = module + '_decode'
    return _builtin_function(encode, '_codecs'), _builtin_function(decode, '_codecs')


_str = str


def _unfinished(encoding, data):
    """How many bytes at the end begin a character that more would end."""
    if encoding.startswith('utf-32'):
        return len(data) % 4
    if encoding.startswith('utf-16'):
        odd = len(data) % 2
        last = data[len(data) - odd - 2 : len(data) - odd]
        high = last[-1 if encoding.endswith('-le') else 0] if last else 0
        return odd + 2 if 0xD8 <= high < 0xDC else odd
    if encoding == 'utf-8':
        for count in range(1, min(len(data), 3) + 1):
            byte = data[-count]
            if byte >= 0xC0:
                wanted = 2 if byte < 0xE0 else 3 if byte < 0xF0 else 4
                _, problem, _ = _codecs.decode_from(data[-count:], encoding, 0)
                is_begun = problem is not None and problem[3] == 'unexpected end of data'
                return count if count < wanted and is_begun else 0
            if byte < 0x80:
                return 0
    return 0


ascii_encode, ascii_decode = _functions('ascii')
latin_1_encode, latin_1_decode = _functions('iso8859-1')
utf_7_encode, utf_7_decode = _functions('utf-7')
utf_8_encode, utf_8_decode = _functions('utf-8')
utf_16_encode, utf_16_decode = _functions('utf-16')
utf_16_le_encode, utf_16_le_decode = _functions('utf-16-le')
utf_16_be_encode, utf_16_be_decode = _functions('utf-16-be')
utf_32_encode, utf_32_decode = _functions('utf-32')
utf_32_le_encode, utf_32_le_decode = _functions('utf-32-le')
utf_32_be_encode, utf_32_be_decode = _functions('utf-32-be')
unicode_escape_encode, unicode_escape_decode = _functions('unicode-escape')
raw_unicode_escape_encode, raw_unicode_escape_decode = _functions('raw-unicode-escape')


def escape_encode(data, errors='strict', /):
    """Bytes as they stand in a literal."""
    return repr(data)[2:-1].replace('\\"', '"').encode(), len(data)


# Encodings that are written here.

_ROT_13 = {}
for _first in (65, 97):
    for _place in range(26):
        _ROT_13[_first + _place] = _first + (_place + 13) % 26
del _first, _place


def _rot_13():
    def turn(input, errors='strict'):
        return str.translate(input, _ROT_13), len(input)

    return CodecInfo(turn, turn, name='rot-13', _is_text_encoding=False)


def _hex():
    from binascii import a2b_hex, b2a_hex

    return _of_bytes('hex', b2a_hex, a2b_hex)


def _base_64():
    from base64 import decodebytes, encodebytes

    return _of_bytes('base64', encodebytes, decodebytes)


def _punycode():
    from _idna import punycode_decode, punycode_encode

    def encode(input, errors='strict'):
        return punycode_encode(input), len(input)

    def decode(input, errors='strict'):
        return punycode_decode(input, errors), len(input)

    return CodecInfo(encode, decode, name='punycode')


def _host_names():
    from _idna import idna_decode, idna_encode

    def encode(input, errors='strict'):
        if errors != 'strict':
            raise UnicodeError('unsupported error handling ' + errors)
        return idna_encode(input), len(input)

    def decode(input, errors='strict'):
        if errors != 'strict':
            raise UnicodeError('Unsupported error handling ' + errors)
        return idna_decode(input), len(input)

    return CodecInfo(encode, decode, name='idna')


def _of_bytes(name, encoded, decoded):
    """A codec that makes bytes of bytes."""

    def encode(input, errors='strict'):
        return encoded(input), len(input)

    def decode(input, errors='strict'):
        return decoded(input), len(input)

    return CodecInfo(encode, decode, name=name, _is_text_encoding=False)


_OWN = {
    'rot13': _rot_13,
    'rot_13': _rot_13,
    'hex': _hex,
    'hex_codec': _hex,
    'base64': _base_64,
    'base_64': _base_64,
    'base64_codec': _base_64,
    'punycode': _punycode,
    'idna': _host_names,
}


# What `str.encode` and `bytes.decode` leave to this module.


def _text_encoded(text, encoding, errors):
    data = _done(_text_codec(encoding, 'encode')[0], 'encoding', text, encoding, errors)
    if not isinstance(data, bytes):
        raise TypeError(
            f"'{encoding}' encoder returned '{type(data).__name__}' instead of 'bytes'; use codecs.encode() to encode to arbitrary types"
        )
    return data


def _text_decoded(data, encoding, errors):
    text = _done(_text_codec(encoding, 'decode')[1], 'decoding', data, encoding, errors)
    if not isinstance(text, str):
        raise TypeError(
            f"'{encoding}' decoder returned '{type(text).__name__}' instead of 'str'; use codecs.decode() to decode to arbitrary types"
        )
    return text


def _text_codec(encoding, way):
    info = lookup(encoding)
    if isinstance(info, CodecInfo) and not info._is_text_encoding:
        raise LookupError(f"'{encoding}' is not a text encoding; use codecs.{way}() to handle arbitrary codecs")
    return info


def _encoded_by_handler(text, encoding, errors):
    return _named(_encode_asking, 'encoding', text, encoding, errors)


def _decoded_by_handler(data, encoding, errors):
    return _named(_decode_asking, 'decoding', data, encoding, errors)


# Those whose errors say nothing of the codec.
_SHORT = 'ascii', 'iso8859-1', 'utf-8', 'utf-16', 'utf-16-le', 'utf-16-be', 'utf-32', 'utf-32-le', 'utf-32-be'


def _named(function, doing, obj, encoding, errors):
    if _codecs.name_of(encoding) in _SHORT:
        return function(obj, encoding, errors)
    try:
        return function(obj, encoding, errors)
    except Exception as error:
        again = _with_codec(error, doing, encoding)
        if again is error:
            raise
        raise again from error


def _encode_asking(text, encoding, errors):
    handler = lookup_error(errors)
    encoded = bytearray()
    at = 0
    while True:
        data, problem = _codecs.encode_from(text, encoding, at)
        encoded += data
        if problem is None:
            return bytes(encoded)
        name, start, end, reason = problem
        error = UnicodeEncodeError(name, text, start, end, reason)
        new, at = _checked(handler(error), len(text), 'encoding')
        if isinstance(new, str):
            new, problem = _codecs.encode_from(new, encoding, 0)
            if problem is not None:
                raise error
        encoded += new


def _decode_asking(data, encoding, errors):
    handler = lookup_error(errors)
    decoded = []
    at = 0
    order = encoding
    while True:
        text, problem, order = _codecs.decode_from(data, order, at)
        decoded.append(text)
        if problem is None:
            return ''.join(decoded)
        name, start, end, reason = problem
        new, at = _checked(handler(UnicodeDecodeError(name, data, start, end, reason)), len(data), 'decoding')
        decoded.append(new)


def _checked(answer, length, doing):
    """What a handler puts in the place of what is wrong, and where to go on."""
    kinds, names = ((str, bytes), 'str/bytes') if doing == 'encoding' else (str, 'str')
    if not isinstance(answer, tuple) or len(answer) != 2 or not isinstance(answer[0], kinds):
        raise TypeError(f'{doing} error handler must return ({names}, int) tuple')
    new, at = answer
    if not isinstance(at, int):
        raise TypeError(f"'{type(at).__name__}' object cannot be interpreted as an integer")
    if at < 0:
        at += length
    if not 0 <= at <= length:
        raise IndexError(f'position {at} from error handler out of bounds')
    return new, at


# Handlers of errors.


def register_error(errors, handler, /):
    """Has a function of the program's called for what can't be encoded or decoded where `errors` is this name."""
    if not callable(handler):
        raise TypeError('handler must be callable')
    _handlers[errors] = handler


def lookup_error(name, /):
    """The handler of this name."""
    if name not in _handlers:
        raise LookupError(f"unknown error handler name '{name}'")
    return _handlers[name]


def strict_errors(exception, /):
    if isinstance(exception, Exception):
        raise exception
    raise TypeError('codec must pass exception instance')


def ignore_errors(exception, /):
    _wrong(exception, UnicodeEncodeError, UnicodeDecodeError, UnicodeTranslateError)
    return '', exception.end


def replace_errors(exception, /):
    _wrong(exception, UnicodeEncodeError, UnicodeDecodeError, UnicodeTranslateError)
    if isinstance(exception, UnicodeDecodeError):
        return '\ufffd', exception.end
    mark = '?' if isinstance(exception, UnicodeEncodeError) else '\ufffd'
    return mark * (exception.end - exception.start), exception.end


def xmlcharrefreplace_errors(exception, /):
    return ''.join([f'&#{ord(char)};' for char in _wrong(exception, UnicodeEncodeError)]), exception.end


def backslashreplace_errors(exception, /):
    wrong = _wrong(exception, UnicodeEncodeError, UnicodeDecodeError, UnicodeTranslateError)
    codes = wrong if isinstance(wrong, bytes) else [ord(char) for char in wrong]
    return ''.join([_escape(code) for code in codes]), exception.end


def namereplace_errors(exception, /):
    return _wrong(exception, UnicodeEncodeError).encode('ascii', 'namereplace').decode(), exception.end


def surrogateescape_errors(exception, /):
    _wrong(exception, UnicodeEncodeError, UnicodeDecodeError)
    if isinstance(exception, UnicodeDecodeError):
        raise ValueError("the playground's strings hold no lone surrogates")
    raise exception


def surrogatepass_errors(exception, /):
    _wrong(exception, UnicodeEncodeError, UnicodeDecodeError)
    raise exception


def _wrong(exception, *kinds):
    """What can't be encoded or decoded."""
    if not isinstance(exception, kinds):
        raise TypeError(f"don't know how to handle {type(exception).__name__} in error callback")
    return exception.object[exception.start : exception.end]


def _escape(code):
    return f'\\x{code:02x}' if code < 0x100 else f'\\u{code:04x}' if code < 0x10000 else f'\\U{code:08x}'


for _function in (
    strict_errors,
    ignore_errors,
    replace_errors,
    xmlcharrefreplace_errors,
    backslashreplace_errors,
    namereplace_errors,
    surrogateescape_errors,
    surrogatepass_errors,
):
    _handlers[_function.__name__.removesuffix('_errors')] = _builtin_function(_function, '_codecs')
del _function
del surrogateescape_errors, surrogatepass_errors
for _function in (register, unregister, lookup, encode, decode, register_error, lookup_error, escape_encode):
    _builtin_function(_function, '_codecs')
del _function
