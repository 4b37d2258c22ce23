# An exception thrown into what has not begun stands at its definition.
import traceback
def g():
    x = 1
    yield x
async def c():
    return 1
def show(f):
    try: f()
    except Exception as e:
        traceback.print_exception(e)
show(lambda: g().throw(ValueError('early')))
show(lambda: c().throw(ValueError('early')))
it = g()
try: it.throw(KeyError(1))
except KeyError as e: print(e.__traceback__.tb_next.tb_lineno)
