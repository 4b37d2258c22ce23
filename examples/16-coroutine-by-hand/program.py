import types


@types.coroutine
def pause(question):
    answer = yield question
    return answer


async def add():
    a = await pause("first number?")
    b = await pause("second number?")
    return a + b


coro = add()
print(coro.send(None))
print(coro.send(20))
try:
    coro.send(22)
except StopIteration as stop:
    print("the sum is", stop.value)
