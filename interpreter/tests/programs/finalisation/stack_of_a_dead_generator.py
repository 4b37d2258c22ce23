import types
@types.coroutine
def pause(n):
    try:
        return (yield n)
    finally:
        print('pause closed')
async def ticks(n):
    try:
        yield n
    finally:
        try:
            await pause(n)
        finally:
            print('ticks closed')
async def outer():
    try:
        await (i async for i in ticks(129)).__anext__()
    finally:
        print('outer closed')
c = outer()
try:
    c.send(None)
except StopIteration:
    print('over')
