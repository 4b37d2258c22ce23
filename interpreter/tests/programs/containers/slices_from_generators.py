# A slice is the one that there was before a generator gave its items, whatever that has done to the list.
numbers = [1, 2]
numbers[:] = (numbers.append(9) or number for number in [1, 2])
print(numbers)


def clearing():
    numbers.clear()
    yield 7
    yield 8


numbers = [1, 2, 3, 4]
numbers[1:3] = clearing()
print(numbers)


def appending():
    numbers.append(5)
    yield 7
    yield 8


numbers = [1, 2, 3, 4]
numbers[::2] = appending()
print(numbers)
numbers = [1, 2, 3, 4]
numbers[::-2] = appending()
print(numbers)
numbers = list(range(5))
numbers[-2:] = map(str, numbers[:2])
numbers[10:] = (letter for letter in 'ab')
numbers[3:1] = iter('x')
print(numbers)
array = bytearray(b'abcd')
array[1:3] = (number for number in b'xyz')
print(array)
