# A function made after a spec is a function: it becomes a method. Modules that are patched are imported.
import asyncio
import inspect
from unittest.mock import Mock, call, create_autospec, patch


class Account:
    def deposit(self, amount, note=''):
        return amount

    async def fetch(self, key):
        return key


def add(a, b=2):
    """Adds."""
    return a + b


def t(function):
    try:
        print(repr(function()))
    except Exception as error:
        print(type(error).__name__, error)


with patch.object(Account, 'deposit', autospec=True) as deposit:
    deposit.return_value = 7
    account = Account()
    print(account.deposit(5), account.deposit(6, note='x'), deposit.called, deposit.call_count)
    print([given.args[1:] for given in deposit.call_args_list], deposit.call_args.kwargs)
    t(lambda: account.deposit())
    t(lambda: account.deposit(1, 2, 3))
    deposit.assert_called_with(account, 6, note='x')
    t(lambda: deposit.assert_called_once())
    deposit.reset_mock()
    print(deposit.called, deposit.call_args, deposit.mock_calls)

made = create_autospec(add)
print(type(made).__name__, made.__name__, made.__doc__, inspect.signature(made), made.called, made.side_effect)
made.side_effect = [1, 2, ValueError('third')]
t(lambda: made(1))
t(lambda: made(1, b=3))
t(lambda: made(1))
print(made.mock_calls, made.call_args, made.call_args_list == [call(1), call(1, 3), call(1)])
made.side_effect = lambda a, b=0: a * 10
t(lambda: made(4))
made.side_effect = None
made.return_value = 'given'
t(lambda: made(4))
t(lambda: made.nope)
t(lambda: made.assert_called_with(5))
t(lambda: made())
made.assert_has_calls([call(1), call(1, b=3)])

manager = Mock()
manager.attach_mock(made, 'added')
made(8)
print(manager.mock_calls)


async def main():
    with patch.object(Account, 'fetch', autospec=True) as fetch:
        fetch.return_value = 'found'
        print(await Account().fetch('k'), fetch.await_count, asyncio.iscoroutinefunction(fetch))
        fetch.assert_awaited_once()


asyncio.run(main())

with patch('random.randint', return_value=4):
    import random

    print(random.randint(1, 6))


@patch('math.floor')
@patch('string.Template.substitute', return_value='replaced')
def patched(substitute, floor):
    import string

    print(string.Template('$x').substitute(x=1), floor.called)


patched()
for target in ('random.nope.x', 'nowhere.x', 'nowhere', 'a b.c', 5):
    t(lambda: patch(target).start())
with patch('collections.abc.Sized', 1), patch('__main__.add', 2):
    import collections.abc

    print(collections.abc.Sized, add)
print(add(1))
