# Iterators that are copied go on where the first one was; a shallow copy shares the source. What they are made of again, and their states.
import collections
import copy
import itertools as it
import re

MAKERS = [
    lambda: it.count(5),
    lambda: it.count(5, 2),
    lambda: it.count(1.5),
    lambda: it.count(2**70),
    lambda: it.cycle('abc'),
    lambda: it.repeat(1, 3),
    lambda: it.repeat(1),
    lambda: it.accumulate([1, 2, 3]),
    lambda: it.accumulate([1, 2, 3], max),
    lambda: it.accumulate([1, 2, 3], initial=5),
    lambda: it.accumulate([None, 2], lambda total, item: total),
    lambda: it.chain('ab', 'c'),
    lambda: it.chain.from_iterable(['ab']),
    lambda: it.compress('abc', [1, 1, 1]),
    lambda: it.dropwhile(bool, [1, 0, 1]),
    lambda: it.takewhile(bool, [1, 0, 1]),
    lambda: it.filterfalse(None, [0, 0]),
    lambda: it.starmap(pow, [(1, 2), (2, 3)]),
    lambda: it.islice('abcdef', 1, 5, 2),
    lambda: it.islice('abc', 2),
    lambda: it.islice('abc', None),
    lambda: it.groupby('aab'),
    lambda: it.groupby('aab', ord),
    lambda: it.zip_longest('ab', 'abc', fillvalue=7),
    lambda: it.product('ab', [1, 2]),
    lambda: it.product(),
    lambda: it.permutations('abc', 2),
    lambda: it.combinations('abc', 2),
    lambda: it.combinations_with_replacement('ab', 2),
    lambda: it.tee('abc')[0],
    lambda: it.pairwise('abc'),
    lambda: iter(collections.deque('abc')),
    lambda: reversed(collections.deque('abc')),
    lambda: reversed({1: 2, 3: 4, 5: 6}),
]


def shown(thing):
    return re.sub(r' at 0x\w+|ascii_', '', repr(thing))


def rest(iterator):
    return shown(list(it.islice(iterator, 3)))


for make in MAKERS:
    for steps in (0, 1, 2, 9):
        iterator = make()
        list(it.islice(iterator, steps))
        try:
            if type(iterator).__name__ not in ('_tee', 'pairwise'):
                print(shown(iterator.__reduce__()))
            copies = copy.copy(iterator), copy.deepcopy(iterator)
            print(type(iterator).__name__, steps, [rest(each) for each in copies], rest(iterator))
        except TypeError as error:
            print(type(error).__name__, error)


def state(iterator, value):
    try:
        iterator.__setstate__(value)
        print(type(iterator).__name__, list(it.islice(iterator, 4)))
    except Exception as error:
        print(type(iterator).__name__, type(error).__name__, error)


STATES = (0, 1, 5, 'x', (), (1,), (1, 2), ([5, 6], 0), ([5, 6], 1), [0, 1], None, ((0, 1, 2), (3, 2)), (9, 9), (-1, -1), 2.5)
for make in (
    lambda: it.cycle('ab'),
    lambda: it.chain('ab'),
    lambda: it.islice('abcd', 3),
    lambda: it.product('ab', 'cd'),
    lambda: it.permutations('abc', 2),
    lambda: it.combinations('abc', 2),
    lambda: it.combinations_with_replacement('abc', 2),
    lambda: it.dropwhile(bool, [1, 0, 1]),
    lambda: it.takewhile(bool, [1, 2]),
    lambda: it.accumulate([1, 2]),
    lambda: it.zip_longest('a', 'bc'),
    lambda: it.groupby('aab', key=lambda item: item),
):
    for value in STATES:
        if type(make()).__name__ != 'groupby' or value == ():
            state(make(), value)
state(it.chain('ab'), (iter('xy'),))
state(it.chain('ab'), (iter('xy'), iter('zz')))


class Counting(it.count): ...
class Repeating(it.repeat): ...


print(Counting(5), Counting(5, 2), Repeating(1, 2), it.count(True), it.count(2, True), next(it.count(True)), it.chain[int])


class Boom:
    def __init__(self):
        self.at = 0

    def __iter__(self):
        return self

    def __next__(self):
        self.at += 1
        if self.at == 2:
            raise ValueError('boom')
        return self.at


sliced = it.islice(Boom(), 5)
for _ in range(4):
    try:
        print(next(sliced))
    except Exception as error:
        print(type(error).__name__)
for iterator in (it.count(), it.cycle('a'), it.chain('a'), zip('a'), iter([1]), collections.deque([1])):
    for name, args in (('__next__', (1,)), ('__iter__', (1,)), ('__eq__', ()), ('__getitem__', ()), ('__setitem__', (1,)), ('__repr__', (1,))):
        try:
            getattr(iterator, name)(*args)
        except (TypeError, AttributeError) as error:
            print(error)
