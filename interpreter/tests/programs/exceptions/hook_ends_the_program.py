"""`sys.excepthook` calls `sys.exit`: its status is the program's. What the module holds is finalised without a word, as the hook holds it."""

import sys


class Mark:
    def __del__(self):
        print("never")


def hook(cls, value, traceback):
    print("hook", cls.__name__, value, traceback.tb_lineno)
    sys.__excepthook__(cls, value, traceback)
    sys.exit(7)


mark = Mark()
sys.excepthook = hook
raise KeyError("lost")
