import inspect
import types


def g():
    print("inside", inspect.getgeneratorstate(it))
    x = 1
    yield x


it = g()
print(inspect.getgeneratorstate(it), inspect.getgeneratorlocals(it))
next(it)
print(inspect.getgeneratorstate(it), inspect.getgeneratorlocals(it))
it.close()
print(inspect.getgeneratorstate(it), inspect.getgeneratorlocals(it))


@types.coroutine
def pause():
    yield


async def c(argument):
    print("inside", inspect.getcoroutinestate(co))
    await pause()


co = c("value")
print(inspect.getcoroutinestate(co), inspect.getcoroutinelocals(co))
co.send(None)
print(inspect.getcoroutinestate(co))
co.close()
print(inspect.getcoroutinestate(co))
print(inspect.GEN_CREATED, inspect.CORO_CLOSED)
