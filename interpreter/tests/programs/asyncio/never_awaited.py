# A coroutine that nobody awaits is told of once a line; as the program's warnings say, where it has any.
async def f():
    pass


async def g():
    pass

for i in range(3):
    f()
f(); g()

import warnings

with warnings.catch_warnings():
    warnings.simplefilter("ignore")
    g()
f()
print("end")
