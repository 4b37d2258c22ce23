def f():
    pass


def g():
    ...


def h():
    """Only a docstring."""


class A:
    pass


class B:
    """Only a docstring."""


class C:
    ...


class M:
    def __enter__(self):
        ...

    def __exit__(self, *details):
        pass


f()
g()
h()
for _ in range(2):
    pass
if f:
    pass
try:
    pass
except ValueError:
    pass
else:
    pass
finally:
    pass
while True:
    pass
    break
with M():
    pass
print("end")
