from collections import Counter, OrderedDict, defaultdict, deque
from dataclasses import dataclass
from pprint import pformat, pp, pprint


@dataclass
class Person:
    name: str
    friends: list


pprint({'numbers': list(range(30)), 'name': 'short', 'deep': {'a': [1, 2], 'b': ['some', 'longer', 'words', 'that', 'do', 'not', 'fit']}})
pprint(list(range(30)), compact=True, width=40)
pprint({'b': 1, 'a': [1, [2, [3, [4]]]]}, depth=2)
pp({'b': 1, 'a': 2})
pprint('the quick brown fox jumps over the lazy dog ' * 3)
pprint(Person('x' * 40, [Person('y' * 40, [])]))
for kind in (Counter('the quick brown fox'), deque(range(30)), defaultdict(list, {number: [number] * 5 for number in range(6)}),
             OrderedDict((number, str(number)) for number in range(12)), {3, 1, 2}, (1,)):
    pprint(kind)
print(pformat([1, 2], indent=4), pformat({'a': 1}, width=5))
