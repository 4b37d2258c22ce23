"""A docstring; await in every kind of statement of a module."""
import asyncio

count: int = 0


async def give(value):
    global count
    count += 1
    await asyncio.sleep(0)
    return value


if await give(True):
    print("if", count)
while await give(count < 4):
    print("while", count)
for item in await give([1, 2]):
    print("for", item)
try:
    raise await give(KeyError("k"))
except await give(KeyError) as error:
    print("except", repr(error), await give("handled"))
else:
    print("not here")
finally:
    print("finally", await give("f"))
match await give((1, 2)):
    case (a, b) if await give(a < b):
        print("match", a, b)
assert await give(True), await give("message")
d = {await give("k"): await give("v"), **await give({"x": 1})}
print(d, f"{await give('text')!r:>8}", [*await give("ab")])
del d[await give("k")]
print(d, (lambda n: n + 1)(await give(1)), await give(1) < await give(2) < await give(3))


class Thing:
    value = 1


Thing.value += await give(41)
print(Thing.value, __doc__, __annotations__)
print({"Thing", "a", "asyncio", "item"} <= set(globals()))
print(locals() is globals())
import sys
frame = sys._getframe()
print(frame.f_code.co_name, frame.f_code.co_flags & 0x80)
