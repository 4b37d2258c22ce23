def selfish():
    print("trying to resume itself")
    try:
        next(me)
    except ValueError as error:
        print(error)
    try:
        me.send(1)
    except ValueError as error:
        print(error)
    try:
        me.throw(KeyError)
    except ValueError as error:
        print(error)
    try:
        me.close()
    except ValueError as error:
        print(error)
    yield me.gi_running


me = selfish()
print(next(me), me.gi_running)
