##### fstrings: not closed
f'{a'
##### fstrings: empty
f'{}'
##### fstrings: only spaces
f'{  }'
##### fstrings: lone closing brace
f'a}'
##### fstrings: lone opening brace
f'a{'
##### fstrings: escaped braces
f'{{a}}'
##### fstrings: closing brace after a field
f'{a}}'
##### fstrings: unknown conversion
f'{a!x}'
##### fstrings: empty conversion
f'{a!}'
##### fstrings: long conversion
f'{a!rr}'
##### fstrings: conversion without expression
f'{!r}'
##### fstrings: format without expression
f'{:3}'
##### fstrings: equals without expression
f'{=}'
##### fstrings: backslash in a field
f'{a\n}'
##### fstrings: backslash in a string in a field
f'{"\n".join(a)}'
##### fstrings: comment in a field
f'{a # b}'
##### fstrings: hash in a string in a field
f'{a["#"]}'
##### fstrings: unterminated string in a field
f'{"a}'
##### fstrings: unmatched parenthesis
f'{a)}'
##### fstrings: parenthesis not closed
f'{(a}'
##### fstrings: wrong parenthesis
f'{(a]}'
##### fstrings: bracket not closed
f'{a[}'
##### fstrings: statement
f'{a = b}'
##### fstrings: assignment expression
f'{(a := b)}'
##### fstrings: two expressions
f'{a b}'
##### fstrings: dollar
f'{a $ b}'
##### fstrings: half an expression
f'{a +}'
##### fstrings: keyword
f'{class}'
##### fstrings: number and a name
f'{1a}'
##### fstrings: lambda
f'{lambda x: 1}'
##### fstrings: lambda in parentheses
f'{(lambda x: 1)}'
##### fstrings: star
f'{*a}'
##### fstrings: star in a tuple
f'{*a,}'
##### fstrings: conditional without else
f'{a if b}'
##### fstrings: nested format
f'{a:{b}}'
##### fstrings: format nested twice
f'{a:{b:{c}}}'
##### fstrings: error in a format
f'{a:{b c}}'
##### fstrings: format not closed
f'{a:{b}'
##### fstrings: nested f-string
f'{f"{a b}"}'
##### fstrings: same quotes
f'{a['b']}'
##### fstrings: triple quotes, error on the second line
f"""
{a b}
"""
##### fstrings: triple quotes, field over lines
f"""{
a b}"""
##### fstrings: triple quotes, not closed
f"""{a"""
##### fstrings: in a call
print(f'{a!z}', b)
##### fstrings: after other strings
'a' f'{b' 'c'
##### fstrings: raw
rf'{a\n}'
##### fstrings: semicolon
f'{a; b}'
##### fstrings: yield out of a function
f'{yield}'
##### fstrings: await out of a function
f'{await x}'
##### fstrings: not equal
f'{a != b}'
##### fstrings: named escape
f'\N{BULLET}{a}'
##### fstrings: bad escape in the text
f'{a}\x1'
##### fstrings: print in a field
f'{print x}'
##### fstrings: equals for double equals
f'{f(a.b=1)}'
##### fstrings: walrus without parentheses
f'{a:=5}'
##### fstrings: string in a format
f'{a:'b'}'
##### fstrings: error before an f-string's
x = = f'{'
##### fstrings: error after an f-string's
x = f'{' +
##### fstrings: brackets not closed and an f-string
x = (f'{a b}'
