# The frames of a traceback are those that run, as long as they do.
import sys


def divides(a, b):
    return a / b


def catches():
    before = 'before'
    try:
        divides(1, 0)
    except ZeroDivisionError as error:
        here = error.__traceback__
        there = here.tb_next
        print(here.tb_frame is sys._getframe(), here.tb_lineno, here.tb_frame.f_lineno)
        print(there.tb_frame.f_locals, there.tb_frame.f_lineno, there.tb_lineno, there.tb_frame is there.tb_frame)
        after = 'after'
        print(sorted(here.tb_frame.f_locals))
        return here


here = catches()
print(sorted(here.tb_frame.f_locals), here.tb_lineno)
