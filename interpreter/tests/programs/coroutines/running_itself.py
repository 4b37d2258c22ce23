async def selfish():
    try:
        me.send(None)
    except ValueError as error:
        print(error)
    try:
        me.close()
    except ValueError as error:
        print(error)
    print(me.cr_running)


me = selfish()
try:
    me.send(None)
except StopIteration:
    print("done", me.cr_running)
