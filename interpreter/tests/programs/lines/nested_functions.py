def outer(n):
    def inner(m):
        if m == 0:
            return 0
        return m + inner(m - 1)

    def generator():
        for i in range(n):
            yield inner(i)

    class Local:
        value = n

        def get(self):
            return self.value

    result = sum(
        x
        for x in generator()
    )
    return result, Local().get()


print(outer(3))


def recursive(n):
    if n:
        recursive(n - 1)
    else:
        print("bottom")
    # a comment, and nothing after it


recursive(2)


def many_returns(n):
    if n == 1: return "one"
    if n == 2: return (
        "two"
    )
    return


print(many_returns(1), many_returns(2), many_returns(3))
