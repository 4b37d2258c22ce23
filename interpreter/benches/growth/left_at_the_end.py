n = 1_000


class Node:
    def __init__(self, other):
        self.other = other
        self.own = self

    def __del__(self):
        pass


def waits(node):
    try:
        yield node
    finally:
        pass


nodes = [Node(None)]
for _ in range(n):
    nodes.append(Node(nodes[-1]))
generators = [waits(node) for node in nodes]
for generator in generators:
    next(generator)
