"""Pattern.scanner, re.Scanner, positions that have an __index__, flags as a pattern shows them."""

import re

token = re.compile(r'(?P<NUM>\d+)|(?P<WS>\s+)|(?P<OP>[+*])')
print([(match.lastgroup, match.group()) for match in iter(token.scanner('12 + 3*x').match, None)])
print([match.span() for match in iter(re.compile('a*').scanner('baac').search, None)])
print([match.span() for match in iter(re.compile('a').scanner('aaaa', 1, 3).search, None)])
scanner = token.scanner('1')
print(scanner.pattern is token, scanner.match().group(), scanner.match(), scanner.match())
print(re.Scanner([(r'\d+', lambda scanner, text: int(text)), (r'\s+', None)]).scan('12 3 x'))


class Two:
    def __index__(self):
        return 2


print(re.compile('a').findall('banana', Two()), re.compile('a').search('banana', Two()).span())
print([match.start() for match in re.compile('a').finditer('banana', Two())])
for flags in (re.A | re.X, re.A | re.I, re.S | re.M, re.I | re.M | re.S | re.X, re.U):
    print(re.compile('abc', flags), flags)
try:
    re.compile('a').search('a', 'b')
except TypeError as error:
    print(error)
