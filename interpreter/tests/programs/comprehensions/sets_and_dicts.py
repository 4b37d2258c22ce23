print({n % 3 for n in range(10)})
print({word: len(word) for word in ["a", "bb", "ccc"]})
print({value: key for key, value in {"x": 1, "y": 2}.items()})
print({n: [m for m in range(n)] for n in range(3)})
print({k: v for k, v in zip("abc", range(3)) if v})
print(sorted({c for c in "mississippi"}))


def show(x):
    print("making", x)
    return x


print({show("key"): show("value") for _ in range(1)})
