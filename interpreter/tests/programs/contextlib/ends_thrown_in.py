"""What tells of an end, thrown into a manager made of a generator, and what the generator makes of it."""

import asyncio
from contextlib import asynccontextmanager, contextmanager


@contextmanager
def wrapping(how):
    try:
        yield
    except BaseException as error:
        if how == 'from':
            raise RuntimeError('made of it') from error
        if how == 'plain':
            raise RuntimeError('beside it')
        if how == 'again':
            raise


@asynccontextmanager
async def wrapping_async(how):
    try:
        yield
    except BaseException as error:
        if how == 'from':
            raise RuntimeError('made of it') from error
        if how == 'plain':
            raise RuntimeError('beside it')
        if how == 'again':
            raise


def tell(how, error):
    print(how, type(error).__name__, error, '| cause:', repr(error.__cause__), '| context:', repr(error.__context__))


def run(how, error):
    try:
        with wrapping(how):
            raise error
        print(how, 'swallowed')
    except BaseException as left:
        tell(how, left)


async def run_async(how, error):
    try:
        async with wrapping_async(how):
            raise error
        print(how, 'swallowed')
    except BaseException as left:
        tell(how, left)


ENDS = [StopIteration('end'), StopAsyncIteration('async end'), ValueError('no end'), GeneratorExit('closed')]
for error in ENDS:
    for how in ['from', 'plain', 'again', 'swallow']:
        run(how, error.with_traceback(None))


async def main():
    for error in ENDS:
        for how in ['from', 'plain', 'again', 'swallow']:
            await run_async(how, error.with_traceback(None))


asyncio.run(main())
