"""timeit of functions that sleep, on clocks that only sleeping moves."""

import time
import timeit

calls = []


def work():
    calls.append('work')
    time.sleep(0.25)


def setup():
    calls.append('setup')
    time.sleep(10)


print(timeit.timeit(work, number=3), calls)
calls.clear()
print(timeit.repeat(work, setup, repeat=2, number=2), calls)
timer = timeit.Timer(work, setup)
print(timer.timeit(1), timer.timeit(number=0), timer.repeat(3, 1))
print(timer.autorange(lambda number, taken: print('so far', number, taken)))
print(timeit.Timer(lambda: time.sleep(0.03)).autorange())
print(timeit.timeit(number=10), timeit.default_timer is time.perf_counter, timeit.default_number, timeit.default_repeat)
ticks = iter(range(100))
print(timeit.timeit(lambda: None, timer=lambda: next(ticks), number=5), timeit.timeit('pass', 'pass', number=2))
for wrong in ({'stmt': 3}, {'setup': None}):
    try:
        timeit.Timer(**wrong)
    except ValueError as error:
        print(error)
try:
    timeit.timeit(lambda: 1 / 0, number=1)
except ZeroDivisionError as error:
    print(error)
