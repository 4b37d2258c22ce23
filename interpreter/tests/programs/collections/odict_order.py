"""OrderedDict: its own views, moves to both ends, changes noticed while it is iterated, subclasses that see each item set."""

from collections import OrderedDict

table = OrderedDict.fromkeys('abcde')
print(table.keys(), table.items(), table.values())
print([type(iter(view)).__name__ for view in (table, table.keys(), table.items(), table.values(), reversed(table))])
print(isinstance(table.keys(), type({}.keys())), table.keys() & {'a', 'z'}, repr(table.keys())[:10])

for key in 'ceb':
    table.move_to_end(key, last=False)
    print(list(table))
table.move_to_end('b')
print(list(table), table.popitem(last=False), table.popitem())
table['z'] = 1
del table['a']
table.move_to_end('z', last=False)
print(table, 'z' in table, list(reversed(table)))
try:
    table.move_to_end('nothing')
except KeyError as error:
    print('KeyError', error)

# Many moves to the front, in time.
many = OrderedDict.fromkeys(range(3000))
for key in range(3000):
    many.move_to_end(key, last=False)
print(list(many)[:3], len(many))
while len(many) > 2:
    many.popitem(last=False)
print(many)

for change in ('move', 'delete', 'add'):
    shop = OrderedDict(apple=1, pear=2, plum=3)
    try:
        for name in shop:
            if change == 'move':
                shop.move_to_end(name)
            elif change == 'delete':
                del shop[name]
            else:
                shop['fig'] = 4
    except RuntimeError as error:
        print(change, error)


class LastUpdated(OrderedDict):
    """Keeps keys in the order in which they were set last."""

    def __setitem__(self, key, value):
        print('set', key, value)
        super().__setitem__(key, value)
        self.move_to_end(key)


last = LastUpdated([('a', 1), ('b', 2)])
last.update(a=3)
last |= {'c': 4}
print(last, vars(last))
last.note = 'kept'
print(vars(last))

for wrong in ([(1, 2, 3)], [(1,)], [()], 5, [5]):
    try:
        OrderedDict(wrong)
    except (TypeError, ValueError) as error:
        print(type(error).__name__, error)
try:
    OrderedDict([], [])
except TypeError as error:
    print(error)
