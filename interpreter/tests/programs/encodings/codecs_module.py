"""The module `codecs`: looking up, encodings that are no text, encodings of the program's, and bytes that come in pieces."""
import codecs
import re


def attempt(function, *args):
    try:
        print(re.sub('0x[0-9a-f]{6,}', '0x…', ascii(function(*args))))
    except Exception as error:
        print(type(error).__name__, ascii(str(error)), '|', repr(error.__cause__))


for name in ('utf8', 'LATIN-1', 'cp1252', 'rot13', 'hex', 'base64', 'idna', 'no such', 5):
    attempt(codecs.lookup, name)
for value, name in [('Hello', 'rot13'), (b'Hello', 'rot13'), (b'zz', 'hex'), ('zz', 'hex'), (b'zz', 'base64'), ('\xe9', 'ascii'), ('\xe9', 'utf-8'), (5, 'utf-8')]:
    attempt(codecs.encode, value, name)
    attempt(codecs.decode, value, name)
attempt('a'.encode, 'rot13')
attempt('a'.encode, 'hex')
attempt(b'a'.decode, 'base64')
print(codecs.getencoder('utf-8')('\xe9'), ascii(codecs.getdecoder('latin-1')(b'\xe9')), codecs.utf_8_encode('\xe9'), codecs.escape_encode(b'a\n\0'))
print(codecs.BOM_UTF8, codecs.BOM_UTF16, codecs.BOM_UTF16_BE, codecs.BOM_UTF32_LE, codecs.BOM_UTF32_BE, codecs.BOM)

TEXT = 'a\xe9\u20ac\U0001f600z'
for name in ('utf-8', 'utf-8-sig', 'utf-16', 'utf-16-le', 'utf-16-be', 'utf-32', 'latin-1'):
    text = TEXT if name != 'latin-1' else 'a\xe9z'
    data = text.encode(name)
    decoder = codecs.getincrementaldecoder(name)()
    print(name, ascii([decoder.decode(data[at : at + 1]) for at in range(len(data))] + [decoder.decode(b'', True)]))
    encoder = codecs.getincrementalencoder(name)()
    print(name, [encoder.encode(char) for char in text], encoder.encode('', True))
decoder = codecs.getincrementaldecoder('utf-8')('replace')
print(ascii([decoder.decode(b'a\xe2\x82'), decoder.getstate(), decoder.decode(b'x'), decoder.decode(b'\xf0'), decoder.decode(b'', True)]))
decoder.reset()
attempt(codecs.getincrementaldecoder('utf-8')().decode, b'\xe2\x82', True)
print(ascii(list(codecs.iterdecode([b'\xc3', b'\xa9!'], 'utf-8'))), list(codecs.iterencode(['a', '\xe9'], 'utf-16')))


def backwards(name):
    print('asked for', name)
    if name == 'back_wards':
        return codecs.CodecInfo(
            lambda text, errors='strict': (text[::-1].encode('utf-8', errors), len(text)),
            lambda data, errors='strict': (bytes(data).decode('utf-8', errors)[::-1], len(data)),
            name='back-wards',
        )


codecs.register(backwards)
attempt('abc'.encode, 'Back-Wards')
attempt(b'abc'.decode, 'back wards')
attempt(codecs.lookup, 'back_wards')
attempt('abc'.encode, 'unknown')
attempt(str, b'abc', 'back_wards')
attempt(b'\xff'.decode, 'back_wards')
attempt(codecs.register, 5)
