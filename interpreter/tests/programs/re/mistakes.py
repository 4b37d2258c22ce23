import re

for pattern in ['(', 'a)', '[a', '*a', 'a**', 'a{3,2}', '(?P<n>a)(?P<n>b)', '(?P<1>a)', r'\q', '[z-a]', '(?<=a*)b', '(?z)', 'a(?i)',
                '(?P<n', '(?:a', '\\', r'\1', '[[:alpha:]', 'x\n(']:
    try:
        re.compile(pattern)
    except re.error as error:
        print(f'{pattern!r}: {error} | {error.msg!r} {error.pos} {error.lineno} {error.colno}')
try:
    re.sub('a', r'\2', 'a')
except re.error as error:
    print(error)
re.compile('a(b')
