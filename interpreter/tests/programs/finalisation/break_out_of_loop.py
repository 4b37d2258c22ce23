def g(name):
    try:
        for n in range(5):
            yield n
    finally:
        print("finally", name)


for n in g("temporary"):
    if n == 1:
        break
print("after the first loop")
kept = g("kept")
for n in kept:
    break
print("after the second loop", next(kept))


def find():
    for n in g("in function"):
        if n == 2:
            return n


print(find())
try:
    for n in g("raising"):
        raise ValueError(n)
except ValueError as error:
    print("caught", error)
print("end")
