from dataclasses import asdict, astuple, dataclass, field, fields, replace


@dataclass
class Item:
    name: str
    price: float = 1.5
    tags: list[str] = field(default_factory=list, repr=False)


a = Item('pen')
b = Item('pen', 1.5, [])
print(a, a == b, a is b, a.tags is b.tags)
print(replace(a, price=2), asdict(a), astuple(a))
print([(one.name, one.type) for one in fields(Item)], Item.__match_args__)
match a:
    case Item(name, price):
        print(name, price)
try:
    Item()
except TypeError as error:
    print(error)
try:
    hash(a)
except TypeError as error:
    print(error)
