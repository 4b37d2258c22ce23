import asyncio


class Thing:
    value = await asyncio.sleep(0)
