import types


@types.coroutine
def stop():
    yield


async def work(n):
    total = n
    await stop()
    return total


c = work(3)
print(c.__name__, c.__qualname__, c.cr_running, c.cr_suspended, c.cr_await, c.cr_origin)
print(c.cr_frame.f_lineno, c.cr_code is work.__code__)
c.send(None)
print(c.cr_suspended, c.cr_frame.f_lineno, c.cr_frame.f_locals, c.cr_await.gi_code.co_name)
c.close()
print(c.cr_frame, c.cr_await, c.cr_suspended)
print(hasattr(c, "__await__"), hasattr(c, "__next__"), hasattr(c, "__iter__"), hasattr(stop(), "__next__"))
