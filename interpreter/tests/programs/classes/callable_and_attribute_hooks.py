class Recorder:
    def __init__(self):
        self.calls = []

    def __getattr__(self, name):
        if name.startswith("_"):
            raise AttributeError(name)
        def method(*args):
            self.calls.append((name, args))
            return self
        return method

    def __call__(self):
        return self.calls


r = Recorder()
print(r.open("x").read(3).close()())
print(hasattr(r, "anything"), hasattr(r, "_private"))


class Guarded:
    def __setattr__(self, name, value):
        print("setting", name)
        super().__setattr__(name, value)

    def __delattr__(self, name):
        print("deleting", name)
        super().__delattr__(name)


g = Guarded()
g.x = 5
print(g.x)
del g.x
print(g.__dict__)
