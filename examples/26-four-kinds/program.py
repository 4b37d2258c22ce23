import types
from collections import deque


def generator():
    yield "a value"
    yield "another value"


@types.coroutine
def marked():
    yield "a request"
    return "a result"


async def native():
    return await marked() + ", awaited"


async def stream():
    yield await marked() + ", then a value"


names = "generator", "marked", "native", "async generator"
frames = generator(), marked(), native(), stream().asend(None)
ready = deque(zip(names, frames))
while ready:
    kind, frame = ready.popleft()
    try:
        print(kind, "hands out", frame.send(None))
        ready.append((kind, frame))
    except StopIteration as stop:
        print(kind, "ends with", stop.value)
