"""IsolatedAsyncioTestCase: coroutines as tests, with an event loop for each."""

import asyncio
import contextvars
import unittest

events = []
variable = contextvars.ContextVar('variable', default='none')


class Connection:
    async def __aenter__(self):
        events.append('connected')
        return self

    async def __aexit__(self, *exc_info):
        events.append('disconnected')


class AsyncTest(unittest.IsolatedAsyncioTestCase):
    def setUp(self):
        events.append('setUp')
        variable.set('setUp')

    async def asyncSetUp(self):
        events.append('asyncSetUp ' + variable.get())
        variable.set('asyncSetUp')

    async def test_sleep(self):
        events.append('test ' + variable.get())
        await asyncio.sleep(0.5)
        self.assertEqual(await asyncio.gather(asyncio.sleep(1, 'a'), asyncio.sleep(2, 'b')), ['a', 'b'])
        self.addAsyncCleanup(self.clean)

    async def clean(self):
        await asyncio.sleep(0)
        events.append('clean')

    def test_plain(self):
        events.append('plain ' + variable.get())

    async def test_fails(self):
        await asyncio.sleep(0)
        self.assertIs(asyncio.get_running_loop(), None)

    async def test_timeout(self):
        async with asyncio.timeout(1):
            await asyncio.sleep(2)

    async def test_context(self):
        await self.enterAsyncContext(Connection())
        for number in range(2):
            with self.subTest(number=number):
                await asyncio.sleep(1)
                self.assertEqual(number, 0)

    async def asyncTearDown(self):
        events.append('asyncTearDown')

    def tearDown(self):
        events.append('tearDown')


program = unittest.main(exit=False)
for event in events:
    print(event)
print(program.result)
