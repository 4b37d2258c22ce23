# A local of a frame that an exception leaves dies behind the end of its `finally`, which has no line.


async def pause():
    pass


async def ticks():
    try:
        yield 1
    finally:
        left = pause()


generator = ticks()
try:
    generator.asend(None).send(None)
except StopIteration as stop:
    print(stop.value)
step = generator.asend(2)
try:
    raise KeyError(3)
except KeyError as error:
    try:
        step.throw(error)
    except KeyError as again:
        print('caught', again)
print('end')
