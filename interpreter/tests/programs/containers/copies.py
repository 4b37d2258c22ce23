import copy


class Tree:
    def __init__(self, value, children=()):
        self.value, self.children = value, list(children)

    def __deepcopy__(self, memo):
        print('copying', self.value)
        return Tree(self.value, copy.deepcopy(self.children, memo))


table = {'a': [1, 2], 'b': (3, [4])}
shallow, deep = copy.copy(table), copy.deepcopy(table)
table['a'].append(9)
table['b'][1].append(9)
print(shallow, deep, shallow['a'] is table['a'])
knot = [1]
knot.append(knot)
again = copy.deepcopy(knot)
print(again[1] is again, again is not knot)
print(copy.deepcopy(Tree(1, [Tree(2)])).children[0].value)
print(copy.copy(5), copy.deepcopy(len) is len, copy.copy((1, 2)))
