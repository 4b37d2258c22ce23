def factorial(n):
    return 1 if n < 2 else n * factorial(n - 1)


def fibonacci(n):
    if n < 2:
        return n
    return fibonacci(n - 1) + fibonacci(n - 2)


def is_even(n):
    return True if n == 0 else is_odd(n - 1)


def is_odd(n):
    return False if n == 0 else is_even(n - 1)


def hanoi(n, source, target, spare, moves):
    if n:
        hanoi(n - 1, source, spare, target, moves)
        moves.append(source + target)
        hanoi(n - 1, spare, target, source, moves)
    return moves


print(factorial(20), factorial(25))
print([fibonacci(n) for n in range(12)])
print(is_even(10), is_odd(10))
print(" ".join(hanoi(3, "A", "C", "B", [])))
