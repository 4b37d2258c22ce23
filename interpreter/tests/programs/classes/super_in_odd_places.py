class Base:
    name = 'base'
    def hi(self): return 'base hi'
    @classmethod
    def make(cls): return f'made by {cls.__name__}'
    @property
    def size(self): return 10


class Child(Base):
    def hi(self): return super().hi() + '!'
    @classmethod
    def make(cls): return super().make() + '!'
    @property
    def size(self): return super().size + 1
    def inner(self):
        def nested(): return super(Child, self).hi()
        return nested()
    def in_generator(self):
        yield super().hi()
    async def in_coroutine(self):
        return super().hi()
    def in_lambda(self): return (lambda me: super().hi())(self)
    def in_comprehension(self): return [super().hi() for _ in range(1)]
    def rebound(self):
        self = Base()
        return super().hi()
    def missing(self): return super().nothing
    def assign(self): super().attribute = 1


def attempt(what):
    try:
        print(what())
    except Exception as error:
        print(type(error).__name__, error)


c = Child()
for what in (c.hi, Child.make, lambda: c.size, c.inner, lambda: list(c.in_generator()), c.in_lambda, c.in_comprehension, c.rebound, c.missing,
             c.assign):
    attempt(what)
try:
    c.in_coroutine().send(None)
except StopIteration as stop:
    print(stop.value)
unbound = super(Child)
print(super(Child, c), super(Child, c).__thisclass__, super(Child, c).__self__ is c, unbound.__self__)
attempt(lambda: super(Child, Child).make())
attempt(lambda: super(Child, 5))
attempt(lambda: super(5))
