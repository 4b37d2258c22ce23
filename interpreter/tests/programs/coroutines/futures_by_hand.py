class Future:
    def __init__(self):
        self.done = False
        self.value = None

    def set(self, value):
        self.done, self.value = True, value

    def __await__(self):
        if not self.done:
            yield self
        return self.value


async def consumer(name, future):
    print(name, "waits")
    value = await future
    print(name, "got", value)
    return value


f = Future()
a, b = consumer("a", f), consumer("b", f)
waiting = {a.send(None): [a, b]}
b.send(None)
f.set(42)
for coroutine in waiting[f]:
    try:
        coroutine.send(None)
    except StopIteration as stop:
        print("returned", stop.value)
