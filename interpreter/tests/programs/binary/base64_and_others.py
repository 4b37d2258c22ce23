"""Base16 to Base85, there and back, and what is refused."""
import base64
import binascii
import io
import zlib


def attempt(function, *args, **keywords):
    try:
        print(function.__name__, args, keywords, function(*args, **keywords))
    except Exception as error:
        print(function.__name__, args, keywords, type(error), error)


PAIRS = [
    (base64.b64encode, base64.b64decode), (base64.standard_b64encode, base64.standard_b64decode),
    (base64.urlsafe_b64encode, base64.urlsafe_b64decode), (base64.b32encode, base64.b32decode), (base64.b32hexencode, base64.b32hexdecode),
    (base64.b16encode, base64.b16decode), (base64.a85encode, base64.a85decode), (base64.b85encode, base64.b85decode),
    (base64.encodebytes, base64.decodebytes),
]
for encode, decode in PAIRS:
    for length in (0, 1, 2, 3, 4, 5, 6, 7, 8, 60):
        data = bytes((7 * place + 251) % 256 for place in range(length))
        encoded = encode(data)
        print(encode.__name__, encoded, decode(encoded) == data)
    for wrong in ('abcé', 'abc', 5, None, [1], b'\xff\xfe', '====', b'A?B!', '~~~~~', 'ab c'):
        attempt(encode, wrong)
        attempt(decode, wrong)
attempt(base64.b64encode)

attempt(base64.b64encode, b'\xff\xfe\xfd', b'-_')
attempt(base64.b64encode, b'\xff\xfe\xfd', b'-')
attempt(base64.b64encode, b'\xff\xfe\xfd', '-_')
attempt(base64.b64decode, '--__', '-_')
for text in ('YQ==!', '!YQ==', 'YQ==\n', 'Y=Q=', '=YQ='):
    attempt(base64.b64decode, text)
    attempt(base64.b64decode, text, validate=True)
attempt(base64.b32decode, 'mfrgg===')
attempt(base64.b32decode, 'mfrgg===', True)
attempt(base64.b32decode, 'M1======', map01='L')
attempt(base64.b32decode, 'M0======', map01='I')
for text in ('MF=====', 'M=======', 'MFR=====', 'MF==RG==', 'MFRGGZDFMFRGG==='):
    attempt(base64.b32decode, text)
attempt(base64.b16decode, 'abcd')
attempt(base64.b16decode, 'abcd', casefold=True)
attempt(base64.a85encode, b'    abcd\0\0\0\0', foldspaces=True)
attempt(base64.a85encode, b'abc' * 9, wrapcol=10)
attempt(base64.a85encode, b'abc' * 9, wrapcol=1, adobe=True)
attempt(base64.a85encode, b'abc', pad=True)
for text in (b'<~@:E^~>', b'@:E^', b'@:E^~>', b'<~~>'):
    attempt(base64.a85decode, text, adobe=True)
for text in (b'y', b'@y', b'z', b'@z', b'\x80', b's8W-"', b's8W-!', b'@ :\nE^'):
    attempt(base64.a85decode, text)
    attempt(base64.a85decode, text, foldspaces=True)
attempt(base64.b85encode, b'abcde', pad=True)
attempt(base64.b85decode, b'VPa z')
attempt(base64.b85decode, b'|NsC1')

source, encoded, decoded = io.BytesIO(b'lines ' * 30), io.BytesIO(), io.BytesIO()
base64.encode(source, encoded)
base64.decode(io.BytesIO(encoded.getvalue()), decoded)
print(encoded.getvalue(), decoded.getvalue() == source.getvalue())

# binascii
print(binascii.hexlify(b'\0\x7f\xff'), binascii.hexlify(b'abcdef', ':'), binascii.hexlify(b'abcdef', b'-', 4), binascii.b2a_hex(b'abcdef', '_', -4))
for text in ('00fF', b'7a7b', 'abc', 'zz', 'a b ', 'é', 5):
    attempt(binascii.unhexlify, text)
for text in ('', 'YQ==', 'YQ=', 'YQ', 'Y', '=YQ', 'YQ==YQ==', 'Y=Q=', 'Y W J j', 'YWJjZ', 'a===', 'YQ=\n='):
    attempt(binascii.a2b_base64, text)
    attempt(binascii.a2b_base64, text, strict_mode=True)
attempt(binascii.b2a_base64, b'abc', newline=False)
attempt(binascii.b2a_base64, b'abc', False)
attempt(binascii.a2b_base64, b'YQ==', True)
attempt(binascii.a2b_base64, data=b'YQ==')
attempt(binascii.hexlify)
attempt(binascii.hexlify, 'a')
attempt(binascii.hexlify, b'a', '::')
for args in [(b'hello',), (b'hello', 1), (b'hello', -1), (b'hello', 2**40), (b'',), (b'hello', 'a'), ('hello',), ()]:
    attempt(binascii.crc32, *args)
attempt(binascii.crc_hqx, b'hello', 0)
attempt(binascii.crc_hqx, b'hello', 0x1d0f)
attempt(binascii.crc_hqx, b'hello')
print(binascii.crc32(b'world', binascii.crc32(b'hello ')) == binascii.crc32(b'hello world'))
for args in [(b'hello',), (b'hello', 5), (b'hello', -1), (b'hello', 2**70), (b'',), (b'hello', 1.5), ('hello',), ()]:
    attempt(zlib.crc32, *args)
    attempt(zlib.adler32, *args)
print(zlib.adler32(bytes(range(256)) * 400), zlib.crc32(bytes(range(256)) * 400))
print(binascii.Error.__mro__, binascii.Incomplete.__mro__)
base64.b64decode('YQ')
