import types


@types.coroutine
def pause():
    try:
        yield
    finally:
        print("pause finally")


async def work():
    try:
        await pause()
    finally:
        print("work finally")


c = work()
c.send(None)
del c
print("dropped while suspended")
c = work()
c.send(None)
c.close()
print("closed")
