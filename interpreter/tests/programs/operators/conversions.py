class Converts:
    def __index__(self): return 2
    def __int__(self): return 9
    def __float__(self): return 1.5
    def __complex__(self): return 2j
    def __bool__(self): return False
    def __len__(self): return 5
    def __round__(self, digits=None): return ('rounded', digits)
    def __trunc__(self): return 'truncated'
    def __floor__(self): return 'floor'
    def __ceil__(self): return 'ceiling'
    def __bytes__(self): return b'raw'
    def __format__(self, spec): return f'<{spec}>'
    def __divmod__(self, other): return ('divmod', other)
    def __rdivmod__(self, other): return ('rdivmod', other)
    def __pow__(self, other, modulus=None): return ('pow', other, modulus)


import math
c = Converts()
print([10, 20, 30][c], int(c), float(c), complex(c), bool(c), len(c), round(c), round(c, 1), math.trunc(c), math.floor(c), math.ceil(c), bytes(c))
print(f'{c:spec}', format(c), divmod(c, 1), divmod(1, c), pow(c, 2), pow(c, 2, 3), bin(c), hex(c), 'ab' * c, [0] * c, range(c), 'abcd'[c:])


class Wrong:
    def __index__(self): return 'x'
    def __int__(self): return 1.5
    def __float__(self): return 'x'
    def __complex__(self): return 1
    def __bool__(self): return 1
    def __len__(self): return -1
    def __str__(self): return 1
    def __repr__(self): return None
    def __bytes__(self): return 'text'
    def __iter__(self): return 5
    def __hash__(self): return 'x'
    def __format__(self, spec): return 5


w = Wrong()
for use in (lambda: [1][w], int, float, complex, bool, len, str, repr, bytes, iter, hash, format):
    try:
        print(use(w) if use.__name__ != '<lambda>' else use())
    except Exception as error:
        print(type(error).__name__, error)
