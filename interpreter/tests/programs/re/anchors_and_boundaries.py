import re

print([match.start() for match in re.finditer(r'\bcat\b', 'cat concat cat, cats')])
print(re.findall(r'\Bcat', 'cat concat'), re.findall(r'\w+$', 'last word\n'), re.findall(r'\w+\Z', 'last word\n'))
print(re.search('^b', 'a\nb'), re.search('(?m)^b', 'a\nb'), re.search(r'\Ab', 'a\nb'))
word = re.compile(r'\w+')
print(word.match('one two', 4), word.match('one two', 3), word.search('one two', 2, 5))
print(re.findall('$', 'a\n'), [match.span() for match in re.finditer('$', 'a\n')])
