class Money:
    def __init__(self, amount):
        self.amount = amount

    def __add__(self, other):
        if isinstance(other, Money):
            return Money(self.amount + other.amount)
        return NotImplemented

    def __radd__(self, other):
        return Money(other + self.amount)

    def __mul__(self, n):
        return Money(self.amount * n)

    __rmul__ = __mul__

    def __neg__(self):
        return Money(-self.amount)

    def __iadd__(self, other):
        self.amount += other.amount
        return self

    def __eq__(self, other):
        return isinstance(other, Money) and self.amount == other.amount

    def __lt__(self, other):
        return self.amount < other.amount

    def __bool__(self):
        return self.amount != 0

    def __repr__(self):
        return f"${self.amount}"


a, b = Money(3), Money(4)
print(a + b, a * 2, 3 * b, -a, sum([a, b]))
print(a == Money(3), a != b, a < b, a > b, sorted([b, a]), bool(Money(0)))
c = a
a += b
print(c, c is a)
try:
    a + "x"
except TypeError as error:
    print(error)
try:
    a <= b
except TypeError as error:
    print(error)
