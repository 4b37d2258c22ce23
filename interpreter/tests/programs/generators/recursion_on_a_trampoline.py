"""A trampoline for recursive generators: deep recursion without the stack."""
import types
import sys


def trampoline(gen):
    stack, value, error = [gen], None, None
    deepest = 0
    while stack:
        deepest = max(deepest, len(stack))
        top = stack[-1]
        try:
            if error is not None:
                step = top.throw(error)
            else:
                step = top.send(value)
        except StopIteration as stop:
            stack.pop()
            value, error = stop.value, None
        except BaseException as exc:
            stack.pop()
            if not stack:
                raise
            value, error = None, exc
        else:
            error = None
            if isinstance(step, types.GeneratorType):
                stack.append(step)
                value = None
            else:
                value = step
    return value, deepest


def total(n):
    if n == 0:
        return 0
    rest = yield total(n - 1)
    return n + rest


def ackermann(m, n):
    if m == 0:
        return n + 1
    if n == 0:
        return (yield ackermann(m - 1, 1))
    return (yield ackermann(m - 1, (yield ackermann(m, n - 1))))


def fails(n):
    if not n:
        raise KeyError("bottom")
    try:
        yield fails(n - 1)
    finally:
        if n % 3 == 0:
            print("unwinding", n)


print(trampoline(total(3000)))
print(trampoline(ackermann(2, 3)))
try:
    trampoline(fails(7))
except KeyError as e:
    print("error:", e, e.args, e.__context__)
print(sys.getrecursionlimit())
trampoline(fails(1))
