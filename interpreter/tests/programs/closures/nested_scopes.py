x = "module"


def one():
    x = "one"

    def two():
        def three():
            return x
        return three()

    def local():
        x = "local"
        return x

    def through_global():
        global x
        return x

    return two(), local(), through_global(), x


print(one())


def shadow():
    items = [x for x in range(3)]
    return items, x


print(shadow())


class Scope:
    x = "class"
    inside = x
    listed = [x for _ in range(2)]

    def method(self):
        return x


print(Scope.inside, Scope.listed, Scope().method())
