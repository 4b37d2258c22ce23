import inspect
import types


def function():
    pass


def generator():
    yield


async def coroutine():
    pass


async def async_generator():
    yield


@types.coroutine
def marked():
    yield


class A:
    def method(self):
        pass


tests = [inspect.isfunction, inspect.isgeneratorfunction, inspect.iscoroutinefunction, inspect.isasyncgenfunction,
         inspect.ismethod, inspect.isclass, inspect.isbuiltin, inspect.ismodule]
for thing in function, generator, coroutine, async_generator, marked, A().method, A, len, types:
    print([test.__name__ for test in tests if test(thing)])
objects = [generator(), coroutine(), async_generator(), marked(), 5]
for thing in objects:
    print(inspect.isgenerator(thing), inspect.iscoroutine(thing), inspect.isasyncgen(thing), inspect.isawaitable(thing))
objects[1].close()
