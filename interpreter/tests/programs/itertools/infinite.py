from itertools import count, cycle, islice, repeat

c = count(10, 2)
print(next(c), next(c), c)
print(list(islice(count(), 3)), list(islice(count(0.5, 0.5), 3)))
s = cycle("ab")
print([next(s) for _ in range(5)])
print(list(repeat("x", 3)), list(map(pow, [2, 3], repeat(2))), repeat(1, 2))
print(list(islice("abcdef", 2)), list(islice("abcdef", 2, 4)), list(islice("abcdef", 1, None, 2)), list(islice("abc", 0)))


def noisy():
    for n in range(10):
        print("giving", n)
        yield n


it = noisy()
print(list(islice(it, 2)))
print("next is", next(it))
try:
    islice("abc", -1)
except ValueError as error:
    print(error)
