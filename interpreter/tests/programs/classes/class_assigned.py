# Which classes an object, or a class's bases, may be changed to: instances must be made of the same.
def become(old, new):
    try:
        thing = old()
        thing.__class__ = new
        print(old.__name__, '->', new.__name__, type(thing).__name__)
    except TypeError as error:
        print(error)


class Slots: __slots__ = ('a',)
class SameSlots: __slots__ = ('a',)
class OtherSlots: __slots__ = ('b',)
class WithWeakref: __slots__ = ('a', '__weakref__')
class WithWeakrefToo: __slots__ = ('a', '__weakref__')
class WithDict: __slots__ = ('a', '__dict__')
class WithDictToo: __slots__ = ('a', '__dict__')
class Empty: __slots__ = ()
class EmptyToo: __slots__ = ()
class OfEmpty(Empty): pass
class OfEmptyToo(Empty): pass
class Plain: pass
class PlainToo: pass
class Below(Plain): pass
class BelowWithSlot(Plain): __slots__ = ('c',)
class Fault(Exception): pass
class FaultToo(Exception): pass
class Value(ValueError): pass
class ValueToo(ValueError): pass
class Lookup(LookupError): pass
class System(OSError): pass
class Whole(int): pass
class WholeToo(int): pass
class WholeEmpty(int): __slots__ = ()
class WholeEmptyToo(int): __slots__ = ()
class Items(list): pass
class ItemsToo(list): pass
class Pair(tuple): pass
class PairToo(tuple): pass
class Text(str): pass
class TextToo(str): pass
class Table(dict): pass
class TableToo(dict): pass


classes = [Slots, SameSlots, OtherSlots, WithWeakref, WithWeakrefToo, WithDict, WithDictToo, Empty, EmptyToo, OfEmpty, OfEmptyToo]
classes += [Plain, PlainToo, Below, BelowWithSlot]
for old in classes:
    for new in classes:
        if old is not new:
            become(old, new)
exceptions = [Fault, FaultToo, Value, ValueToo, Lookup, System]
for old in exceptions:
    for new in exceptions:
        if old is not new:
            become(old, new)
for old, new in (Whole, WholeToo), (WholeEmpty, WholeEmptyToo), (Whole, WholeEmpty), (Items, ItemsToo), (Pair, PairToo), (Text, TextToo):
    become(old, new)
become(Table, TableToo)
become(object, Plain)
become(Plain, object)
become(int, Whole)
become(Fault, Exception)


class Meta(type): pass
class MetaToo(type): pass


class Made(metaclass=Meta): pass


Made.__class__ = MetaToo
print(type(Made).__name__)


def rebase(cls, *bases):
    try:
        cls.__bases__ = bases
        print(cls.__name__, [base.__name__ for base in cls.__mro__])
    except TypeError as error:
        print(error)


class Child(Plain): pass


rebase(Child, PlainToo)
rebase(Child, Slots)
rebase(Child, Below)
rebase(Child, Empty)
rebase(Child, Exception)
rebase(Plain, PlainToo)
