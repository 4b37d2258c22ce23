"""Tree walks with yield from."""
from collections import deque
from itertools import islice, chain


class Node:
    __slots__ = ("key", "left", "right")

    def __init__(self, key, left=None, right=None):
        self.key, self.left, self.right = key, left, right

    def __iter__(self):
        if self.left:
            yield from self.left
        yield self.key
        if self.right:
            yield from self.right

    def __reversed__(self):
        if self.right:
            yield from reversed(self.right)
        yield self.key
        if self.left:
            yield from reversed(self.left)

    def insert(self, key):
        if key == self.key:
            return False
        side = "left" if key < self.key else "right"
        child = getattr(self, side)
        if child is None:
            setattr(self, side, Node(key))
            return True
        return child.insert(key)

    def __contains__(self, key):
        node = self
        while node is not None and node.key != key:
            node = node.left if key < node.key else node.right
        return node is not None

    def levels(self):
        queue = deque([(0, self)])
        while queue:
            depth, node = queue.popleft()
            yield depth, node.key
            queue.extend((depth + 1, c) for c in (node.left, node.right) if c)

    def draw(self, prefix="", last=True):
        yield f"{prefix}{'└── ' if last else '├── '}{self.key}"
        children = [c for c in (self.left, self.right) if c]
        for i, c in enumerate(children):
            yield from c.draw(prefix + ("    " if last else "│   "), i == len(children) - 1)


root = Node(50)
for k in [30, 70, 20, 40, 60, 80, 65, 30]:
    print(k, root.insert(k), end="; ")
print()
print(*root)
print(*reversed(root), sep=" > ")
print(list(islice(root, 3)), 65 in root, 66 in root)
print("\n".join(root.draw()))
by_level = {}
for d, k in root.levels():
    by_level.setdefault(d, []).append(k)
print(by_level)


def flatten(x, *, depth=None):
    if isinstance(x, (str, bytes)) or not hasattr(x, "__iter__") or depth == 0:
        yield x
    else:
        for item in x:
            yield from flatten(item, depth=None if depth is None else depth - 1)


nested = [1, [2, (3, {4: 5}), "six", [7, [8, [9]]]], range(2)]
print(list(flatten(nested)))
print(list(flatten(nested, depth=2)))


def same_fringe(a, b):
    end = object()
    a, b = iter(a), iter(b)
    while (x := next(a, end)) == (y := next(b, end)):
        if x is end:
            return True
    return False


print(same_fringe(flatten([1, [2, 3]]), flatten([[1], 2, [[3]]])), same_fringe([1, 2], [1, 2, 3]))


def paths(node, trail=()):
    trail += (node.key,)
    if not (node.left or node.right):
        yield trail
    for c in filter(None, (node.left, node.right)):
        yield from paths(c, trail)


print(max(paths(root), key=sum), list(map(len, paths(root))))
try:
    root.parent = None
except AttributeError as e:
    print(e)
print(vars(root))
