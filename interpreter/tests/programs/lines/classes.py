class Empty: pass


class A:
    """Docstring."""

    x = 1
    y: int = 2
    z: str

    def f(self):
        return self.x

    for i in range(2):
        pass

    class Inner:
        deep = True


class B(
    A,
):
    def f(self):
        return super().f() + 1

    @staticmethod
    def s():
        return "s"

    g = lambda self: 5

    listed = [
        n
        for n in range(2)
    ]


b = B()
print(
    b.f(),
    B.s(),
    b.g(),
)
