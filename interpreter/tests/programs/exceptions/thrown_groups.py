"""Classes thrown into generators, with arguments: groups want theirs, and a tuple of a subclass is unpacked as a tuple."""

import asyncio


class Pair(tuple):
    pass


class Own(ExceptionGroup):
    pass


def steps():
    while True:
        try:
            yield 'step'
        except Exception as error:
            print('  thrown in:', repr(error), error.args)


async def async_steps():
    while True:
        try:
            yield 'step'
        except Exception as error:
            print('  thrown in:', repr(error), error.args)


THROWN = [
    (ValueError, (1, 2)), (ValueError, Pair((1, 2))), (ValueError, Pair()), (ValueError, [1, 2]), (ExceptionGroup,), (Own,), (Own, None),
    (Own, 'text'), (Own, ('text', [ValueError(1)])), (Own, Pair(('text', [ValueError(1)]))), (BaseExceptionGroup, ('text', [KeyError(1)])),
]

for thrown in THROWN:
    print(*thrown)
    generator = steps()
    next(generator)
    print(' ', generator.throw(*thrown))


async def main():
    for thrown in THROWN:
        print('async', *thrown)
        generator = async_steps()
        await anext(generator)
        print(' ', await generator.athrow(*thrown))


asyncio.run(main())
