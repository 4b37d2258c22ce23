def grid(rows, columns):
    return ((row, column) for row in range(rows) for column in range(columns))


print(list(grid(2, 2)))
rows = ((r * c for c in range(3)) for r in range(2))
for row in rows:
    print(list(row))


def primes(limit):
    return (n for n in range(2, limit) if all(n % d for d in range(2, n)))


print(list(primes(20)))
matrix = [[1, 2], [3, 4]]
print(sum(value for line in matrix for value in line))
flat = (value for line in matrix for value in line if value > 1)
print(next(flat), next(flat))
