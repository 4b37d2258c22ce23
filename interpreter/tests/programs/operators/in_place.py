class Grows:
    def __init__(self): self.log = []
    def __iadd__(self, other):
        self.log.append(('iadd', other))
        return self
    def __isub__(self, other): return NotImplemented
    def __sub__(self, other): return 'plain sub'
    def __imul__(self, other): return 'replaced'
    def __ior__(self, other):
        self.log.append(('ior', other))
        return self
    def __imatmul__(self, other): return ('imatmul', other)
    def __ipow__(self, other): return ('ipow', other)
    def __ilshift__(self, other): return ('ilshift', other)
    def __ifloordiv__(self, other): return ('ifloordiv', other)
    def __rtruediv__(self, other): return ('rtruediv', other)


g = same = Grows()
g += 1
g |= 2
print(g is same, g.log)
g -= 1
print(g)
g = Grows(); g *= 2; print(g)
g = Grows(); g @= 3; print(g)
g = Grows(); g **= 4; print(g)
g = Grows(); g <<= 5; print(g)
g = Grows(); g //= 6; print(g)
n = 1; n /= Grows(); print(n)


def place(name):
    print('evaluating', name)
    return {'list': holder, 'index': 0}[name]


holder = [[1]]
place('list')[place('index')] += (2, 3)
print(holder)
frozen = ([],)
try:
    frozen[0] += [1]
except TypeError as error:
    print(error, frozen)
words = 'a'
words += 'b'
words *= 2
numbers = [1, 2]
alias = numbers
numbers += 'xy'
numbers *= 2
print(words, alias)
members = {1, 2}
members |= {3}; members &= {2, 3}; members ^= {3, 4}; members -= {4}
table = {'a': 1}
table |= [('b', 2)]
print(members, table)
for wrong in ('numbers', 'members', 'table'):
    try:
        if wrong == 'numbers': numbers += 1
        elif wrong == 'members': members |= [1]
        else: table |= 5
    except TypeError as error:
        print(error)
