def falls_off_if(n):
    if n:
        print("yes")


def falls_off_loop():
    for i in range(1):
        print(i)


def falls_off_while():
    n = 1
    while n:
        n -= 1


def falls_off_try():
    try:
        print("try")
    except ValueError:
        print("never")


def falls_off_finally():
    try:
        pass
    finally:
        print("finally")


def falls_off_with(m):
    with m:
        print("with")


def falls_off_else(n):
    if n:
        print("if")
    else:
        print("else")


def falls_off_handler():
    try:
        1 / 0
    except ZeroDivisionError:
        print("handler")


class M:
    def __enter__(self): pass
    def __exit__(self, *a): pass


falls_off_if(1)
falls_off_if(0)
falls_off_loop()
falls_off_while()
falls_off_try()
falls_off_finally()
falls_off_with(M())
falls_off_else(1)
falls_off_else(0)
falls_off_handler()
