import sys


def inner():
    raise ValueError("x")


def outer():
    inner()


try:
    outer()
except ValueError as error:
    kind, value, traceback = sys.exc_info()
    print(kind is ValueError, value is error, traceback is error.__traceback__)
    while traceback is not None:
        print(traceback.tb_lineno, traceback.tb_frame.f_code.co_name)
        traceback = traceback.tb_next
print(sys.exc_info())
