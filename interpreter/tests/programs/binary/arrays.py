"""Arrays: items, slices, methods, operators, and their bytes."""
import copy
import struct
from array import ArrayType, array, typecodes

print(typecodes, ArrayType, array.__mro__)
for code in typecodes:
    made = array(code, 'hé') if code == 'u' else array(code, [1, 2, 100])
    print(made, made.typecode, made.itemsize, len(made), made.tobytes(), made[-1], made.tolist())

numbers = array('i', range(6))
print(numbers[1:3], numbers[::-2], numbers[9:], numbers[0], numbers[-1])
numbers[0] = 50
numbers[1:3] = array('i', [7, 8, 9])
numbers[::3] = array('i', [0, 0, 0])
print(numbers)
del numbers[0], numbers[-2:]
del numbers[::2]
print(numbers)
numbers.append(4)
numbers.extend([5, 6])
numbers.extend(array('i', [7]))
numbers.insert(0, -1)
numbers.insert(-1, -2)
numbers.insert(99, -3)
print(numbers, numbers.pop(), numbers.pop(0), numbers.index(5), numbers.index(5, 1), numbers.count(5))
numbers.remove(5)
numbers.reverse()
print(numbers, 6 in numbers, 'x' in numbers, bool(numbers), bool(array('i')), array('d'))
numbers.byteswap()
print(numbers)
numbers.fromlist([1, 2])
numbers.frombytes(b'\1\0\0\0')
print(numbers, array('u', 'ab').tounicode())

one, two = array('h', [1, 2]), array('h', [1, 3])
print(one + two, one * 2, 2 * one, one == two, one != two, one < two, one >= two, one == array('d', [1, 2]), one == [1, 2])
one += two
two *= 2
print(one, two, copy.copy(one), copy.deepcopy(one), sum(one), max(one), sorted(one, reverse=True), list(reversed(one)))
first, *rest = one
print(first, rest, [*one], dict(enumerate(one)), f'{one}', '%s %r' % (one, one))
match one:
    case [x, y, *more]:
        print('a sequence', x, y, more)

iterator = iter(one)
next(iterator)
one.append(9)
print(list(iterator), next(iterator, 'ended'), type(iterator))

# Its bytes.
data = array('H', [1, 2, 515])
print(bytes(data), bytearray(data), b'x' + data, struct.unpack('<3H', data), int.from_bytes(data, 'little'), b''.join([data, b'!']))
buffer = array('B', bytes(6))
struct.pack_into('>HI', buffer, 0, 258, 16909060)
print(buffer, array('B', b'text').tobytes().decode(), array('i', b'abcd'), array('b', bytearray(b'xy')))


class Scores(array):
    def best(self):
        return max(self)


scores = Scores('d', [1, 2.5])
print(scores, scores.best(), scores[:1], type(scores + scores))
