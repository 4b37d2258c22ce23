import asyncio

def ask(name, answer):
    print("ask", name)
    loop.call_later(1, answer, f"<{name}>")

def got_user(user):
    print("user", user)
    ask("orders", got_orders)

def got_orders(orders):
    print("orders", orders)
    loop.stop()

loop = asyncio.new_event_loop()
ask("user", got_user)
loop.run_forever()
loop.close()
