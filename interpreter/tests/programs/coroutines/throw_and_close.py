import types


@types.coroutine
def suspend():
    try:
        yield "waiting"
    finally:
        print("suspend ends")


async def task():
    try:
        await suspend()
    except ValueError as error:
        print("handled", error)
        await suspend()
    finally:
        print("task ends")


c = task()
print(c.send(None))
print(c.throw(ValueError("v")))
c.close()

c = task()
c.send(None)
try:
    c.throw(KeyError("k"))
except KeyError as error:
    print("out", error)

c = task()
c.close()
try:
    c.send(None)
except RuntimeError as error:
    print(error)
c = task()
try:
    c.throw(KeyError("never began"))
except KeyError as error:
    print(error)
