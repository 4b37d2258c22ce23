class Repeater:
    def __init__(self, text, times):
        self.text = text
        self.times = times

    def __iter__(self):
        for _ in range(self.times):
            yield self.text

    def indexed(self):
        yield from enumerate(self)

    @staticmethod
    def static():
        yield "static"

    @classmethod
    def make(cls, *texts):
        for text in texts:
            yield cls(text, 1)

    @property
    def lazy(self):
        yield self.text.upper()


r = Repeater("ha", 2)
print(list(r), list(r.indexed()), list(r.static()), [x.text for x in Repeater.make("a", "b")], list(r.lazy))
g = r.indexed()
print(g.__qualname__, next(g))
