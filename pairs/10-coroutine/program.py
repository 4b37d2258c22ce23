import asyncio

async def ask(name):
    print("ask", name)
    await asyncio.sleep(1)
    return f"<{name}>"

async def main():
    user = await ask("user")
    print("user", user)
    orders = await ask("orders")
    print("orders", orders)

asyncio.run(main())
