import re

print(re.findall('straße', 'STRASSE Straße', re.I))
print(re.findall('é', 'É é E', re.I), re.findall('[à-ü]', 'ÀÉ', re.I), re.findall('k', 'K k \u212a', re.I))
print(re.findall(r'(?a)\d', '1٢'), re.findall(r'\d', '1٢'), re.findall(r'\s', 'a\u00a0b\u2003c'))
print(re.search('ж+', 'ooЖЖжoo', re.I), re.search('[^\W\d_]+', '12_añb').group())
print(re.search(r'\u00e9\x41\N{BULLET}', 'éA•'))
