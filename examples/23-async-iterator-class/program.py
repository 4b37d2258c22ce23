import asyncio


class Reads:
    def __init__(self, count):
        self.count = count
        self.done = 0

    def __aiter__(self):
        return self

    async def __anext__(self):
        if self.done == self.count:
            raise StopAsyncIteration
        self.done += 1
        await asyncio.sleep(0.5)
        return f"read {self.done}"


async def main():
    async for text in Reads(10):
        print(text)


asyncio.run(main())
