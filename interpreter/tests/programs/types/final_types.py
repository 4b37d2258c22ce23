# Types of C that can't be extended.
import contextvars
import datetime
import functools
import itertools
import operator
import re
import time
import types
import weakref


class Plain: ...


for cls in (
    datetime.timezone, re.Pattern, re.Match, weakref.ProxyType, time.struct_time, types.UnionType, operator.itemgetter,
    type(functools.cmp_to_key(len)), contextvars.Context, type(itertools.tee([])[0]), type(functools.lru_cache(len)), bool, range, slice,
):  # fmt: skip
    try:
        type('X', (cls,), {})
        print(cls, 'extended')
    except TypeError as error:
        print(error)
for cls in (types.GenericAlias, datetime.tzinfo, datetime.timedelta, functools.partial, itertools.count):
    print(type('X', (cls,), {}).__mro__[1])
