def risky(n):
    if n == 2:
        raise ValueError(n)
    return n


try:
    print([risky(n) for n in range(4)])
except ValueError as error:
    print("list", error)

source = (risky(n) for n in range(4))
try:
    for n in source:
        print(n)
except ValueError as error:
    print("generator", error)
print(list(source))


def stops():
    raise StopIteration("early")


print("list:", end=" ")
try:
    print([stops() for _ in range(2)])
except StopIteration as error:
    print(repr(error))
try:
    print(list(stops() for _ in range(2)))
except RuntimeError as error:
    print(repr(error), repr(error.__cause__))
