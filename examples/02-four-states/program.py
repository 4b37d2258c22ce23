from inspect import getgeneratorstate


def nap():
    print("inside: ", getgeneratorstate(g))
    yield


g = nap()
print("made:   ", getgeneratorstate(g))

next(g)
print("yielded:", getgeneratorstate(g))

for _ in g:
    pass
print("ended:  ", getgeneratorstate(g))
