"""What `struct` refuses, and in which words."""
import struct


def attempt(function, *args, **keywords):
    try:
        print(function(*args, **keywords))
    except Exception as error:
        print(type(error), error)


for format in ('z', '5', 'i5', '<n', '2 i', 'i@', '-1i', 'é', 5, None, '9' * 20 + 'i'):
    attempt(struct.calcsize, format)

NUMBERS = (-2**80, -2**63 - 1, -2**31 - 1, -129, -1, 200, 70000, 2**32, 2**63, 2**64, 'a', 1.5, None)
for code in ('b', 'B', 'h', '>h', 'H', '>H', 'i', 'I', 'l', '<l', 'L', '>L', 'q', '>q', 'Q', '>Q', 'P'):
    for number in NUMBERS:
        try:
            struct.pack(code, number)
        except struct.error as error:
            print(code, number, error)

for code, value in [('f', 'a'), ('<f', 1e39), ('f', 1e39), ('e', 65520.0), ('d', None), ('d', 2**2000), ('d', 1j), ('c', 'a'), ('c', b'ab'), ('c', 1),
                    ('s', 'a'), ('p', 5), ('i', b'a')]:
    attempt(struct.pack, code, value)
attempt(struct.pack)
attempt(struct.pack, 'ii', 1)
attempt(struct.pack, 'ii', 1, 2, 3)
attempt(struct.unpack)
attempt(struct.unpack, 'i', b'abc')
attempt(struct.unpack, 'i', 'abcd')
attempt(struct.unpack_from, 'i', b'abcdef', 3)
attempt(struct.unpack_from, 'i', b'abcdef', -3)
attempt(struct.unpack_from, 'i', b'abcdef', -7)
attempt(struct.unpack_from, 'i')
attempt(struct.pack_into, 'i', bytearray(5), 2, 1)
attempt(struct.pack_into, 'i', bytearray(5), -2, 1)
attempt(struct.pack_into, 'i', bytearray(5), -9, 1)
attempt(struct.pack_into, 'i', b'abcde', 0, 1)
attempt(struct.pack_into, 'i', bytearray(5))
attempt(struct.pack_into, 'i')
attempt(struct.pack_into, 'i', bytearray(5), 0)
attempt(struct.iter_unpack, '', b'')
attempt(struct.iter_unpack, 'i', b'abc')
attempt(struct.Struct)
attempt(struct.Struct, 5)
attempt(setattr, struct.Struct('i'), 'size', 9)
attempt(setattr, struct.Struct('i'), 'other', 9)


class Broken:
    def __index__(self):
        raise KeyError('broken')


attempt(struct.pack, 'i', Broken())
attempt(struct.pack, 'd', Broken())
struct.pack('<H', 70000)
