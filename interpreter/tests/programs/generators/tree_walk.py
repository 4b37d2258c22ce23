class Node:
    def __init__(self, value, left=None, right=None):
        self.value = value
        self.left = left
        self.right = right

    def __iter__(self):
        if self.left:
            yield from self.left
        yield self.value
        if self.right:
            for value in self.right:
                yield value


tree = Node(4, Node(2, Node(1), Node(3)), Node(6, None, Node(7)))
print(list(tree))
walk = iter(tree)
print(next(walk), next(walk))
print(5 in tree, 6 in tree, max(tree))
