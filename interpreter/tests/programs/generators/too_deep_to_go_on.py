# A coroutine or generator that can't begin because calls are nested too deep has ended: nobody warns of it.
import sys

made = []


async def endless():
    coroutine = endless()
    made.append(coroutine)
    await coroutine


def delegating():
    generator = delegating()
    made.append(generator)
    yield from generator


sys.setrecursionlimit(60)
try:
    endless().send(None)
except RecursionError as error:
    print(error)
print(made[-1].cr_frame, made[-1].cr_running)
made.clear()
try:
    next(delegating())
except RecursionError as error:
    print(error)
print(made[-1].gi_frame, list(made[-1]))
