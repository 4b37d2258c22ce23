from contextlib import AbstractContextManager, ContextDecorator


class Timer(ContextDecorator):
    def __enter__(self):
        print("start")
        return self

    def __exit__(self, *details):
        print("stop")
        return False


@Timer()
def work(n):
    print("working", n)
    return n


print(work(3))
with Timer() as t:
    print(isinstance(t, Timer))
