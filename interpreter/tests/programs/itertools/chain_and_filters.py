from itertools import chain, compress, dropwhile, filterfalse, starmap, takewhile


def noisy(name):
    print("start", name)
    yield name + "1"
    yield name + "2"
    print("end", name)


c = chain(noisy("a"), noisy("b"))
print("made")
print(list(c))
print(list(chain.from_iterable(["ab", [1]])), list(chain()))
print(list(compress("abcd", [1, 0, 1])), list(dropwhile(lambda n: n < 3, [1, 3, 2])), list(takewhile(lambda n: n < 3, [1, 3, 2])))
print(list(filterfalse(None, [0, 1, ""])), list(filterfalse(str.isdigit, "a1b")), list(starmap(divmod, [(7, 2), (9, 4)])))
it = iter([1, 5, 2])
print(list(takewhile(lambda n: n < 3, it)), list(it))
