import types


@types.coroutine
def pause():
    yield


async def inner():
    try:
        await pause()
    except KeyError as error:
        raise ValueError("inner translated") from error


async def outer():
    try:
        await inner()
    finally:
        print("outer's finally")


c = outer()
c.send(None)
try:
    c.throw(KeyError("k"))
except ValueError as error:
    print(error, repr(error.__cause__), error.__context__ is error.__cause__)
    names, tb = [], error.__traceback__
    while tb:
        names.append(f"{tb.tb_frame.f_code.co_name}:{tb.tb_lineno}")
        tb = tb.tb_next
    print(names)
