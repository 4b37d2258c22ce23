values = iter([3, 2, 1, 0, 9])
for value in iter(lambda: next(values), 0):
    print(value)
print(list(values))

stack = ["a", "b", None, "c"]
print(list(iter(stack.pop, None)), stack)

it = iter(range(3))
print(next(it), next(it), next(it), next(it, "end"))
try:
    next(it)
except StopIteration as stop:
    print("stop", stop.args)
try:
    iter(5)
except TypeError as error:
    print(error)
try:
    next([])
except TypeError as error:
    print(error)
