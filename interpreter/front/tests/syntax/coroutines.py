##### coroutines: yield in a class
class A:
    yield 1
##### coroutines: yield in a lambda at module level
f = lambda: (yield)
##### coroutines: yield in an argument's default
def f(x=(yield)): pass
##### coroutines: yield from in async
async def f():
    yield from g()
##### coroutines: yield from at module level
yield from x
##### coroutines: return with value in an async generator
async def f():
    yield 1
    return 2
##### coroutines: return with value before the yield
async def f():
    return 2
    yield 1
##### coroutines: return without value in an async generator
async def f():
    yield 1
    return
##### coroutines: yield in a list comprehension
def f():
    [(yield x) for x in y]
##### coroutines: yield in a set comprehension
def f():
    {(yield x) for x in y}
##### coroutines: yield in a dict comprehension
def f():
    {x: (yield x) for x in y}
##### coroutines: yield in a generator expression
def f():
    ((yield x) for x in y)
##### coroutines: yield in a comprehension's iterable
def f():
    [x for x in (yield)]
##### coroutines: yield in an inner iterable
def f():
    [x for y in z for x in (yield y)]
##### coroutines: yield in a condition
def f():
    [x for x in y if (yield x)]
##### coroutines: yield from in a comprehension
def f():
    [(yield from x) for x in y]
##### coroutines: bare yield in a comprehension
def f():
    [yield x for x in y]
##### coroutines: bare yield in a generator expression
def f():
    (yield x for x in y)
##### coroutines: bare yield in a tuple
def f():
    (yield, x)
##### coroutines: bare yield compared
def f():
    yield in x
##### coroutines: bare yield as an argument
def f():
    g(yield x, y)
##### coroutines: yield as the only argument
def f():
    g(yield x)
##### coroutines: yield as an operand
def f():
    x = 1 + yield y
##### coroutines: yield assigned to
def f():
    yield x = 1
##### coroutines: yield in parentheses assigned to
def f():
    (yield x) = 1
##### coroutines: yield augmented
def f():
    yield x += 1
##### coroutines: yield deleted
def f():
    del (yield x)
##### coroutines: yield in an assertion
def f():
    assert yield x
##### coroutines: yield in a return
def f():
    return yield x
##### coroutines: yield in a condition of if
def f():
    if yield x:
        pass
##### coroutines: yield star
def f():
    yield *x
##### coroutines: yield from nothing
def f():
    yield from
##### coroutines: yield from a tuple
def f():
    yield from a, b
##### coroutines: await in a class
class A:
    await x
##### coroutines: await in a lambda
lambda: await x
##### coroutines: await in a lambda in async
async def f():
    lambda: await x
##### coroutines: await in a function in async
async def f():
    def g():
        await x
##### coroutines: await in a class in async
async def f():
    class A:
        await x
##### coroutines: await in a default of an async function
async def f(x=await y): pass
##### coroutines: await in a decorator
@(await x)
async def f(): pass
##### coroutines: await in a comprehension of a function
def f():
    [await x for x in y]
##### coroutines: await in a generator expression of a function
def f():
    (await x for x in y)
##### coroutines: await in a generator expression at module level
(await x for x in y)
##### coroutines: await in a comprehension at module level
[await x for x in y]
##### coroutines: await in the first iterable
def f():
    [x for x in await y]
##### coroutines: await nothing
async def f():
    await
##### coroutines: await a yield
async def f():
    await yield x
##### coroutines: await a not
async def f():
    await not x
##### coroutines: await an await
async def f():
    await await x
##### coroutines: await a lambda
async def f():
    await lambda: x
##### coroutines: await assigned to
async def f():
    await x = 1
##### coroutines: await deleted
async def f():
    del await x
##### coroutines: await as a name
await = 1
##### coroutines: async as a name
async = 1
##### coroutines: async alone
async x
##### coroutines: async lambda
async lambda: x
##### coroutines: async while
async def f():
    async while x: pass
##### coroutines: async for out of a function
async for x in y: pass
##### coroutines: async for in a function
def f():
    async for x in y:
        pass
##### coroutines: async with out of a function
async with x: pass
##### coroutines: async with in a function
def f():
    async with x as y:
        pass
##### coroutines: async comprehension in a function
def f():
    [x async for x in y]
##### coroutines: async set comprehension in a function
def f():
    {x async for x in y}
##### coroutines: async dict comprehension in a function
def f():
    {x: x async for x in y}
##### coroutines: async generator expression in a function
def f():
    (x async for x in y)
##### coroutines: async comprehension in a lambda
async def f():
    lambda: [x async for x in y]
##### coroutines: async comprehension inside another
async def f():
    [[x async for x in y] for z in w]
##### coroutines: async comprehension inside another, in a function
def f():
    [[x async for x in y] for z in w]
##### coroutines: async comprehension in a generator expression
def f():
    ([x async for x in y] for z in w)
##### coroutines: async comprehension in an iterable
def f():
    [z for z in [x async for x in y]]
##### coroutines: async comprehension at module level
[x async for x in y]
##### coroutines: async with forgotten colon
async def f():
    async with x as y
        pass
##### coroutines: async for forgotten colon
async def f():
    async for x in y
        pass
##### coroutines: async for with a call
async def f():
    async for g() in x: pass
##### coroutines: async def without parentheses
async def f:
    pass
##### coroutines: break in except star
for x in y:
    try: pass
    except* E:
        break
##### coroutines: continue in except star
for x in y:
    try: pass
    except* E:
        continue
##### coroutines: return in except star
def f():
    try: pass
    except* E:
        return
##### coroutines: return with a value in except star
def f():
    try: pass
    except* E:
        return 1
##### coroutines: return in a loop in except star
def f():
    try: pass
    except* E:
        for x in y:
            return x
##### coroutines: break in a loop in except star
def f():
    try: pass
    except* E:
        for x in y:
            break
##### coroutines: return in a function in except star
try: pass
except* E:
    def f():
        return 1
##### coroutines: break in except star out of a loop
try: pass
except* E:
    break
##### coroutines: bare except first
try: pass
except: pass
except E: pass
##### coroutines: bare except star
try: pass
except*: pass
##### coroutines: except and except star
try: pass
except A: pass
except* B: pass
##### coroutines: except star and except
try: pass
except* A: pass
except B: pass
##### coroutines: except with a tuple
try: pass
except A, B: pass
##### coroutines: except with a tuple and a name
try: pass
except A, B as c: pass
##### coroutines: except as an attribute
try: pass
except A as b.c: pass
##### coroutines: except as a tuple
try: pass
except A as (b, c): pass
##### coroutines: finally before except
try: pass
finally: pass
except A: pass
##### coroutines: continue in finally
for x in y:
    try: pass
    finally:
        continue
##### coroutines: twenty-one loops
def f(a):
 for a in a:
  for a in a:
   for a in a:
    for a in a:
     for a in a:
      for a in a:
       for a in a:
        for a in a:
         for a in a:
          for a in a:
           for a in a:
            for a in a:
             for a in a:
              for a in a:
               for a in a:
                for a in a:
                 for a in a:
                  for a in a:
                   for a in a:
                    for a in a:
                     for a in a:
                      pass
##### coroutines: with of too many
with a, a, a, a, a, a, a, a, a, a, a, a, a, a, a, a, a, a, a, a, a: pass
