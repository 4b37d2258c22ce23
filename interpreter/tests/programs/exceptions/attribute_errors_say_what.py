# An AttributeError that leaves a look-up says what was asked for, and of what.
import asyncio
def err(f):
    try: f()
    except Exception as e: print(type(e).__name__, e, getattr(e,'name',None))
class A:
    def __getattr__(self, n): raise AttributeError(f'no {n}')
err(lambda: A().foo)
class B:
    attr = 1
    def __getattr__(self, n): raise AttributeError('mine')
import traceback
for code in ('asyncio.sleeep', 'asyncio.get_runing_loop', 'B().atr'):
    try: eval('1') if False else {'asyncio.sleeep': lambda: asyncio.sleeep, 'asyncio.get_runing_loop': lambda: asyncio.get_runing_loop, 'B().atr': lambda: B().atr}[code]()
    except AttributeError as e: print(traceback.format_exception_only(e), e.name, e.obj is asyncio)
lenght = 3
def f(): return length
err(f)
try: f()
except NameError as e: print(traceback.format_exception(e)[-1])
try: pritn
except NameError as e: print(traceback.format_exception(e)[-1])


class Attribute:
    def __getattribute__(self, name):
        raise AttributeError('none at all')


class Named:
    def __getattr__(self, name):
        raise AttributeError('with a name', name='mine')


class Deep:
    def __getattr__(self, name):
        return getattr(B(), name)


class Meta(type):
    def __getattr__(cls, name):
        raise AttributeError(f'no {name} of the class')


class OfMeta(metaclass=Meta):
    pass


for target in (Attribute(), Named(), Deep(), OfMeta):
    try:
        target.wanted
    except AttributeError as error:
        print(error, error.name, error.obj is target, type(error.obj).__name__, error.__context__)
    print(getattr(target, 'wanted', 'default'), hasattr(target, 'wanted'))
