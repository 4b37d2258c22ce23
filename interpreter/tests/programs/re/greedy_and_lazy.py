import re

html = '<b>bold</b> and <i>italic</i>'
print(re.findall('<.+>', html))
print(re.findall('<.+?>', html))
print(re.match('a{2,3}', 'aaaa'), re.match('a{2,3}?', 'aaaa'), re.match('(a|ab)(c|bcd)(d*)', 'abcd').groups())
print(re.match('(a+)(a*)', 'aaa').groups(), re.match('(a+?)(a*)', 'aaa').groups())
print(re.match('(?:(a)|b)*', 'aab').groups())
print(re.search('x{,2}y', 'xxxy'), re.search('{3}', 'a{3}'), re.search('a{1', 'a{1'))
