# Names among the builtins: what a program assigns there is what the name means from then on.
import builtins
from unittest import mock

real = print


def loud(*things):
    real("loud:", *things)


def says():
    print("says")
    return len([1])


builtins.print = loud
print("at top level")
says()
builtins.print = real
print("as before")
says()

with mock.patch("builtins.print") as patched:
    print("hidden")
    says()
print(patched.call_args_list)

with mock.patch("builtins.input", return_value="typed"):
    print(input("? "))
with mock.patch("builtins.open", return_value="opened"):
    print(open("any"))


@mock.patch("builtins.max", side_effect=[7])
def decorated(patched):
    return max(1, 2), patched.called


print(decorated(), max(1, 2))

builtins.newcomer = 5
print(newcomer, [newcomer for _ in range(2)])


class Body:
    own = newcomer
    max = max(1, 3)


print(Body.own, Body.max)
builtins.newcomer = 6
print(newcomer, (lambda: newcomer)())
del builtins.newcomer
try:
    print(newcomer)
except NameError as error:
    print(error)

builtins.range = lambda *bounds: [7, 8]
for number in range(3):
    print(number)
print([number for number in range(3)], says())
del builtins.range
try:
    range(3)
except NameError as error:
    print(error)
builtins.__dict__["range"] = dict.fromkeys
print(range("ab"))
__builtins__.zeroth = 0
print(zeroth)
setattr(builtins, "_", str.upper)
print(_("shout"))
builtins._ = str.lower
print(_("WHISPER"))


def numbers():
    yield int("3")
    yield int("4")


generator = numbers()
print(next(generator))
builtins.int = float
print(next(generator), int("5"))
print(int("6"), repr(says.__builtins__["int"]))
sorted = reversed
print(list(sorted([1, 2])))
builtins.sorted = max
print(list(sorted([1, 2])))
del sorted
print(sorted([1, 2]))
