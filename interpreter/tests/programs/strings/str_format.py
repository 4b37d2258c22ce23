print("{} {}".format("a", 1), "{0} {1} {0}".format("a", "b"), "{x} {y}".format(x=1, y=2))
print("{0.real} {1[k]} {2[0]}".format(5, {"k": "v"}, [9]))
print("{:>5}|{:<5}|{:^5}".format("a", "b", "c"), "{:{}}|".format("x", 4), "{!r:>6}".format("q"))
print("{{}} {}".format(1))
print("%s %d %5.2f %x %r %%" % ("a", 5, 3.14159, 255, "q"))
print("%-5s|%5s|%05d|%+d" % ("a", "b", 42, 7), "%s" % "one", "%s" % (1,), "%(k)s %(n)d" % {"k": "v", "n": 2})
for form, args in [("{} {}", (1,)), ("{x}", ()), ("{", ()), ("{0[a]}", ([],))]:
    try:
        print(form.format(*args))
    except Exception as error:
        print(type(error).__name__, error)
try:
    "%d" % "x"
except TypeError as error:
    print(error)
try:
    "%s %s" % (1,)
except TypeError as error:
    print(error)
try:
    "none" % 5
except TypeError as error:
    print(error)
