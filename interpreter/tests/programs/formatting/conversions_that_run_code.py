# A conversion that runs code of the program, beside others that don't.


class Told(float):
    def __str__(self):
        return 'told'


class Named:
    def __repr__(self):
        return 'named'


class Int(int):
    def __str__(self):
        return 'told int'


class Text(str):
    def __str__(self):
        return 'told text'


class Bytes(bytes):
    def __str__(self):
        return 'told bytes'


class Complex(complex):
    def __str__(self):
        return 'told complex'


class Array(bytearray):
    def __str__(self):
        return 'told array'


class Listed(list):
    def __str__(self):
        return 'told list'


class Keyed(dict):
    def __str__(self):
        return 'told dict'


class Grouped(set):
    def __str__(self):
        return 'told set'


class Paired(tuple):
    def __str__(self):
        return 'told tuple'


class Failed(Exception):
    def __str__(self):
        return 'told failure'


for value in (
    Told(1.5),
    Int(2),
    Text('a'),
    Bytes(b'b'),
    Complex(1, 2),
    Array(b'c'),
    Listed([1, Told(2)]),
    Keyed({Int(1): Told(2)}),
    Grouped([3]),
    Paired((4, Int(5))),
    Failed('why', 6),
):
    print('{0!r} {0!s} {0!a}'.format(value))
    print('{!r} {!r}'.format(value, Named()), '%r %s' % (value, Named()), f'{value!r} {value!s}')
    print([value, Named()], (value,), {1: value})
for plain in 1.5, 2, True, None, 'a', b'b', 1 + 2j, ..., NotImplemented, range(3), bytearray(b'c'), print, len, int, {1}.pop:
    shown = '{0!r} {1!s}'.format(plain, Told(0))
    print(shown.split(' at 0x')[0])
