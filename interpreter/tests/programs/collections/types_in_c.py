"""Classes that CPython has in C: what messages call them, and that their instances have no attributes but their own."""

import collections
import datetime
import functools
import itertools
import operator
import re
import types

objects = [
    collections.deque([1]), collections.defaultdict(int), datetime.time(1),
    datetime.timedelta(1), datetime.timezone.utc, itertools.count(), itertools.chain(), operator.itemgetter(1), re.compile('a'),
    re.match('a', 'a'), functools.partial(print), types.SimpleNamespace(a=1), collections.OrderedDict(),
]
for thing in objects:
    try:
        thing.nope
    except AttributeError as error:
        print(error)
    try:
        type(thing).nope
    except AttributeError as error:
        print(error)
    try:
        thing.note = 1
        print('has now', vars(thing).get('note', 'another dict'))
    except AttributeError as error:
        print(error)
    try:
        thing + 'text'
    except TypeError as error:
        print(error)
    try:
        thing < 5
    except TypeError as error:
        print(error)


class Named(collections.deque):
    pass


queue = Named([1, 2], maxlen=3)
queue.name = 'q'
print(vars(queue), queue)


class Tagged(collections.defaultdict):
    pass


tagged = Tagged(list)
tagged['a'].append(1)
tagged.tag = 't'
print(vars(tagged), tagged)


class Day(datetime.date):
    pass


day = Day(2020, 2, 29)
day.mood = 'leap'
print(vars(day), repr(day))


class Stamp(datetime.datetime):
    def __new__(cls, *args):
        return super().__new__(cls, *args)


import copy

for moment in (Stamp(2020, 1, 2, 3), day, datetime.time(1, 2, fold=1), datetime.timedelta(3), datetime.timezone(datetime.timedelta(hours=1))):
    print(repr(copy.copy(moment)), copy.deepcopy(moment) == moment)
