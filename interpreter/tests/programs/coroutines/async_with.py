import types


@types.coroutine
def pause(text):
    yield text


class Manager:
    def __init__(self, name, swallow=False):
        self.name, self.swallow = name, swallow

    async def __aenter__(self):
        await pause(f"entering {self.name}")
        return self.name

    async def __aexit__(self, kind, error, traceback):
        await pause(f"leaving {self.name} with {error!r}")
        return self.swallow


async def main():
    async with Manager("a") as a, Manager("b", swallow=True) as b:
        print("inside", a, b)
        raise ValueError("x")
    print("swallowed")
    async with Manager("c"):
        return "returned"


def drive(c):
    try:
        while True:
            print("*", c.send(None))
    except StopIteration as stop:
        return stop.value


print(drive(main()))
