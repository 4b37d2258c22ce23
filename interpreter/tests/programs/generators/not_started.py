def g():
    print("never printed")
    yield 1


it = g()
try:
    it.send(5)
except TypeError as error:
    print(error)
it.close()
print(list(it))

it = g()
try:
    it.throw(ValueError("early"))
except ValueError as error:
    print(error)
print(next(it, "closed"))

it = g()
del it
print("dropped silently")
try:
    it = g()
    it.throw(GeneratorExit)
except GeneratorExit:
    print("GeneratorExit came out")
