"""Numbers of subclasses with conversions and operators of their own."""

import math


class Whole(int):
    def __float__(self):
        return 42.5

    def __index__(self):
        return 99


class Real(float):
    def __float__(self):
        return 2.5

    def __int__(self):
        return 7


print(format(Whole(2), ".1f"), f"{Whole(2):e}", f"{Whole(2):d}", "%.1f %d %x" % (Whole(2), Whole(2), Whole(2)), "%d %.1f" % (Real(3), Real(3)))
print(math.sqrt(Real(4)), math.hypot(Real(3), 4), math.sqrt(Whole(2)), float(Real(3)), int(Real(3)), float(Whole(2)), int(Whole(2)))
print([10, 20, 30][Whole(1)], list(range(Whole(2))), "ab" * Whole(2), math.floor(Real(3.5)))


class Reflected(float):
    def __rpow__(self, other):
        return "rpow"

    def __radd__(self, other):
        return "radd"


print(2 ** Reflected(3), 2.0 ** Reflected(3), 2 * Reflected(3), 1 + Reflected(1), 1.0 + Reflected(1), 1j + Reflected(1), Reflected(1) + 1)


class Twice(int):
    def __rmul__(self, other):
        return "rmul"


print(2.0 * Twice(3), 2 * Twice(3), "ab" * Twice(2), [1] * Twice(2), Twice(3) * 2)


class Two:
    def __index__(self):
        return 2


for sequence in ([1], bytearray(b"x")):
    same = sequence
    sequence *= Two()
    print(sequence, same is sequence)
print((1,) * Two(), "a" * Two(), Two() * [0])


class Always:
    def __eq__(self, other):
        return True


class Never(int):
    def __eq__(self, other):
        return False

    __hash__ = int.__hash__


numbers = range(3)
print(Always() in numbers, numbers.index(Always()), numbers.count(Always()), Never(1) in numbers, numbers.count(Never(1)), 1.0 in numbers,
      numbers.index(True), numbers.count(2.0))
for wrong in (7, 7.5, "a", Never(1)):
    try:
        print(numbers.index(wrong))
    except ValueError as error:
        print(error)


class Code:
    def __index__(self):
        return 98


data = b"abcb"
print(Code() in data, data.find(Code()), data.rfind(Code()), data.index(Code()), data.count(Code()), Code() in bytearray(data))
for power in (lambda: 0.0 ** -math.inf, lambda: pow(-0.0, -math.inf), lambda: 0 ** -math.inf, lambda: 0.0 ** -1.0, lambda: 0 ** -1):
    try:
        print(power())
    except ZeroDivisionError as error:
        print(error)


class Fails:
    def __index__(self):
        raise TypeError("inner")

    __int__ = __float__ = __index__


class Broken(Fails):
    def __index__(self):
        raise ValueError("broken")

    __int__ = __float__ = __index__


for template in ("%d", "%i", "%x", "%c", "%f", b"%d", b"%i", b"%x", b"%c", b"%f"):
    for value in (Fails(), Broken(), "ab", object()):
        try:
            print(template % (value,))
        except (TypeError, ValueError) as error:
            text = str(error)
            print(template, type(error).__name__, text)
