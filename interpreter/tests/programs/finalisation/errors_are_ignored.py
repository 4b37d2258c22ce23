def bad():
    try:
        yield 1
    finally:
        raise ValueError("in finally")


g = bad()
next(g)
del g
print("after del")


class Bad:
    def __del__(self):
        raise KeyError("in __del__")


b = Bad()
del b
print("the program goes on")
