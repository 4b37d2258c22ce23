import inspect, sys
def where():
    f = inspect.currentframe().f_back
    i = inspect.getframeinfo(f)
    return i
x = where()
print(x); print(x.positions, len(x), x._fields); print(x[:3])
def outer():
    return [ (i.function, i.positions) for i in inspect.stack()[:2] ]
print(outer())
try:
    (lambda:
       1/0)()
except ZeroDivisionError as e:
    for i in inspect.getinnerframes(e.__traceback__): print(i.lineno, i.function, i.positions, i.code_context, i.index)
    print(inspect.trace()[-1].positions, inspect.getframeinfo(e.__traceback__).positions._fields)
def g():
    x = yield 1
    y = yield 22 ; return
k = g(); print(inspect.getframeinfo(k.gi_frame)); next(k); print(inspect.getframeinfo(k.gi_frame).positions); next(k); print(inspect.getframeinfo(k.gi_frame).positions)
print(inspect.FrameInfo, inspect.Traceback, inspect.Traceback('a', 1, 'f', None, None), inspect.Traceback('a', 1, 'f', None, None, positions=3).positions)
a, b, *c = inspect.stack()[0]; print(b)
print(type(inspect.stack()[0].positions))
