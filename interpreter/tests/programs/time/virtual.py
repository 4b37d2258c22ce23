import time

print(time.time(), time.monotonic(), time.perf_counter())
time.sleep(1.5)
print(time.time(), time.monotonic(), time.perf_counter())
start = time.perf_counter()
time.sleep(0.25)
print(f"took {time.perf_counter() - start:.2f}s")
print(time.strftime("%Y-%m-%d %H:%M:%S"), time.time_ns())


def timed(function):
    def wrapper(*args):
        begin = time.time()
        result = function(*args)
        print(function.__name__, "took", time.time() - begin)
        return result
    return wrapper


@timed
def slow(n):
    time.sleep(n)
    return n


slow(60)
try:
    time.sleep(-1)
except ValueError as error:
    print(error)
