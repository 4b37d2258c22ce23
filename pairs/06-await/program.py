from types import coroutine

@coroutine
def pause(question):
    answer = yield question
    return answer

async def child():
    name = await pause("name?")
    return name.upper()

async def parent():
    name = await child()
    print("hello", name)

task = parent()
print(task.send(None))
try:
    task.send("ada")
except StopIteration:
    print("done")
