def run(awaitable):
    try:
        while True:
            awaitable.send(None)
    except StopIteration as stop:
        return stop.value


async def loud():
    try:
        yield 1
    finally:
        print("finally of loud")


g = loud()
print(run(g.__anext__()))
print("dropping")
del g
print("dropped")
g = loud()
del g
print("never began")


async def main():
    async for x in loud():
        print("breaking at", x)
        break
    print("after the loop")


run(main())
