"""Texts in HTML: characters written as entities, and back.

https://docs.python.org/3.11/library/html.html
"""

import re as _re

__all__ = ['escape', 'unescape']


def escape(s, quote=True):
    """The text with what HTML has a meaning for as entities."""
    s = s.replace('&', '&amp;').replace('<', '&lt;').replace('>', '&gt;')
    if quote:
        s = s.replace('"', '&quot;').replace("'", '&#x27;')
    return s


_reference = _re.compile(r'&(#[0-9]+;?|#[xX][0-9a-fA-F]+;?|[^\t\n\f <&#;]{1,32};?)')

# Numbers from 128 on mean the characters of Windows, as browsers have it; a space where there is none.
_WINDOWS = '€ ‚ƒ„…†‡ˆ‰Š‹Œ Ž  ‘’“”•–—˜™š›œ žŸ'


def unescape(s):
    """The text with its entities as the characters they mean."""
    return _reference.sub(_character, s) if '&' in s else s


def _character(match):
    name = match[1]
    if name[0] == '#':
        return _by_number(name[1:].rstrip(';'))
    from html.entities import _characters, _without_semicolon

    if name.endswith(';') and name[:-1] in _characters:
        return _characters[name[:-1]]
    for end in range(len(name), 1, -1):
        if name[:end] in _without_semicolon:
            return _characters[name[:end]] + name[end:]
    return '&' + name


def _by_number(digits):
    code = int(digits[1:], 16) if digits[0] in 'xX' else int(digits)
    if code == 0 or 0xD800 <= code <= 0xDFFF or code > 0x10FFFF:
        return '\ufffd'
    if 0x80 <= code <= 0x9F:
        char = _WINDOWS[code - 0x80]
        return chr(code) if char == ' ' else char
    if code == 0xD:
        return '\r'
    if code < 0x20 and code not in (0x9, 0xA, 0xC) or code == 0x7F or 0xFDD0 <= code <= 0xFDEF or code & 0xFFFE == 0xFFFE:
        return ''
    return chr(code)
