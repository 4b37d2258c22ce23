>>> import asyncio
>>> await asyncio.sleep(0.01, "slept")
'slept'
>>> async def double(n):
...     await asyncio.sleep(0)
...     return n * 2
... 
>>> [await double(n) for n in range(3)]
>>> x = await double(21)
>>> x
42
>>> await asyncio.gather(double(1), double(2))
>>> await double("ab"), 1
>>> async with asyncio.Lock() as lock:
...     print(lock)
... 
>>> _
