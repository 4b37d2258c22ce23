import re

text = 'First line\nsecond LINE\nthird'
print(re.findall('line', text, re.IGNORECASE))
print(re.findall('^.', text, re.M), re.findall('.$', text, re.MULTILINE))
print(re.findall('line.second', text), re.findall('line.second', text, re.DOTALL))
print(re.findall(r'\w+', 'naïve café'), re.findall(r'\w+', 'naïve café', re.ASCII))
print(re.findall(r'(?i)first|(?-i:LINE)', text), re.findall(r'(?s:e.s)', text))
number = re.compile(r'''
    [+-]?           # sign
    \d+ (?: \. \d* )?   # digits, and maybe a fraction
''', re.VERBOSE)
print(number.findall('1 +2.5 -3.'), number.flags)
print(re.I | re.M, repr(re.compile('a', re.I | re.X)), re.compile('a'))
