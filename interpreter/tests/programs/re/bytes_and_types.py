import re

print(re.findall(rb'\w+', b'raw bytes \xe9'), re.sub(b'a', b'[\\g<0>]', b'banana'), re.match(b'(?i)A', b'a'))
print(re.split(b',', bytearray(b'a,b')), re.compile(b'x', re.A))
for pattern, text in [('a', b'a'), (b'a', 'a'), ('a', 3), (3, 'a')]:
    try:
        re.search(pattern, text)
    except TypeError as error:
        print(error)
print(re.escape('1+1=2? (yes)'), re.escape(b'a.b'))
print(re.compile('a') is re.compile('a'), re.compile('a') == re.compile('a', re.I), {re.compile('a'): 1})
