# Modules have only the names that are theirs: what they use themselves can't be imported from them.


def t(function):
    try:
        function()
        print('found')
    except ImportError as error:
        print(type(error).__name__, error.name, error.name_from if hasattr(error, 'name_from') else '')


def gcd():
    from fractions import gcd


def sin():
    from random import sin


def accumulate():
    from random import accumulate


def random_class():
    from secrets import Random


def generic_alias():
    from queue import GenericAlias


def abstract():
    from contextlib import abstractmethod


def deque():
    from collections.abc import deque


def abc_meta():
    from collections.abc import ABCMeta


def proxy():
    from dataclasses import MappingProxyType


def finite():
    from statistics import isfinite


def regex():
    from html import re


def signals():
    from decimal import SignalDict


for function in (gcd, sin, accumulate, random_class, generic_alias, abstract, deque, abc_meta, proxy, finite, regex, signals):
    t(function)

import array
import calendar
import inspect
import linecache
import re
import traceback
import typing

for module, names in (
    (array, ('arrayiterator',)),
    (calendar, ('DAY_NAMES', 'days_in_month')),
    (inspect, ('FunctionType', 'IntEnum', 'CodeType')),
    (linecache, ('source_line',)),
    (re, ('callable_iterator',)),
    (traceback, ('GROUP_DEPTH', 'limited')),
    (typing, ('UnionType',)),
):
    print(module.__name__, [hasattr(module, name) for name in names])
print(type(iter(array.array('i', [1]))), type(re.finditer('a', 'a')))
