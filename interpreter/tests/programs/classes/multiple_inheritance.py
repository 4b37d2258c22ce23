class Base:
    def hello(self):
        print("Base")


class Left(Base):
    def hello(self):
        print("Left")
        super().hello()


class Right(Base):
    def hello(self):
        print("Right")
        super().hello()


class Bottom(Left, Right):
    def hello(self):
        print("Bottom")
        super().hello()


Bottom().hello()
print([c.__name__ for c in Bottom.__mro__])
try:
    class Impossible(Base, Left):
        pass
except TypeError as error:
    print("TypeError")
