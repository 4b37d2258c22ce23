class Node:
    def __init__(self, name):
        self.name = name

    def __del__(self):
        print("gone", self.name)


b, c = Node("b"), Node("c")
b.other, c.other = c, b
b.other = None
del b, c
print("broken by hand")
a = Node("a")
a.me = a
del a
print("a is in a cycle until the end of the run")
