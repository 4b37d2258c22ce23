def f(x):
    return x * x - 3


print([value for x in range(4) if (value := f(x)) > 0], value)
total = 0
print([total := total + n for n in range(5)], total)
if (n := len("hello")) > 3:
    print(n)
while (n := n - 1) > 2:
    print(n)
print(any((hit := w).startswith("b") for w in ["ab", "ba", "bb"]), hit)
