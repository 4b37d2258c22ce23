import re

print(re.sub(r'\s+', ' ', 'too   many\n\tspaces'))
print(re.sub(r'(\w+) (\w+)', r'\2 \1', 'hello world'))
print(re.sub(r'\d+', lambda match: str(int(match[0]) * 2), 'a1 b22 c333'))
print(re.subn('a', 'b', 'banana', count=2))
print(re.sub(r'(?P<first>\w)(\w*)', r'\g<2>\g<first>ay', 'pig latin'))
print(re.sub('x*', '-', 'abxd'))
print(re.sub('', '.', 'abc'))
