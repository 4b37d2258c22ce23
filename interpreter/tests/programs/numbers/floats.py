print(0.1 + 0.2, 1e16, 1e15, 123456789012345.6, 1e-4, 1e-5, 1.0, -0.0, 1e100, 5e-324, 1.7976931348623157e308)
print(float("inf"), float("-inf"), float("nan"), float("nan") == float("nan"), float("1_000.5"), float("  2.5  "))
print(7.5 // 2, -7.5 // 2, 7.5 % 2, -7.5 % 2, 2.0 ** 0.5, 2 ** 0.5, 1e308 * 10, 7.0 / 2)
print(round(0.5), round(1.5), round(2.5), round(2.675, 2), round(-0.5), round(1e20), round(3.7), round(1234.567, -2), round(5.0))
print((0.1).as_integer_ratio(), (2.5).is_integer(), (3.0).is_integer(), (1.5).hex(), int(2.9), int(-2.9))
print(1.5 == 3 / 2, 0.1 + 0.2 == 0.3, 1 == 1.0, hash(1.0) == hash(1), 3.0 in [1, 2, 3], {1: "a", 1.0: "b"})
print(sum([0.1] * 10), sum([0.1, 0.2, 0.3]), max(1, 2.5), min(1.0, 1), abs(-2.5), divmod(7.5, 2))
print(str(1.0e22), repr(1.0e21), 100000000000000000.0, 12345678901234567890.0, 0.00012345, 3.14)
try:
    1.0 // 0
except ZeroDivisionError as error:
    print(error)
try:
    2.0 ** 10000
except OverflowError as error:
    print(error)
try:
    int(float("nan"))
except ValueError as error:
    print(error)
