# Each round asks for the dict anew, and nobody holds it in between.
for number in range(30):
    globals()[f"made_{number}"] = number
    if number % 3 == 0:
        del globals()[f"made_{number}"]
print(sorted(set(globals()) & {f"made_{number}" for number in range(31)}))
print(made_4, "made_3" in globals())

# A key that is no name is kept, too.
globals()[1] = "one"
print(globals()[1], 1 in globals())
before = 5
del before
print("before" in globals())
after = 6
before = 7
names = list(globals())
print(names.index("after") < names.index("before"))
made_5 = "again"
print(globals()["made_5"], vars()["made_7"])
globals().pop(1)
print(1 in globals())


class Box:
    first = 1


for number in range(10):
    setattr(Box, f"item_{number}", number)
    assert f"item_{number}" in Box.__dict__
    if number % 2:
        delattr(Box, f"item_{number}")
print([name for name in Box.__dict__ if name.startswith(("first", "item"))])
print(Box.__dict__["item_4"], "item_5" in Box.__dict__)


def inside():
    global late
    late = "late"
    return "late" in globals(), list(globals())[-1]


print(inside())
