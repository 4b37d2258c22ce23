import re

text = 'On 2024-03-15 we met 12 people; on 2024-04-01 only 3.'
print(re.search(r'\d+', text))
print(re.match(r'\d+', text))
print(re.match(r'On', text).span())
print(re.fullmatch(r'\w+', 'word'), re.fullmatch(r'\w+', 'two words'))
print(re.findall(r'\d{4}-\d\d-\d\d', text))
print(re.findall(r'(\d+) (\w+)', text))
for match in re.finditer(r'\b\d+\b', text):
    print(match.start(), match.end(), match.group())
