# What nobody catches is logged as the program configures logging.
import asyncio, logging
logging.basicConfig(level=logging.DEBUG, format='%(levelname)s|%(name)s|%(message)s')
async def boom(): raise ValueError('boom')
async def main():
    logging.info('start')
    asyncio.create_task(boom())
    await asyncio.sleep(0.1)
    asyncio.get_running_loop().call_soon(lambda: {}['k'])
    await asyncio.sleep(0.1)
asyncio.run(main())
