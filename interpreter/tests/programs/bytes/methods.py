text = b'Hello, World'
calls = [
    ('upper',), ('title',), ('capitalize',), ('swapcase',), ('split',), ('split', b','), ('split', b'o', 1), ('rsplit', b'o', 1), ('splitlines',),
    ('strip', b'Hd'), ('lstrip', b'He'), ('rstrip', b'd'), ('find', b'o'), ('find', 111), ('rfind', b'o'), ('index', b'z'), ('count', b'l'),
    ('replace', b'l', b'LL'), ('replace', b'l', b'', 1), ('startswith', b'He'), ('startswith', (b'x', b'H')), ('endswith', b'ld', 3),
    ('join', [b'a', b'b']), ('partition', b', '), ('rpartition', b'o'), ('center', 20, b'*'), ('ljust', 15, b'.'), ('rjust', 15), ('zfill', 15),
    ('isalpha',), ('isascii',), ('isupper',), ('istitle',), ('hex',), ('hex', ':'), ('hex', '-', 2), ('hex', '-', -2), ('decode',),
    ('translate', None, b'l'), ('removeprefix', b'Hello'), ('removesuffix', b'World'), ('expandtabs',), ('fromhex', '48 65'),
    # Wrong ones.
    ('split', b''), ('split', 'x'), ('find', 'o'), ('find', 300), ('replace', 'l', b''), ('startswith', 'H'), ('join', ['a']), ('join', [1]),
    ('center', 20, '*'), ('decode', 'no-such-encoding'), ('translate', b'x'), ('fromhex', 'zz'), ('partition', b''),
]
for kind in (bytes, bytearray):
    for name, *args in calls:
        try:
            result = getattr(kind(text), name)(*args)
            print(name, args, type(result).__name__, result)
        except Exception as error:
            print(name, args, type(error).__name__, error)
