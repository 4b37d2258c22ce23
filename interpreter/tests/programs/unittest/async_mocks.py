"""Mocks whose calls are awaited."""

import asyncio
import re
from unittest.mock import AsyncMock, MagicMock, patch


def shown(value):
    return re.sub(r"id='\d+'", "id=N", repr(value))


def attempt(function, *args, **kwargs):
    try:
        print(shown(function(*args, **kwargs)))
    except BaseException as error:
        print(type(error).__name__, re.sub(r"id='\d+'", "id=N", str(error)))


class Foo:
    attr = 1

    def method(self, a, b=2):
        return a

    async def am(self):
        pass

    @staticmethod
    def st(x):
        pass

    @classmethod
    def cl(cls, y):
        pass

    @property
    def prop(self):
        return 5


class Target:
    value = 1

    def method(self):
        return 'real'

    @staticmethod
    def st():
        return 'static'


am = AsyncMock(return_value=3)


async def main():
    print(await am(1), am.await_count, am.await_args, am.await_args_list)
    am.assert_awaited_once_with(1)
    attempt(am.assert_awaited_with, 2)
    attempt(am.assert_not_awaited)
    attempt(am.assert_awaited_once)
    attempt(AsyncMock().assert_awaited)
    attempt(am.assert_any_await, 7)
    am.side_effect = [1, ValueError('x')]
    print(await am())
    for _ in range(2):
        try:
            await am()
        except (ValueError, StopAsyncIteration) as e:
            print(repr(e))
    mag = MagicMock()
    async with mag as z:
        print(shown(z))
    mag.__aiter__.return_value = [1, 2]
    print([i async for i in mag])
    spec = MagicMock(Foo)
    print(shown(spec.am), shown(spec.method))
    await spec.am()
    print(shown(AsyncMock().foo), asyncio.iscoroutinefunction(AsyncMock()))
    with patch.object(Foo, 'am') as pam:
        print(shown(pam))
        pam.return_value = 6
        print(await Foo().am())

    @patch.object(Target, 'value', 11)
    async def co():
        return Target.value
    print(await co(), Target.value)


asyncio.run(main())
