"""What arrays refuse, and in which words."""
from array import array


def attempt(function, *args, **keywords):
    try:
        print(function(*args, **keywords))
    except Exception as error:
        print(type(error).__name__, error)


for code in 'bBhHiIlLqQ':
    for number in (-2**80, -2**63 - 1, -2**31 - 1, -40000, -200, -1, 200, 300, 40000, 70000, 2**31, 2**32, 2**63, 2**64, 'a', 1.5, None):
        try:
            array(code, [number])
        except (OverflowError, TypeError) as error:
            print(code, number, type(error).__name__, error)

for args in [(), ('z',), (5,), ('ii',), ('i', 5), ('i', 'ab'), ('i', None), ('f', ['a']), ('f', [1e40]), ('u', ['a', 'bc']), ('u', [5]), ('i', b'abc'),
             ('i', array('u', 'ab')), ('u', array('i', [1])), ('i', [1], 2)]:
    attempt(array, *args)
attempt(array, typecode='i')

numbers = array('i', [1, 2, 3])
for key in (3, -4, 'a', 1.5, None, 2**70):
    attempt(numbers.__getitem__, key)
    attempt(numbers.__setitem__, key, 1)
    attempt(numbers.__delitem__, key)
for value in ('a', 1.5, 2**40):
    attempt(numbers.__setitem__, 0, value)
    attempt(numbers.append, value)
    attempt(numbers.insert, 0, value)
for value in ([1], array('h', [1]), array('i', [1])):
    attempt(numbers.__setitem__, slice(0, None, 2), value)
    attempt(numbers.__add__, value)
    attempt(numbers.__iadd__, value)
attempt(numbers.append)
attempt(numbers.extend, 5)
attempt(numbers.extend, [8, 'a', 9])
attempt(numbers.fromlist, [8, 'a'])
attempt(numbers.fromlist, (8,))
attempt(numbers.frombytes, b'abc')
attempt(numbers.frombytes, 'abcd')
attempt(numbers.fromunicode, 'a')
attempt(numbers.tounicode)
attempt(array('u').fromunicode, 5)
attempt(numbers.pop, 100)
attempt(numbers.pop, 'a')
attempt(array('i').pop)
attempt(numbers.remove, 99)
attempt(numbers.index, 99)
attempt(hash, numbers)
attempt(setattr, numbers, 'typecode', 'h')
attempt(setattr, numbers, 'other', 1)
attempt(lambda: numbers < [1])
attempt(lambda: numbers * 'a')
attempt(lambda: array[int])
print(numbers)
numbers[1] = 'one'
