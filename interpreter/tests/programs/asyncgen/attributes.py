import types


@types.coroutine
def pause():
    yield


async def g(n):
    await pause()
    yield n


a = g(5)
print(a.__name__, a.__qualname__, a.ag_running, a.ag_await, a.ag_frame.f_lineno, a.ag_code is g.__code__)
step = a.__anext__()
step.send(None)
print(a.ag_running, a.ag_await.__name__, a.ag_frame.f_lineno)
try:
    step.send(None)
except StopIteration as stop:
    print(stop.value, a.ag_running, a.ag_await)
try:
    a.aclose().send(None)
except StopIteration:
    print(a.ag_frame)
print(hasattr(a, "__next__"), hasattr(a, "__await__"), hasattr(step, "__await__"), hasattr(step, "close"))
