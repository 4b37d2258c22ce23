"""timeit of statements that are texts."""

import time
import timeit

calls = []


def work(seconds):
    calls.append(seconds)
    time.sleep(seconds)


print(timeit.timeit('work(0.5)', number=3, globals=globals()), calls)
print(timeit.timeit('work(x)', 'x = 0.25', number=2, globals=globals()))
print(timeit.timeit('time.sleep(1)\nif True:\n    time.sleep(2)', setup='import time', number=2))
print(timeit.timeit("'-'.join(str(n) for n in range(10))", number=5))
print(timeit.timeit(lambda: work(2), 'pass', number=1), timeit.timeit('time.sleep(3)', lambda: calls.clear(), number=1, globals={'time': time}))
print(timeit.repeat('sum(numbers)', 'numbers = [1, 2, 3]', repeat=2, number=3), calls)
print(timeit.Timer('work(n)', 'n = 0.01', globals=globals()).autorange())
for statement in ('nothing_of_this_name', '1 / 0', 'x = )', 'return', 'pass\n  pass'):
    try:
        print(timeit.timeit(statement, number=1))
    except (NameError, ZeroDivisionError, SyntaxError) as error:
        print(type(error).__name__, error)
