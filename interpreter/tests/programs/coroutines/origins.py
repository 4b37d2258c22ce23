def show(*thunks):
    for thunk in thunks:
        try:
            print(repr(thunk()))
        except BaseException as error:
            print(type(error).__name__, error)


import sys, warnings
st = sys.set_coroutine_origin_tracking_depth
show(
    lambda: sys.get_coroutine_origin_tracking_depth(),
    lambda: st(-1),
    lambda: st('a'),
    lambda: st(),
    lambda: st(1, 2),
    lambda: st(depth=2),
    lambda: sys.get_coroutine_origin_tracking_depth(),
    lambda: st(1.5),
)
async def co(): pass
def mk(): return co()
def mk2(): return mk()
for d in (0, 1, 2, 3):
    st(d)
    c = mk2()
    print(d, c.cr_origin)
    c.close()
st(1)
c = co()
print(c.cr_origin)
c.close(); print(c.cr_origin)
st(2)
async def ag(): yield
a = ag()
print(hasattr(a, 'ag_origin'))
try: c.cr_origin = 5
except AttributeError as e: print(e)
class T:
    def m(self): return co()
x = T().m(); print(x.cr_origin); x.close()
z = (lambda: co())(); print(z.cr_origin); z.close()
l = [co() for _ in 'ab']; print(l[0].cr_origin); [q.close() for q in l]
async def outer():
    c = co()
    print(c.cr_origin)
    await c
o = outer()
try: o.send(None)
except StopIteration: pass
st(1)
mk2()
st(3)
mk2()
warnings.simplefilter('always')
mk2()
print('end')
