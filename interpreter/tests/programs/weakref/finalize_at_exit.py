"""weakref.finalize at the end of the program: the newest first, before the objects themselves, but where atexit is False."""

import weakref


class Thing:
    def __init__(self, name):
        self.name = name

    def __del__(self):
        print('del', self.name)


class Plain:
    pass


one, two, plain = Thing('one'), Thing('two'), Plain()
weakref.finalize(one, print, 'finalized one')
weakref.finalize(two, print, 'finalized two')
silent = weakref.finalize(plain, print, 'never')
silent.atexit = False
early = weakref.finalize(plain, print, 'early')
print(early.alive, early(), early.alive, early())
gone = Plain()
weakref.finalize(gone, print, 'gone')
del gone
print('the end')
