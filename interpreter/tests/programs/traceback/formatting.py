import sys
import traceback


def outer():
    inner()


def inner():
    raise ValueError('boom')


try:
    outer()
except ValueError as error:
    print(traceback.format_exc())
    traceback.print_exc(file=sys.stdout, limit=1)
    print(traceback.format_exception_only(error))
    for frame in traceback.extract_tb(error.__traceback__):
        print(frame.lineno, frame.name, frame.line)
    for frame, line in traceback.walk_tb(error.__traceback__):
        print(frame.f_code.co_name, line)
print(traceback.format_list([('file.py', 3, 'f', 'x = 1')]))
