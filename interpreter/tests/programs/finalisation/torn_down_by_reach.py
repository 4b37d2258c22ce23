"""At the end what the module's variables hold is closed before what only containers hold; a list's items go from its end."""


def sleeper(name):
    try:
        yield name
    finally:
        print("closed", name)


async def stepper(name):
    try:
        yield name
    finally:
        print("step closed", name)


async def never():
    pass


def begun(name):
    generator = sleeper(name)
    next(generator)
    return generator


steps = stepper("of a step")
step = steps.asend(None)
try:
    step.send(None)
except StopIteration:
    steps = None
in_a_list = [begun("list 1"), begun("list 2"), begun("list 3")]
in_a_dict = {"a": begun("dict a"), "b": (begun("tuple 1"), begun("tuple 2"))}
by_a_method = begun("method").__next__
forgotten = never()
chosen = in_a_list[1]
direct = begun("direct")
