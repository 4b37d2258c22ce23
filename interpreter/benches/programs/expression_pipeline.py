def drive(n):
    numbers = (i for i in range(n))
    squares = (i * i for i in numbers)
    even = (i for i in squares if i % 2 == 0)
    return sum(even)


print(drive(5_000_000))
