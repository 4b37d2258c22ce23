"""What becomes of what can't be encoded or decoded: CPython's handlers and the program's."""
import codecs

TEXT = 'a\xe9\u20ac\U0001f600\x80b'
DATA = b'a\xe9\x81\xffb'
for handler in ('strict', 'ignore', 'replace', 'backslashreplace', 'xmlcharrefreplace', 'namereplace', 'surrogateescape', 'no such'):
    for encoding in ('ascii', 'latin-1', 'cp1252', 'koi8-r', 'utf-8'):
        try:
            print(encoding, handler, TEXT.encode(encoding, handler))
        except (UnicodeEncodeError, LookupError) as error:
            print(encoding, handler, ascii(str(error)))
        if handler == 'surrogateescape':
            continue
        try:
            print(encoding, handler, ascii(DATA.decode(encoding, handler)))
        except (UnicodeDecodeError, LookupError, TypeError) as error:
            print(encoding, handler, type(error).__name__, error)
print('no need of it'.encode('ascii', 'no such'), b'nor here'.decode('utf-8', 'no such'))
print('\x00\x85\u4e00\uac00\ue000\U0010ffff'.encode('ascii', 'namereplace'))


def stars(error):
    print('asked', type(error).__name__, error.encoding, error.start, error.end, error.reason)
    return '*' * (error.end - error.start), error.end


codecs.register_error('stars', stars)
print(codecs.lookup_error('stars') is stars)
print(TEXT.encode('ascii', 'stars'), TEXT.encode('cp1252', 'stars'), DATA.decode('utf-8', 'stars'), DATA.decode('cp1252', 'stars'))
print(bytearray(TEXT, 'latin-1', 'stars'), type('B', (bytes,), {})(TEXT, 'ascii', 'stars'), type('S', (str,), {})(DATA, 'ascii', 'stars'))
print(bytes(TEXT, 'latin-1', 'stars'), str(DATA, 'ascii', 'stars'), b'a\0\0\xd8b\0'.decode('utf-16-le', 'stars'))


def attempt(function, *args):
    try:
        print(ascii(function(*args)))
    except Exception as error:
        print(type(error).__name__, ascii(str(error)), repr(error.__cause__))


for answer in [5, ('x',), ('x', 5), ('x', 3), ('\xe9', 2), (b'\xff', 2), ('x', -1), ('x', -9), ('x', 'y'), (5, 2), ['x', 2]]:
    codecs.register_error('odd', lambda error: answer)
    attempt('a\xe9b'.encode, 'ascii', 'odd')
    attempt('a\u0394b'.encode, 'cp1252', 'odd')
    attempt(b'a\xe9b'.decode, 'ascii', 'odd')

ERRORS = [
    UnicodeEncodeError('ascii', 'a\xe9b', 1, 2, 'why'), UnicodeDecodeError('ascii', b'a\xe9b', 1, 2, 'why'),
    UnicodeTranslateError('a\xe9b', 1, 2, 'why'), ValueError('other'), 5,
]
for name in ('strict', 'ignore', 'replace', 'backslashreplace', 'xmlcharrefreplace', 'namereplace'):
    handler = codecs.lookup_error(name)
    print(handler, handler is getattr(codecs, name + '_errors'))
    for error in ERRORS:
        attempt(handler, error)
attempt(codecs.lookup_error, 'no such')
attempt(codecs.register_error, 'name', 5)

for made in (UnicodeEncodeError, UnicodeDecodeError, UnicodeTranslateError):
    attempt(made)
    attempt(made, 1, 2, 3, 4, 5)
    attempt(made, 'a', 'b', 1, 2, 'c')
error = ERRORS[0]
error.start, error.end, error.reason, error.encoding = 0, 3, 'another', 'mine'
print(error, error.args, str(ERRORS[2]))
'\u20ac'.encode('iso8859-2')
