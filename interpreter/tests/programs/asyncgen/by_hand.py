async def numbers():
    print("start")
    yield 1
    print("between")
    yield 2
    print("end")


g = numbers()
print(type(g).__name__, hasattr(g, "__anext__"), g.__aiter__() is g)
step = g.__anext__()
print(type(step).__name__)
for _ in range(2):
    try:
        step.send(None)
    except StopIteration as stop:
        print("value", stop.value)
    step = g.__anext__()
try:
    step.send(None)
except StopAsyncIteration as stop:
    print("over", stop.args)
try:
    g.__anext__().send(None)
except StopAsyncIteration:
    print("still over")
