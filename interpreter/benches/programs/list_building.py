def build(n):
    numbers = []
    for i in range(n):
        numbers.append(i * 2)
    thirds = [i + 1 for i in numbers if i % 3 == 0]
    return len(numbers), sum(thirds)


print(build(5_000_000))
