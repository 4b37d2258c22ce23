print()
print("a", "b", sep="")
print("a", 1, None, 2.5, sep=" | ", end=".\n")
print(*[1, 2, 3], sep="\n")
print("no newline", end="")
print()
print([1, "two", (3,)], {"k": [4]}, {5})
print("tab\tquote\"back\\slash")
print(["tab\t", "quote'", 'both\'"', "new\nline", "nul\x00", "é"])
try:
    print("a", sep=1)
except TypeError as error:
    print(error)
print("flushed", flush=NotImplemented)
