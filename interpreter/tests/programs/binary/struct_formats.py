"""Every code of `struct`, in every order, there and back."""
import struct

VALUES = {
    'c': b'z', 'b': -100, 'B': 200, '?': True, 'h': -30000, 'H': 60000, 'i': -2**31, 'I': 2**32 - 1, 'l': -5, 'L': 5, 'q': -2**63, 'Q': 2**64 - 1,
    'e': 1.5, 'f': 0.1, 'd': 0.1, 's': b'q', 'p': b'', 'n': -1, 'N': 1, 'P': 4096,
}
for order in ('', '@', '=', '<', '>', '!'):
    for code, value in VALUES.items():
        if code in 'nNP' and order not in ('', '@'):
            continue
        packed = struct.pack(order + code, value)
        print(order + code, struct.calcsize(order + code), packed, struct.unpack(order + code, packed))

for format in ('bhil', 'lihb', '<bhil', 'b0i', 'ci', 'cq', '3xi', 'llh0l', ' i h ', '2s3p', '0s', 'P?', '', '>4H', b'<ii'):
    print(repr(format), struct.calcsize(format))

print(struct.pack('>4sI2Hx?', b'RIFF', 1, 2, 3, [0]))
print(struct.pack('2b 3s 6p', 1, 2, b'abcdef', b'abcdefgh'))
print(struct.unpack('2b 3s 6p', struct.pack('2b 3s 6p', 1, 2, b'a', b'bc')))
for number in (0.0, -0.0, 1e-8, 2.0**-24, 2.0**-25, 65504.0, 65519.9, float('inf'), float('nan'), -2.71828):
    print(number, struct.pack('<e', number), struct.unpack('<e', struct.pack('<e', number)), struct.pack('>f', number))

header = struct.Struct('<2sHI')
print(header.format, header.size, header.pack(b'BM', 7, 99))
buffer = bytearray(20)
header.pack_into(buffer, 3, b'xy', 1, 2)
struct.pack_into('>h', buffer, -2, -2)
print(buffer, header.unpack_from(buffer, 3), struct.unpack_from('>h', buffer, offset=18))
print(list(struct.iter_unpack('<hb', bytes(range(9)))), list(header.iter_unpack(bytes(16))))
for field in struct.iter_unpack('3s', b'onetwosix'):
    print(field)


class Number:
    def __init__(self, value):
        self.value = value

    def __index__(self):
        return self.value

    def __float__(self):
        return self.value / 2


print(struct.pack('<hBd', Number(5), Number(6), Number(7)), struct.pack('2?', Number(1), ''))
