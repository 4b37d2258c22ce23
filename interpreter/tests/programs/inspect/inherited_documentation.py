# The documentation of a function that has none is that of what it overrides.
import inspect

class A:
    def m(self):
        """A.m"""
    @property
    def p(self):
        """A.p"""
    @classmethod
    def c(cls):
        """A.c"""
    @staticmethod
    def s():
        """A.s"""
    def only(self): pass
class B(A):
    def m(self): pass
    @property
    def p(self): return 1
    @classmethod
    def c(cls): pass
    @staticmethod
    def s(): pass
    class In(A):
        def m(self): pass
for o in (B.m, B().m, B.p, B.c, B().c, B.s, B.In.m, B.only, B, A.m, lambda: 0, inspect.getdoc): print(inspect.getdoc(o) if o is not inspect.getdoc else '-')
def outer():
    class L(A):
        def m(self): pass
    return L
print(inspect.getdoc(outer().m), inspect.getdoc(outer()().m))
