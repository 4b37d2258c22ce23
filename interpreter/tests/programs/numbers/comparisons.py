print(1 == 1.0 == True, None is None, 2 in (1, 2), 3 not in [1, 2])
print([1, 2] < [1, 3], (1, 2) < (1, 2, 0), "a" < "b", [1] == (1,), {1} == {1.0}, {} == {}, [] is [])
print(1 < 2 > 1, 1 == 2 or 3, 0 and 1 / 0, not [] and "yes", None or 0 or "last")
print({1, 2} < {1, 2, 3}, {1, 2} <= {1, 2}, {1} > set(), {1} < {2})
print(True == 1, True is True, "1" == 1, b"a" == "a", 1 != "1", None == 0)
print(sorted([3, 1.5, True, -2]), max("abc", "abd"), min([[2], [1, 9]]))
for a, b in [(1, "a"), (None, 1), ([], ()), ({}, {}), (len, 1)]:
    try:
        a < b
    except TypeError as error:
        print(error)
