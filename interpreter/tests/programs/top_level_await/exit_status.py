import asyncio
import sys


async def background():
    try:
        await asyncio.sleep(100)
    finally:
        print("background ends")


task = asyncio.create_task(background())
await asyncio.sleep(1)
sys.exit(3)
