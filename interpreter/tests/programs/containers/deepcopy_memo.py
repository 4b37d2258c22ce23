# What `deepcopy` knows already is in its memo: objects by the ids of their originals, which it keeps alive.

import copy
class Node:
    def __init__(self, name): self.name = name; self.other = None
    def __deepcopy__(self, memo):
        new = Node(self.name + ' copy')
        memo[id(self)] = new
        new.other = copy.deepcopy(self.other, memo)
        return new
a, b = Node('a'), Node('b')
a.other, b.other = b, a
c = copy.deepcopy(a)
print(c.name, c.other.name, c.other.other is c)
memo = {}
x = [[1], 2]
y = copy.deepcopy(x, memo)
print(memo[id(x)] is y, memo[id(x[0])] is y[0], memo[id(memo)] == [x[0], x], sorted(type(v).__name__ for v in memo.values()))
shared = [1]
print(copy.deepcopy([shared, shared], {id(shared): 'known'}))
print(copy.deepcopy(shared, {id(shared): None}))
class Keep:
    def __deepcopy__(self, memo):
        print(type(memo).__name__, len(memo))
        return self
k = Keep()
print(copy.deepcopy([k, k, (k,)]) == [k, k, (k,)])
