import re

print(re.sub(r'(?<=\d)(?=(?:\d{3})+$)', ',', '1234567'))
print(re.findall(r'\w+(?=!)', 'hey! you there!'))
print(re.findall(r'(?<!\$)\b\d+', '$5 6 $70 80'))
strong = re.compile(r'(?=.*\d)(?=.*[a-z])(?=.*[A-Z]).{8,}')
print([bool(strong.fullmatch(word)) for word in ('password', 'Passw0rd', 'P4ss')])
print(re.match(r'(?=(a+))a', 'aaa').groups())
