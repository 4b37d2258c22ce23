"""Texts escaped for HTML, and back."""

import html
import html.entities

print(html.escape('<a href="x">Tom & \'Jerry\'</a>'), html.escape('"a" < \'b\'', quote=False), html.escape(''))
for text in [
    '&lt;p&gt;', '&amp;amp;', '&copy 2024', '&copyright;', '&eacute;t&eacute', '&euro;', '&#8364;', '&#x20ac;', '&#X20AC', '&#128;', '&#0;', '&#xD800;', '&#x110000;',
    '&#1;', '&#13;', '&', '&;', '&#;', '&#x;', '&unknown;', '&notit;', '&ampx', '&alpha;&Omega;', '&apos;', '&nbsp;|', '&hellip;', '&AMP;&LT', '& lt;', 'a&ltb',
    '&frac12;', '&rarr;', '&times', 'plain', '&lang;&rang;', '&#65;&#66', '&#xfdd0;', '&#129;',
]:
    print(repr(text), repr(html.unescape(text)))
names = html.entities.name2codepoint
print(len(names), names['eacute'], html.entities.codepoint2name[8364], html.entities.entitydefs['szlig'])
for name in sorted(names):
    assert html.unescape(f'&{name};') == chr(names[name]) or name in ('lang', 'rang')
print([name for name in sorted(names) if html.unescape(f'&{name} ') != f'&{name} '])
