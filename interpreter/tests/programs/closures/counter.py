def make_counter(start):
    count = start

    def increment(step=1):
        nonlocal count
        count += step
        return count

    def read():
        return count

    return increment, read


increment, read = make_counter(10)
print(increment(), increment(), increment(5), read())
other, _ = make_counter(0)
print(other(), read())
print(increment.__closure__[0].cell_contents)
print(increment.__code__.co_freevars)
