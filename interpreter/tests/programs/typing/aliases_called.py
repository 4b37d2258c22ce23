# Old names of classes, called.
import typing


def t(f):
    try: print(f())
    except BaseException as e: print(type(e).__name__, e)


for n in ('List', 'Dict', 'Set', 'FrozenSet', 'Tuple', 'Type', 'Deque', 'DefaultDict', 'OrderedDict', 'Counter', 'ChainMap', 'Iterable', 'Hashable', 'Callable', 'Mapping', 'ContextManager'):
    t(lambda: getattr(typing, n)())
t(lambda: typing.Counter[str]('aab')); t(lambda: typing.Deque[int]([1])); t(lambda: typing.DefaultDict[str, int](int)['a']); t(lambda: typing.List[int]()); t(lambda: typing.OrderedDict[str, int](a=1)); t(lambda: typing.Optional[int]()); t(lambda: typing.Callable[[int], int]())
class MyC(typing.Counter[str]): pass
t(lambda: MyC('aab').most_common(1)); t(lambda: MyC.__mro__[1])
