import re

print(re.split(r'[,;]\s*', 'a, b;c,d'))
print(re.split(r'([,;])', 'a,b;c'))
print(re.split(r'\d', 'a1b2c3', maxsplit=2))
print(re.split(r'(x)|(y)', 'axbyc'))
print(re.split(r'\b', 'two words'))
print(re.split('x*', 'axbc'))
