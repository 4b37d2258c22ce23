def numbers(count):
    n = 0
    while n < count:
        yield n
        n += 1


def sum_of_list(count):
    return sum(list(numbers(count)))


def sum_of_generator(count):
    return sum(numbers(count))


print(sum_of_list(1_000_000))
print(sum_of_generator(1_000_000))
