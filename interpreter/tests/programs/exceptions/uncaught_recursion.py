def down(n):
    if n == 0:
        raise LookupError("the bottom")
    return down(n - 1)


down(8)
