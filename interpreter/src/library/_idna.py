"""Names of hosts in ASCII: the encodings `punycode` (RFC 3492) and `idna` (RFC 3490), for `codecs`.

Of the rules for names those are not checked that are about text in two directions.
"""

from _codecs import nfkc as _nfkc

_BASE, _LOWEST, _HIGHEST, _SKEW, _DAMP, _START_BIAS, _START = 36, 1, 26, 38, 700, 72, 128
_DIGITS = 'abcdefghijklmnopqrstuvwxyz0123456789'

# What names are prepared without (RFC 3454, table B.1).
_NOTHING = dict.fromkeys(map(ord, '\xad\u034f\u1806\u180b\u180c\u180d\u200b\u200c\u200d\u2060\ufeff'))
_NOTHING |= dict.fromkeys(range(0xFE00, 0xFE10))

_DOTS = '.\u3002\uff0e\uff61'
_PREFIX = 'xn--'


# Punycode.


def punycode_encode(text):
    """The characters of ASCII first, then what tells the others and their places."""
    plain = ''.join([char for char in text if char.isascii()])
    coded = [plain + '-'] if plain else []
    code, delta, bias = _START, 0, _START_BIAS
    done = len(plain)
    for following in sorted({ord(char) for char in text if not char.isascii()}):
        delta += (following - code) * (done + 1)
        code = following
        for char in text:
            if ord(char) < code:
                delta += 1
            elif ord(char) == code:
                coded.append(_number(delta, bias))
                bias = _adapted(delta, done + 1, done == len(plain))
                delta = 0
                done += 1
        delta += 1
        code += 1
    return ''.join(coded).encode()


def punycode_decode(data, errors='strict'):
    if errors not in ('strict', 'replace', 'ignore'):
        raise UnicodeError('Unsupported error handling ' + errors)
    plain, _, coded = data.rpartition(b'-')
    chars = list(plain.decode('ascii', errors))
    coded = coded.decode('ascii').upper()
    code, place, bias = _START, 0, _START_BIAS
    at = 0
    while at < len(coded):
        before = place
        weight, base = 1, _BASE
        while True:
            if at == len(coded):
                if errors == 'strict':
                    raise UnicodeError('incomplete punicode string')
                return ''.join(chars)
            digit = _DIGITS.find(coded[at].lower())
            at += 1
            if digit < 0:
                if errors == 'strict':
                    raise UnicodeError(f"Invalid extended code point '{coded[at - 1]}'")
                return ''.join(chars)
            place += digit * weight
            threshold = _threshold(base, bias)
            if digit < threshold:
                break
            weight *= _BASE - threshold
            base += _BASE
        bias = _adapted(place - before, len(chars) + 1, before == 0 and code == _START)
        rounds, place = divmod(place, len(chars) + 1)
        code += rounds
        if code > 0x10FFFF:
            if errors == 'strict':
                raise UnicodeError(f'Invalid character U+{code:x}')
            code = ord('?')
        chars.insert(place, chr(code))
        place += 1
    return ''.join(chars)


def _number(delta, bias):
    digits = []
    base = _BASE
    while True:
        threshold = _threshold(base, bias)
        if delta < threshold:
            return ''.join(digits) + _DIGITS[delta]
        delta, digit = divmod(delta - threshold, _BASE - threshold)
        digits.append(_DIGITS[threshold + digit])
        base += _BASE


def _threshold(base, bias):
    return min(max(base - bias, _LOWEST), _HIGHEST)


def _adapted(delta, count, is_first):
    delta = delta // _DAMP if is_first else delta // 2
    delta += delta // count
    rounds = 0
    while delta > (_BASE - _LOWEST) * _HIGHEST // 2:
        delta //= _BASE - _LOWEST
        rounds += _BASE
    return rounds + (_BASE - _LOWEST + 1) * delta // (delta + _SKEW)


# Names of hosts.


def idna_encode(text):
    """Each label of a name by itself."""
    if not text:
        return b''
    if text.isascii():
        *labels, last = text.split('.')
        for label in labels:
            _checked(label)
        if len(last) >= 64:
            raise UnicodeError('label too long')
        return text.encode()
    for dot in _DOTS:
        text = text.replace(dot, '.')
    *labels, last = text.split('.')
    coded = [_to_ascii(label) for label in labels]
    return '.'.join(coded + [_to_ascii(last) if last else '']).encode()


def idna_decode(data):
    if not data:
        return ''
    data = bytes(data)
    if b'xn--' not in data.lower():
        try:
            return data.decode('ascii')
        except UnicodeDecodeError:
            pass
    *labels, last = data.split(b'.')
    return '.'.join([_to_text(label) for label in labels] + [_to_text(last) if last else ''])


def _to_ascii(label):
    if label.isascii():
        return _checked(label)
    label = _prepared(label)
    if label.isascii():
        return _checked(label)
    if label.startswith(_PREFIX):
        raise UnicodeError('Label starts with ACE prefix')
    return _checked(_PREFIX + punycode_encode(label).decode())


def _to_text(label):
    text = label.decode('ascii')
    if not text.lower().startswith(_PREFIX):
        return text
    decoded = punycode_decode(label[len(_PREFIX) :])
    again = _to_ascii(decoded)
    if text.lower() != again:
        raise UnicodeError('IDNA does not round-trip', label, again.encode())
    return decoded


def _checked(label):
    if not 0 < len(label) < 64:
        raise UnicodeError('label empty or too long')
    return label


def _prepared(label):
    """The label in the form in which names are compared (RFC 3491)."""
    label = _nfkc(_nfkc(label.translate(_NOTHING).casefold()).casefold())
    for char in label:
        if not char.isascii() and (char.isspace() or not char.isprintable()):
            raise UnicodeError(f'Invalid character {char!r}')
    return label
