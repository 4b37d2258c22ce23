import inspect
from typing import Any, Optional

x: int = 1
y: 'str'
z: list[int] = []
print(__annotations__)


def f(a: int, b: 'str' = 'x', *args: float, c: Optional[int] = None, **keywords: Any) -> None: pass


class C:
    a: int
    b: str = 'q'
    __private: int
    (not_simple): int = 4

    def m(self) -> 'C': ...


print(f.__annotations__, C.__annotations__, C.m.__annotations__, inspect.signature(f))


def told(what):
    print('evaluated', what)
    return what


def g():
    v: told('never') = 3
    w: undefined
    return v


class Order:
    first: told('annotation') = told('value')
    told([0])[0]: told('of a target') = told('then')


print(g(), g.__annotations__, Order.__annotations__)
try:
    q: undefined
except NameError as error:
    print(error, 'q' in __annotations__)
C.attribute: str = 'n'
f.__annotations__['a'] = 'changed'
print(C.attribute, f.__annotations__['a'])
f.__annotations__ = {}
try:
    f.__annotations__ = 5
except TypeError as error:
    print(error)
print(f.__annotations__, (lambda: 0).__annotations__)


class Empty: pass
class Inherits(C): pass


print(Empty.__annotations__, Inherits.__annotations__)
