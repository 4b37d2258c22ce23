"""What dies as an instruction compares it and jumps dies on the line of that instruction, wherever it jumps to."""
import sys


class Falsy:
    def __bool__(self): return False
    def __eq__(self, o): return False
    def __del__(self): print('del', sys._getframe(1).f_lineno)


def if_truth():
    if Falsy():
        x = 1
        y = 2
    else:
        z = 3


def while_truth():
    while Falsy():
        x = 1
    z = 3


def match_number():
    match Falsy():
        case 1:
            x = 1
            y = 2
        case _:
            z = 3


def match_text():
    match Falsy():
        case 'abc':
            x = 1
            y = 2
    z = 3


def match_sequence():
    match Falsy():
        case [x]:
            x = 1
            y = 2
    z = 3


def match_none():
    match Falsy():
        case None:
            x = 1
            y = 2
    z = 3


def if_equal():
    if Falsy() == 1:
        x = 1
        y = 2
    z = 3


def if_none():
    if Falsy() is None:
        x = 1
        y = 2
    z = 3


def if_equal_on_the_right():
    if 1 == Falsy():
        x = 1
        y = 2
    z = 3


def if_in():
    if 1 in [Falsy()]:
        x = 1
        y = 2
    z = 3


def if_and():
    if Falsy() and 3:
        x = 1
        y = 2
    z = 3


def if_conditional():
    if Falsy() < 3 if 0 else Falsy():
        x = 1
        y = 2
    z = 3


def if_not_is():
    if not Falsy() is Falsy():
        x = 1
        y = 2
    else:
        z = 3


def match_mapping():
    match Falsy():
        case {'k': 1}:
            x = 1
            y = 2
    z = 3


def match_class():
    match Falsy():
        case int():
            x = 1
            y = 2
    z = 3


def match_item():
    match [Falsy(), 2]:
        case [1, 2]:
            x = 1
            y = 2
    z = 3


def comprehension_if():
    z = [1 for i in range(2) if Falsy()]
    return z


def match_two_numbers():
    match Falsy():
        case 5:
            x = 1
            y = 2
        case 6:
            x = 2
            y = 3
        case _:
            z = 3


def for_over_falsy():
    for i in (Falsy() for _ in range(1)):
        i = None
        x = 1
    z = 3


def assert_not():
    assert not Falsy()
    z = 3


def or_on_two_lines():
    x = (Falsy()
         or 3)
    z = 3


def and_on_two_lines():
    x = (Falsy()
         and 3)
    x = 2
    z = 3


def while_not():
    while not Falsy():
        if Falsy() is Falsy():
            x = 1
            x = 2
        break
    z = 3


for case in (
    if_truth, while_truth, match_number, match_text, match_sequence, match_none, if_equal, if_none,
    if_equal_on_the_right, if_in, if_and, if_conditional, if_not_is, match_mapping, match_class, match_item,
    comprehension_if, match_two_numbers, for_over_falsy, assert_not, or_on_two_lines, and_on_two_lines,
    while_not,
):
    print(case.__name__)
    case()


async def never():
    return 1


try:
    match never():
        case 1 + 2j if 'any':
            never |= 1
        case _:
            assert 1
except TypeError as error:
    print(error)
