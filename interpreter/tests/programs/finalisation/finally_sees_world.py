log = []


def g(n):
    try:
        yield n
    finally:
        log.append(f"closed {n}")
        print("log is", log)


def nested():
    inner = g("inner")
    next(inner)
    try:
        yield
    finally:
        print("nested ends")


a = nested()
next(a)
a = g("replacing")
next(a)
a = [g(1), g(2), g(3)]
for item in a:
    next(item)
del a[1]
a = None
print(log)
