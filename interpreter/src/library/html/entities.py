"""The names of characters in HTML 4: the letters of Latin-1 by letter and accent, the others by their places.

https://docs.python.org/3.11/library/html.entities.html, without the two thousand names that HTML 5 adds.
"""

__all__ = ['name2codepoint', 'codepoint2name', 'entitydefs']

# From U+00A0 on.
_LATIN_1 = (
    'nbsp iexcl cent pound curren yen brvbar sect uml copy ordf laquo not shy reg macr deg plusmn sup2 sup3 acute micro para middot cedil '
    'sup1 ordm raquo frac14 frac12 frac34 iquest '
    'Agrave Aacute Acirc Atilde Auml Aring AElig Ccedil Egrave Eacute Ecirc Euml Igrave Iacute Icirc Iuml '
    'ETH Ntilde Ograve Oacute Ocirc Otilde Ouml times Oslash Ugrave Uacute Ucirc Uuml Yacute THORN szlig '
    'agrave aacute acirc atilde auml aring aelig ccedil egrave eacute ecirc euml igrave iacute icirc iuml '
    'eth ntilde ograve oacute ocirc otilde ouml divide oslash ugrave uacute ucirc uuml yacute thorn yuml'
).split()

# From U+0391 on; there is no capital final sigma.
_GREEK = (
    'Alpha Beta Gamma Delta Epsilon Zeta Eta Theta Iota Kappa Lambda Mu Nu Xi Omicron Pi Rho - Sigma Tau Upsilon Phi Chi Psi Omega'.split()
)

_OTHERS = {
    'quot': 0x22,
    'amp': 0x26,
    'lt': 0x3C,
    'gt': 0x3E,
    'OElig': 0x152,
    'oelig': 0x153,
    'Scaron': 0x160,
    'scaron': 0x161,
    'Yuml': 0x178,
    'fnof': 0x192,
    'circ': 0x2C6,
    'tilde': 0x2DC,
    'sigmaf': 0x3C2,
    'thetasym': 0x3D1,
    'upsih': 0x3D2,
    'piv': 0x3D6,
    'ensp': 0x2002,
    'emsp': 0x2003,
    'thinsp': 0x2009,
    'zwnj': 0x200C,
    'zwj': 0x200D,
    'lrm': 0x200E,
    'rlm': 0x200F,
    'ndash': 0x2013,
    'mdash': 0x2014,
    'lsquo': 0x2018,
    'rsquo': 0x2019,
    'sbquo': 0x201A,
    'ldquo': 0x201C,
    'rdquo': 0x201D,
    'bdquo': 0x201E,
    'dagger': 0x2020,
    'Dagger': 0x2021,
    'bull': 0x2022,
    'hellip': 0x2026,
    'permil': 0x2030,
    'prime': 0x2032,
    'Prime': 0x2033,
    'lsaquo': 0x2039,
    'rsaquo': 0x203A,
    'oline': 0x203E,
    'frasl': 0x2044,
    'euro': 0x20AC,
    'image': 0x2111,
    'weierp': 0x2118,
    'real': 0x211C,
    'trade': 0x2122,
    'alefsym': 0x2135,
    'larr': 0x2190,
    'uarr': 0x2191,
    'rarr': 0x2192,
    'darr': 0x2193,
    'harr': 0x2194,
    'crarr': 0x21B5,
    'lArr': 0x21D0,
    'uArr': 0x21D1,
    'rArr': 0x21D2,
    'dArr': 0x21D3,
    'hArr': 0x21D4,
    'forall': 0x2200,
    'part': 0x2202,
    'exist': 0x2203,
    'empty': 0x2205,
    'nabla': 0x2207,
    'isin': 0x2208,
    'notin': 0x2209,
    'ni': 0x220B,
    'prod': 0x220F,
    'sum': 0x2211,
    'minus': 0x2212,
    'lowast': 0x2217,
    'radic': 0x221A,
    'prop': 0x221D,
    'infin': 0x221E,
    'ang': 0x2220,
    'and': 0x2227,
    'or': 0x2228,
    'cap': 0x2229,
    'cup': 0x222A,
    'int': 0x222B,
    'there4': 0x2234,
    'sim': 0x223C,
    'cong': 0x2245,
    'asymp': 0x2248,
    'ne': 0x2260,
    'equiv': 0x2261,
    'le': 0x2264,
    'ge': 0x2265,
    'sub': 0x2282,
    'sup': 0x2283,
    'nsub': 0x2284,
    'sube': 0x2286,
    'supe': 0x2287,
    'oplus': 0x2295,
    'otimes': 0x2297,
    'perp': 0x22A5,
    'sdot': 0x22C5,
    'lceil': 0x2308,
    'rceil': 0x2309,
    'lfloor': 0x230A,
    'rfloor': 0x230B,
    'lang': 0x2329,
    'rang': 0x232A,
    'loz': 0x25CA,
    'spades': 0x2660,
    'clubs': 0x2663,
    'hearts': 0x2665,
    'diams': 0x2666,
}

name2codepoint = {name: 0xA0 + place for place, name in enumerate(_LATIN_1)}
for _place, _name in enumerate(_GREEK):
    if _name != '-':
        name2codepoint[_name] = 0x391 + _place
        name2codepoint[_name.lower()] = 0x3B1 + _place
name2codepoint.update(_OTHERS)

codepoint2name = {code: name for name, code in name2codepoint.items()}

entitydefs = {name: chr(code) for name, code in name2codepoint.items()}

# HTML 5 has these, too, and each of `without_semicolon` counts without its semicolon.
_CAPITALS = {'AMP': 0x26, 'COPY': 0xA9, 'GT': 0x3E, 'LT': 0x3C, 'QUOT': 0x22, 'REG': 0xAE}
_HTML_5 = {
    'apos': 0x27,
    'lang': 0x27E8,
    'rang': 0x27E9,
    'nbsp': 0xA0,
    'excl': 0x21,
    'num': 0x23,
    'dollar': 0x24,
    'percnt': 0x25,
    'lpar': 0x28,
    'rpar': 0x29,
    'ast': 0x2A,
    'plus': 0x2B,
    'comma': 0x2C,
    'period': 0x2E,
    'sol': 0x2F,
    'colon': 0x3A,
    'semi': 0x3B,
    'equals': 0x3D,
    'quest': 0x3F,
    'commat': 0x40,
    'lsqb': 0x5B,
    'lbrack': 0x5B,
    'bsol': 0x5C,
    'rsqb': 0x5D,
    'rbrack': 0x5D,
    'Hat': 0x5E,
    'lowbar': 0x5F,
    'grave': 0x60,
    'lcub': 0x7B,
    'lbrace': 0x7B,
    'verbar': 0x7C,
    'vert': 0x7C,
    'rcub': 0x7D,
    'rbrace': 0x7D,
    'check': 0x2713,
    'cross': 0x2717,
    'star': 0x2606,
    'starf': 0x2605,
    'phone': 0x260E,
    'half': 0xBD,
    'Tab': 0x9,
    'NewLine': 0xA,
    'hearts': 0x2665,
    'epsilon': 0x3B5,
    'thetav': 0x3D1,
    'mldr': 0x2026,
    'nldr': 0x2025,
    'dash': 0x2010,
}

_characters = {name: chr(code) for name, code in {**name2codepoint, **_CAPITALS, **_HTML_5}.items()}
_without_semicolon = {*_LATIN_1, *_CAPITALS, 'quot', 'amp', 'lt', 'gt'}
