import weakref


class Node:
    def __init__(self, name):
        self.name = name

    def __repr__(self):
        return f'Node({self.name!r})'


node = Node('a')
ref = weakref.ref(node, lambda dead: print('gone', dead() is None))
proxy = weakref.proxy(node)
print(ref(), ref() is node, proxy.name)
finalizer = weakref.finalize(node, print, 'finalized', 'now')
print(finalizer.alive)
del node
print(ref(), finalizer.alive)
try:
    proxy.name
except ReferenceError as error:
    print(error)
try:
    weakref.ref(3)
except TypeError as error:
    print(error)
