# Operators on a class are its metaclass's.
class Meta(type):
    def __getitem__(cls, key): return ('item', key)
    def __iter__(cls): return iter('abc')
    def __len__(cls): return 3
    def __contains__(cls, item): return item == 1
    def __bool__(cls): return False
    def __repr__(cls): return f'<class of mine {cls.__name__}>'
    def __add__(cls, other): return 'sum'
    def __eq__(cls, other): return True
    def __hash__(cls): return 5
    def __getattr__(cls, name): return f'made up: {name}'
    def __instancecheck__(cls, instance): return isinstance(instance, int)
    def __subclasscheck__(cls, sub): return sub is not str
    def __dir__(cls): return ['only', 'these']

    @property
    def computed(cls): return 'by the metaclass'


class Thing(metaclass=Meta):
    def __len__(self): return 1


print(Thing[1], Thing[1:2], list(Thing), len(Thing), len(Thing()), 1 in Thing, 2 in Thing, bool(Thing))
print(Thing, f'{Thing}', Thing + 1, Thing == 3, hash(Thing), Thing.nothing, Thing.computed, dir(Thing))
print(isinstance(3, Thing), isinstance('', Thing), issubclass(int, Thing), issubclass(str, Thing), isinstance(Thing(), Thing))
for wrong in (lambda: Thing().computed, lambda: Thing().nothing, lambda: Thing()[0]):
    try:
        wrong()
    except (AttributeError, TypeError) as error:
        print(error)
