s = {3, 1, 2, 3}
s.add(4)
s.discard(100)
s.remove(1)
print(s, len(s), 2 in s, {1, 2} | {2, 3}, {1, 2} & {2, 3}, {1, 2} - {2}, {1, 2} ^ {2, 3})
print(s.union([9]), s.intersection([2, 3]), s.difference([2]), s.issubset({2, 3, 4, 5}), s.isdisjoint({7}), s >= {2})
s |= {7}
s -= {2}
s &= {3, 7}
print(s, set(), frozenset([1]), frozenset({1}) == {1}, {frozenset([1]): "key"}, set([1, 1.0, True]))
t = s.copy()
t.update([1], (2,))
print(t, s, sorted(t), sum(t), bool(set()))
print(set(range(10)), {0, 5, 10, 15}, {8, 16, 1}, {-1, -2})
try:
    s.remove(99)
except KeyError as error:
    print(repr(error))
try:
    {[1]}
except TypeError as error:
    print(error)
