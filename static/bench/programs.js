// The programs whose traces are measured: each is large in a way of its own.

/** @type {Record<string, string>} by what makes it large */
export const PROGRAMS = {
  "300 tasks": `import asyncio

async def worker(n):
    for turn in range(4):
        await asyncio.sleep(0.1 + n % 7 * 0.05)
    return n

async def main():
    return sum(await asyncio.gather(*(worker(n) for n in range(300))))

print(asyncio.run(main()))
`,
  "2,000 frames": `def counter(start):
    n = start
    while True:
        n += yield n

counters = [counter(n) for n in range(2_000)]
total = sum(map(next, counters))
for each in counters:
    total += each.send(1)
for each in counters:
    each.close()
print(total)
`,
  "50,000 steps": `def countdown(n):
    while n:
        yield n
        n -= 1

total = 0
for n in countdown(10_000):
    total += n
print(total)
`,
  "deep delegation": `def relay(depth):
    if depth:
        return (yield from relay(depth - 1))
    for n in range(40):
        yield n
    return "done"

for value in relay(300):
    print(value)
`,
  "a long list": `items = [0] * 10_000
for n in range(24_990):
    items[n * 7919 % 10_000] = n
`,
};
