def turns():
    for i in range(3):
        try:
            yield i
        finally:
            if i == 1:
                continue
        print("not at 1")


def breaks():
    while True:
        try:
            yield "turn"
        except ValueError:
            break
        else:
            continue
    else:
        print("never")
    yield "after"


def with_manager():
    class M:
        def __enter__(self):
            return self

        def __exit__(self, *d):
            return True

    with M():
        yield 1
        raise ValueError
    yield 2


print(list(turns()))
b = breaks()
next(b)
next(b)
print(b.throw(ValueError))
print(list(b))
print(list(with_manager()))
