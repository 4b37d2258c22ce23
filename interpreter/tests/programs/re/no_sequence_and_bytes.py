# A match has groups, and is no sequence; what replaces text is text; attributes of patterns and matches can't be set.
import re

match = re.match('(a)(b)', 'ab')
pattern = re.compile('(?P<first>a)(b)')


def t(function):
    try:
        print(repr(function()))
    except Exception as error:
        print(type(error).__name__, error)


def unpacked():
    first, second = match
    return first


def looped():
    for group in match:
        print(group)


def starred():
    first, *rest = match


for function in (unpacked, looped, starred):
    t(function)
t(lambda: list(match))
t(lambda: 'a' in match)
t(lambda: [*match])
t(lambda: print(*match))
t(lambda: iter(match))
t(lambda: reversed(match))
t(lambda: len(match))
t(lambda: dict(match))
t(lambda: sum(match))
t(lambda: ''.join(match))
t(lambda: match[0] + match[1] + match[2])
t(lambda: match[3])
t(lambda: '%(x)s' % match)

t(lambda: re.sub('a', b'b', 'a'))
t(lambda: re.sub('a', b'b', 'xay'))
t(lambda: re.sub('a', b'', 'xaya'))
t(lambda: re.sub('z', b'b', 'xay'))
t(lambda: re.sub('a', lambda found: b'b', 'a'))
t(lambda: re.sub('a', lambda found: None, 'xay'))
t(lambda: re.sub(b'a', 'b', b'a'))
t(lambda: re.sub(b'a', 'b', b'xay'))
t(lambda: re.subn(b'a', b'b', b'xay'))
t(lambda: re.sub(b'a', b'b', bytearray(b'xay')))
t(lambda: re.split('a', 'bab', maxsplit='x'))
t(lambda: re.sub('a', 'b', 'c', count='x'))
t(lambda: re.sub('a', 'b', 'aaa', count=True))
t(lambda: re.split('a', 'bababa', maxsplit=True))

for thing, names in ((pattern, ('pattern', 'flags', 'groups', 'groupindex', 'nope', '__doc__')), (match, ('string', 're', 'pos', 'endpos', 'nope'))):
    for name in names:
        t(lambda: setattr(thing, name, 5))
        if name in ('pattern', 'flags', 'groups', 'string', 're'):
            t(lambda: delattr(thing, name))
print(pattern.pattern, pattern.flags, pattern.groups, match.re.pattern, match.string, match.pos, match.endpos)
