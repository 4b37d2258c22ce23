async def source(n):
    for i in range(n):
        yield i


async def mapped(function, items):
    async for item in items:
        yield function(item)


async def chunked(items, size):
    chunk = []
    async for item in items:
        chunk.append(item)
        if len(chunk) == size:
            yield chunk
            chunk = []
    if chunk:
        yield chunk


async def main():
    async for chunk in chunked(mapped(lambda n: n * n, source(5)), 2):
        print(chunk)


try:
    main().send(None)
except StopIteration:
    print("end")
