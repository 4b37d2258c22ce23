print(format(1234567, ","), format(1234567, "_"), format(1234.5678, ",.2f"))
print(format(255, "b"), format(255, "o"), format(255, "X"), format(255, "#b"), format(255, "08b"), format(-5, "05"))
print(format(5, " "), format(-5, " "), format(5, "=+6"), format(5, "<6") + "|", format(5, "^6") + "|")
print(format(0.1, ".20f"), format(1e10, ""), format(1e16, ""), format(1e-5, ""), format(123456789.0, "g"), format(0.00001234, "g"))
print(format(1.5, "8"), format(1.5, "<8") + "|", format(1.5, "08.3f"), format(-1.5, "08.3f"), format(float("inf"), "f"), format(float("nan"), "8"))
print(format(0.25, "%"), format(0.256, ".1%"), format(12345.678, "e"), format(12345.678, ".2E"), format(5, ".2f"), format(5, "e"))
print(format(True, "d"), format(True, ""), format(True, "5"), format(97, "c"), format("abc", "s"), format("abc", "5s") + "|")
print(format("é", "*^5"), format("abc", ".1"), format(None, ""), format([1], ""))
for value, spec in [("a", "d"), (5, "s"), (5, ".2"), ("a", "+"), (None, "5"), (5, "q"), (1.5, "x"), ("a", "=5")]:
    try:
        print(format(value, spec))
    except (ValueError, TypeError) as error:
        print(type(error).__name__, error)
