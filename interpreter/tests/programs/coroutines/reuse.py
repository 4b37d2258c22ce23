async def once():
    return "value"


async def main():
    c = once()
    print(await c)
    try:
        await c
    except RuntimeError as error:
        print(error)


try:
    main().send(None)
except StopIteration:
    pass


import types


@types.coroutine
def pause():
    yield


async def slow():
    await pause()


shared = slow()


async def waiter():
    await shared


a, b = waiter(), waiter()
a.send(None)
try:
    b.send(None)
except RuntimeError as error:
    print(error)
a.close()


async def itself():
    await me


me = itself()
try:
    me.send(None)
except (RuntimeError, ValueError) as error:
    print(error)
