def note(x):
    print("evaluate", x)
    return x


def take(*args, **kwargs):
    print(args, kwargs)


take(note(1), note(2), k=note(3))
take(*note([1]), note(2), k=note(3), **note({"m": 4}))
note(take)(note("argument"))
values = [note("item 1"), note("item 2")]
pairs = {note("key"): note("value")}
values[note(0)] = note("right side first")
print(note(1) + note(2) * note(3))
print(note(0) or note(5), note(1) and note(6))
print(note(1) < note(2) < note(0) < note(9))


@note
def decorated(default=note("default")):
    return default
