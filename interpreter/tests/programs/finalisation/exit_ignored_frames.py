"""What becomes of the variables of a generator that yields instead of ending."""



class Mark:
    def __init__(self, name):
        self.name = name

    def __del__(self):
        print("gone", self.name)


def sub():
    mark = Mark("of sub")
    yield 7


def in_except():
    mark = Mark("in except")
    try:
        yield 1
    except GeneratorExit:
        yield Mark("yielded")


def delegating():
    mark = Mark("delegating")
    try:
        yield 1
    except GeneratorExit:
        yield from sub()


def in_finally():
    mark = Mark("in finally")
    try:
        yield 1
    finally:
        yield 2


def named():
    mark = Mark("named")
    try:
        yield 1
    except GeneratorExit as error:
        yield 2


def behind():
    mark = Mark("behind")
    try:
        yield 1
    except GeneratorExit:
        pass
    yield 2


def over_sub():
    mark = Mark("over sub")
    try:
        yield from sub()
    except GeneratorExit:
        yield 2


for function in (in_except, delegating, in_finally, named, behind, over_sub):
    print(function.__name__)
    generator = function()
    next(generator)
    del generator
print("the end")
