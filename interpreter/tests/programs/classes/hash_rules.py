def try_hash(value):
    try:
        return isinstance(hash(value), int)
    except TypeError as error:
        return error


class Plain: pass
class Equal:
    def __eq__(self, other): return True
class Inherits(Equal): pass
class Restored(Equal):
    __hash__ = object.__hash__
class Forbidden(Plain):
    __hash__ = None
class Both:
    def __eq__(self, other): return True
    def __hash__(self): return 2 ** 100
class Wrong:
    def __hash__(self): return 'x'


for cls in (Plain, Equal, Inherits, Restored, Forbidden, Both, Wrong):
    print(cls.__name__, try_hash(cls()), cls.__hash__ is object.__hash__, cls.__hash__ is None)
print(hash(Both()) == hash(2 ** 100))
try:
    {Inherits(): 1}
except TypeError as error:
    print(error)
try:
    {1, Forbidden()}
except TypeError as error:
    print(error)
print(Plain.__eq__ is object.__eq__, Plain.__init__ is object.__init__, Equal() == 3, 3 == Equal(), Equal() != 3)
from collections.abc import Hashable
print([issubclass(cls, Hashable) for cls in (Plain, Equal, Inherits, Restored, Forbidden, list)])
