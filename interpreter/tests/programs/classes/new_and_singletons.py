class Single:
    instance = None

    def __new__(cls, *args):
        print("new", args)
        if cls.instance is None:
            cls.instance = super().__new__(cls)
        return cls.instance

    def __init__(self, value):
        print("init", value)
        self.value = value


a = Single(1)
b = Single(2)
print(a is b, a.value)


class Positive(int):
    def __new__(cls, value):
        return super().__new__(cls, abs(value))

    def doubled(self):
        return self * 2


p = Positive(-5)
print(p, p + 1, p.doubled(), type(p).__name__, isinstance(p, int))


class Stack(list):
    def push(self, item):
        self.append(item)


s = Stack([1])
s.push(2)
print(s, len(s), s[-1])
