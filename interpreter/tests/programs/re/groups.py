import re

date = re.compile(r'(?P<year>\d{4})-(?P<month>\d\d)(?:-(?P<day>\d\d))?')
match = date.search('since 2024-03, maybe')
print(match.group(), match.group(1), match['month'], match.group('year', 'month'))
print(match.groups(), match.groups('??'), match.groupdict())
print(match.span('month'), match.start('day'), match.lastindex, match.lastgroup)
print(date.groups, dict(date.groupindex), match.re is date, match.string)
print(match.expand(r'\2/\1 \g<year>\n'))
try:
    match.group('hour')
except IndexError as error:
    print(error)
