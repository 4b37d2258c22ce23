d = {"a": 1, "b": 2}
d["c"] = 3
d.update({"a": 10}, z=26)
print(d, len(d), d["a"], d.get("q"), d.get("q", 0), "b" in d, 1 in d)
print(list(d), list(d.values()), list(d.items()), d.keys() & {"a", "b"} == {"a", "b"})
print(d.pop("b"), d.pop("nothing", None), d.popitem(), d.setdefault("n", []), d.setdefault("a", 5), d)
del d["a"]
print(d, dict(x=1, y=2), dict([("k", "v")]), dict.fromkeys("ab", 0), {**{"a": 1}, "b": 2, **{"a": 3}})
print({"a": 1} | {"b": 2}, {"a": 1, "b": 2} == {"b": 2, "a": 1}, list(reversed({"x": 1, "y": 2})))
e = {1: "int", 1.0: "float", True: "bool", (1, 2): "tuple", None: "none"}
print(e, e[1], e[(1, 2)])
e |= {5: 5}
e.clear()
print(e)
squares = {n: n * n for n in range(3)}
for key in squares:
    print(key, squares[key])
try:
    for key in squares:
        squares[key + 10] = 0
except RuntimeError as error:
    print(error)
try:
    d["missing"]
except KeyError as error:
    print(repr(error))
d["self"] = d
print(d)
