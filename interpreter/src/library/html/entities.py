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
_GREEK = 'Alpha Beta Gamma Delta Epsilon Zeta Eta Theta Iota Kappa Lambda Mu Nu Xi Omicron Pi Rho - Sigma Tau Upsilon Phi Chi Psi Omega'.split()

_OTHERS = {
    'quot': 0x22, 'amp': 0x26, 'lt': 0x3c, 'gt': 0x3e,
    'OElig': 0x152, 'oelig': 0x153, 'Scaron': 0x160, 'scaron': 0x161, 'Yuml': 0x178, 'fnof': 0x192, 'circ': 0x2c6, 'tilde': 0x2dc,
    'sigmaf': 0x3c2, 'thetasym': 0x3d1, 'upsih': 0x3d2, 'piv': 0x3d6,
    'ensp': 0x2002, 'emsp': 0x2003, 'thinsp': 0x2009, 'zwnj': 0x200c, 'zwj': 0x200d, 'lrm': 0x200e, 'rlm': 0x200f,
    'ndash': 0x2013, 'mdash': 0x2014, 'lsquo': 0x2018, 'rsquo': 0x2019, 'sbquo': 0x201a, 'ldquo': 0x201c, 'rdquo': 0x201d, 'bdquo': 0x201e,
    'dagger': 0x2020, 'Dagger': 0x2021, 'bull': 0x2022, 'hellip': 0x2026, 'permil': 0x2030, 'prime': 0x2032, 'Prime': 0x2033,
    'lsaquo': 0x2039, 'rsaquo': 0x203a, 'oline': 0x203e, 'frasl': 0x2044, 'euro': 0x20ac,
    'image': 0x2111, 'weierp': 0x2118, 'real': 0x211c, 'trade': 0x2122, 'alefsym': 0x2135,
    'larr': 0x2190, 'uarr': 0x2191, 'rarr': 0x2192, 'darr': 0x2193, 'harr': 0x2194, 'crarr': 0x21b5,
    'lArr': 0x21d0, 'uArr': 0x21d1, 'rArr': 0x21d2, 'dArr': 0x21d3, 'hArr': 0x21d4,
    'forall': 0x2200, 'part': 0x2202, 'exist': 0x2203, 'empty': 0x2205, 'nabla': 0x2207, 'isin': 0x2208, 'notin': 0x2209, 'ni': 0x220b,
    'prod': 0x220f, 'sum': 0x2211, 'minus': 0x2212, 'lowast': 0x2217, 'radic': 0x221a, 'prop': 0x221d, 'infin': 0x221e, 'ang': 0x2220,
    'and': 0x2227, 'or': 0x2228, 'cap': 0x2229, 'cup': 0x222a, 'int': 0x222b, 'there4': 0x2234, 'sim': 0x223c, 'cong': 0x2245,
    'asymp': 0x2248, 'ne': 0x2260, 'equiv': 0x2261, 'le': 0x2264, 'ge': 0x2265, 'sub': 0x2282, 'sup': 0x2283, 'nsub': 0x2284,
    'sube': 0x2286, 'supe': 0x2287, 'oplus': 0x2295, 'otimes': 0x2297, 'perp': 0x22a5, 'sdot': 0x22c5,
    'lceil': 0x2308, 'rceil': 0x2309, 'lfloor': 0x230a, 'rfloor': 0x230b, 'lang': 0x2329, 'rang': 0x232a,
    'loz': 0x25ca, 'spades': 0x2660, 'clubs': 0x2663, 'hearts': 0x2665, 'diams': 0x2666,
}

name2codepoint = {name: 0xa0 + place for place, name in enumerate(_LATIN_1)}
for _place, _name in enumerate(_GREEK):
    if _name != '-':
        name2codepoint[_name] = 0x391 + _place
        name2codepoint[_name.lower()] = 0x3b1 + _place
name2codepoint.update(_OTHERS)

codepoint2name = {code: name for name, code in name2codepoint.items()}

entitydefs = {name: chr(code) for name, code in name2codepoint.items()}

# HTML 5 has these, too, and each of `without_semicolon` counts without its semicolon.
_CAPITALS = {'AMP': 0x26, 'COPY': 0xa9, 'GT': 0x3e, 'LT': 0x3c, 'QUOT': 0x22, 'REG': 0xae}
_HTML_5 = {'apos': 0x27, 'lang': 0x27e8, 'rang': 0x27e9, 'nbsp': 0xa0, 'excl': 0x21, 'num': 0x23, 'dollar': 0x24, 'percnt': 0x25,
           'lpar': 0x28, 'rpar': 0x29, 'ast': 0x2a, 'plus': 0x2b, 'comma': 0x2c, 'period': 0x2e, 'sol': 0x2f, 'colon': 0x3a, 'semi': 0x3b,
           'equals': 0x3d, 'quest': 0x3f, 'commat': 0x40, 'lsqb': 0x5b, 'lbrack': 0x5b, 'bsol': 0x5c, 'rsqb': 0x5d, 'rbrack': 0x5d,
           'Hat': 0x5e, 'lowbar': 0x5f, 'grave': 0x60, 'lcub': 0x7b, 'lbrace': 0x7b, 'verbar': 0x7c, 'vert': 0x7c, 'rcub': 0x7d,
           'rbrace': 0x7d, 'check': 0x2713, 'cross': 0x2717, 'star': 0x2606, 'starf': 0x2605, 'phone': 0x260e, 'half': 0xbd,
           'Tab': 0x9, 'NewLine': 0xa, 'hearts': 0x2665, 'epsilon': 0x3b5, 'thetav': 0x3d1, 'mldr': 0x2026, 'nldr': 0x2025, 'dash': 0x2010}

_characters = {name: chr(code) for name, code in {**name2codepoint, **_CAPITALS, **_HTML_5}.items()}
_without_semicolon = {*_LATIN_1, *_CAPITALS, 'quot', 'amp', 'lt', 'gt'}
