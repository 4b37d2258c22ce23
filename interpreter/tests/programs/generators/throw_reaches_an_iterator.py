"""An iterator of the program's that a generator delegates to gets the arguments of throw() as they were given."""


class Delegate:
    def __iter__(self):
        return self

    def __next__(self):
        return "next"

    def throw(self, *error):
        return [type(part).__name__ for part in error]


def delegating():
    yield from Delegate()


generator = delegating()
print(next(generator))
print(generator.throw(ValueError))
print(generator.throw(ValueError("one")))
print(generator.throw(ValueError, "a value"))
print(generator.throw(ValueError, ValueError("both")))
print(generator.throw(ValueError, None, None))
