"""Decorators with state: counters, retry, memo with limits, registries, rate limits, overloads by type."""
import functools
import time
from collections import OrderedDict, defaultdict


def count_calls(func):
    @functools.wraps(func)
    def wrapper(*args, **kwargs):
        wrapper.calls += 1
        return func(*args, **kwargs)
    wrapper.calls = 0
    return wrapper


def retry(times=3, *, on=Exception, delay=0.5, backoff=2):
    def decorate(func):
        @functools.wraps(func)
        def inner(*args, **kwargs):
            wait = delay
            for attempt in range(1, times + 1):
                try:
                    return func(*args, **kwargs)
                except on as exc:
                    print(f"attempt {attempt} of {func.__qualname__}{args}: {exc!r}")
                    if attempt == times:
                        raise
                    time.sleep(wait)
                    wait *= backoff
        return inner
    return decorate


class lru:
    def __init__(self, size):
        self.size, self.data, self.hits, self.misses = size, OrderedDict(), 0, 0

    def __call__(self, func):
        @functools.wraps(func)
        def inner(*args):
            try:
                value = self.data[args]
                self.data.move_to_end(args)
                self.hits += 1
            except KeyError:
                self.misses += 1
                value = self.data[args] = func(*args)
                if len(self.data) > self.size:
                    print("evict", self.data.popitem(last=False))
            return value
        inner.info = lambda: (self.hits, self.misses, list(self.data))
        return inner


registry = defaultdict(list)


def register(event, priority=0):
    def deco(f):
        registry[event].append((priority, f))
        return f
    return deco


@register("start", 5)
@register("stop")
def announce(): "Announces."; return "announced"


@count_calls
@lru(2)
def square(n): return n * n


class Flaky:
    def __init__(self, fails): self.fails = fails

    @retry(times=4, on=(ConnectionError, TimeoutError))
    def fetch(self, url):
        if self.fails:
            self.fails -= 1
            raise ConnectionError(f"cannot reach {url}")
        return f"<{url}>"


@functools.lru_cache(maxsize=None)
def fib(n):
    return n if n < 2 else fib(n - 1) + fib(n - 2)


@functools.singledispatch
def describe(x, /): return f"thing {x!r}"
@describe.register
def _(x: int): return f"int {x}"
@describe.register(list)
def _(x): return f"list of {len(x)}"
@describe.register
def _(x: str | bytes): return f"text {x!r}"


print([square(i) for i in (1, 2, 1, 3, 2, 2)], square.calls, square.info())
print(fib(90), fib.cache_info())
print([describe(v) for v in (1, True, [1, 2], "a", b"b", 2.5, None)])
print({k: [(p, f.__name__, f()) for p, f in v] for k, v in registry.items()}, announce.__doc__)
t = time.perf_counter()
print(Flaky(2).fetch("a.example"), time.perf_counter() - t >= 1.5)
print(functools.reduce(lambda a, f: f(a), [str, len, functools.partial(pow, 2)], 12345))
fib.cache_clear()
print(fib.cache_info(), fib.cache_parameters())
Flaky(9).fetch("b.example")
