from itertools import islice


def naturals():
    n = 0
    while True:
        yield n
        n += 1


def is_even(n):
    return n % 2 == 0


evens = filter(is_even, naturals())
first_ten = islice(evens, 10)

for n in first_ten:
    print(n, end=" ")
print()
