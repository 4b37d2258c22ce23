class Plugin:
    known = {}

    def __init_subclass__(cls, /, key=None, **rest):
        super().__init_subclass__(**rest)
        cls.key = key or cls.__name__.lower()
        Plugin.known[cls.key] = cls


class Reader(Plugin): pass
class Writer(Plugin, key='w'): pass
class FastWriter(Writer): pass


print({key: cls.__name__ for key, cls in Plugin.known.items()}, FastWriter.key)
try:
    class Wrong(Plugin, nonsense=1): pass
except TypeError as error:
    print(error)


class Generic:
    def __class_getitem__(cls, item):
        return f'{cls.__name__}[{item}]'


class Special(Generic): pass


print(Generic[int], Special[1, 2], Special.__class_getitem__('x'))
try:
    Reader[0]
except TypeError as error:
    print(error)


class Proxy:
    """Stands for other bases (PEP 560)."""

    def __mro_entries__(self, bases):
        print('asked', len(bases))
        return (dict,)


class Mapping(Proxy()): pass


print(Mapping.__bases__, type(Mapping.__orig_bases__[0]).__name__, Mapping(a=1))
