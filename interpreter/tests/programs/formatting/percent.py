def attempt(template, argument):
    try:
        print(repr(template), repr(template % argument))
    except Exception as error:
        print(repr(template), type(error).__name__, error)


for template in ['%d', '%5d|', '%-5d|', '%05d', '%+d', '%#x', '%o', '%e', '%.2f', '%-10.2f|', '%g', '%#g', '%c', '%s', '%10s|', '%.2s', '%r', '%a', '%0+8d',
                 '%ld', '%b', '%y', '%', '%(a)s', '%*d', '%.3r', '%i%%']:
    for argument in [0, -5, 3.7, 'é', (1,), (1, 2), {'a': 1}, None, 10**20, float('nan'), True, [1], 65, ()]:
        attempt(template, argument)
for template, argument in [('%(a)s %(b)5d', {'a': 'x', 'b': 3}), ('%(a)s', {}), ('%(a)s', 1), ('%*d', (5, 3)), ('%-*d|', (5, 3)), ('%.*f', (2, 3.14159)),
                           ('%*d', ('x', 3)), ('%s %s', 'a'), ('x', 1), ('x', {}), ('%(a)s %s', {'a': 1}), ('%((a))s', {'(a)': 2}), ('%(a', {'a': 1})]:
    attempt(template, argument)
