"""Exceptions in depth: finally and return, chaining, custom hierarchies, reraise, else, nested handlers, tracebacks."""
import sys, traceback
def f1():
    try: return "try"
    finally: print("finally runs")
def f2():
    for i in range(3):
        try:
            if i == 1: continue
            if i == 2: break
            print("body", i)
        finally: print("fin", i)
    else: print("never")
    return i
def f3():
    try: raise ValueError("lost")
    finally: return "override"
def f4():
    try: 1 / 0
    except ZeroDivisionError:
        try: {}["k"]
        except KeyError as e: return repr(e.__context__)
        finally: print("inner finally", sys.exc_info()[0].__name__)
def f5(n):
    try:
        if n == 0: raise KeyError("zero")
        if n == 1: raise IndexError("one")
        if n == 2: return "two"
    except LookupError as e:
        print("lookup", type(e).__name__); raise
    except (TypeError, ValueError): print("no")
    else: return "else"
    finally: print("f5 finally", n)
print(f1(), f2(), f3(), f4())
for n in range(4):
    try: print(f5(n))
    except Exception as e: print("outside", repr(e), traceback.extract_tb(e.__traceback__)[-1].name)
class AppError(Exception):
    code = 1
    def __init__(self, msg, **ctx): super().__init__(msg); self.ctx = ctx
class NetError(AppError): code = 2
class Timeout(NetError, TimeoutError): pass
try: raise Timeout("slow", host="h")
except TimeoutError as e: print(e.code, e.ctx, isinstance(e, OSError), e.errno, e.args, type(e).__mro__[1:4])
try:
    try: int("x")
    except ValueError as e: raise AppError("bad config") from e
except AppError as e:
    print(repr(e.__cause__), e.__suppress_context__)
    print("".join(traceback.format_exception(e)), end="")
try:
    try: raise OSError(2, "No such", "file.txt")
    except OSError as e: print(e.errno, e.strerror, e.filename, type(e).__name__, e); raise RuntimeError("wrap") from None
except RuntimeError as e: print(e.__cause__, e.__context__ is not None); traceback.print_exc(file=sys.stdout)
def rec(n): return rec(n + 1)
try: rec(0)
except RecursionError as e: print(e)
try: raise StopIteration(3)
except StopIteration as e: print(e.value)
try: sys.exit("bye")
except SystemExit as e: print(e.code)
for bad in ("raise 5", "raise"):
    try:
        if bad == "raise": raise
        raise 5
    except (TypeError, RuntimeError) as e: print(e)
try: assert 1 == 2, ("tuple", "msg")
except AssertionError as e: print(e.args)
e = ValueError("a", 2); print(str(e), repr(e), str(KeyError("k")), str(ValueError()), repr(KeyError()), str(UnicodeDecodeError("utf8", b"\xff", 0, 1, "why")), NameError("n", name="q").name, ImportError("i", name="m").name, SyntaxError("s", ("f", 1, 2, "text")).lineno, AttributeError("x", obj=1).obj)
e.add_note("note 1"); e.add_note("note 2"); e2 = e.with_traceback(None); print(e2 is e, e.__notes__)
def deep():
    try:
        try: raise KeyError("a")
        finally: raise ValueError("b")
    except ValueError as v:
        v.add_note("seen"); raise TypeError("c") from v
try: deep()
except TypeError as t:
    te = traceback.TracebackException.from_exception(t); print(*te.format(), sep="", end=""); print(te.exc_type.__name__, [*te.format_exception_only()])
def final():
    try: yield 1
    finally:
        try: raise KeyError("in finally")
        except KeyError: print("handled in finally")
for v in final(): pass
with_tb = None
try: f5(0)
except KeyError as e: with_tb = e
raise with_tb
