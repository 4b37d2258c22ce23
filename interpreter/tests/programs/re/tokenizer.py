import re
from collections import namedtuple

Token = namedtuple('Token', 'kind text')
PARTS = [('NUMBER', r'\d+(?:\.\d+)?'), ('NAME', r'[A-Za-z_]\w*'), ('OPERATOR', r'[-+*/=()]'), ('SPACE', r'\s+'), ('OTHER', r'.')]
pattern = re.compile('|'.join(f'(?P<{kind}>{part})' for kind, part in PARTS))


def tokens(text):
    for match in pattern.finditer(text):
        kind = match.lastgroup
        if kind == 'SPACE':
            continue
        if kind == 'OTHER':
            raise SyntaxError(f'{match.group()!r} at {match.start()}')
        yield Token(kind, match.group())


for token in tokens('area = 3.14 * (r + 1)'):
    print(token)
try:
    list(tokens('a ? b'))
except SyntaxError as error:
    print(error)
