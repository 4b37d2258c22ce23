"""Where a frame stands while its iterator dies: at the end of the `finally`, the `with` or the handler that has raised again."""

import sys


def place():
    frame = sys._getframe(2)
    return f"{frame.f_code.co_name}, line {frame.f_lineno - frame.f_code.co_firstlineno}"


def told():
    try:
        yield
    finally:
        print("closed in", place())


class Quiet:
    def __enter__(self):
        return self

    def __exit__(self, *details):
        return False


def behind_finally():
    for _ in told():
        try:
            1 / 0
        finally:
            print("first")
            print("last")


def behind_nested_finally():
    for _ in told():
        try:
            try:
                1 / 0
            finally:
                print("inner")
        finally:
            print("outer")


def raised_in_finally():
    for _ in told():
        try:
            1 / 0
        finally:
            print("first")
            {}["missing"]
            print("never")


def raised_again():
    for _ in told():
        try:
            1 / 0
        except ZeroDivisionError as error:
            print("first")
            raise


def raised_again_without_a_name():
    for _ in told():
        try:
            1 / 0
        except ZeroDivisionError:
            print("first")
            raise


def matched_by_none():
    for _ in told():
        try:
            1 / 0
        except KeyError:
            print("never")
        except (OSError, TypeError):
            print("never")


def behind_with():
    for _ in told():
        with Quiet() as quiet:
            print("first")
            1 / 0


def behind_two():
    for _ in told():
        with Quiet(), Quiet():
            try:
                1 / 0
            finally:
                print("finally")


FUNCTIONS = behind_finally, behind_nested_finally, raised_in_finally, raised_again, raised_again_without_a_name, matched_by_none
for function in *FUNCTIONS, behind_with, behind_two:
    try:
        function()
    except (ZeroDivisionError, KeyError) as error:
        entry = error.__traceback__.tb_next
        print(repr(error), "told of line", entry.tb_lineno - function.__code__.co_firstlineno)
