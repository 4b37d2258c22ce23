def f(n):
    try:
        if n == 0:
            print("no error")
        elif n == 1:
            raise ValueError("v")
        else:
            {}[n]
    except ValueError as error:
        print("value", error)
    except (KeyError,
            IndexError):
        print("lookup")
    else:
        print("else")
    finally:
        print("finally")
    print("after")


f(0)
f(1)
f(2)
try:
    raise KeyError
except ValueError: print("wrong")
except KeyError: print("right")
try: x = 1
finally: y = 2
try:
    try:
        1 / 0
    except ValueError:
        print("never")
    finally:
        print("inner finally")
except ZeroDivisionError:
    print("outer")
try:
    1 / 0
except:
    print("bare")
