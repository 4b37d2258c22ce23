def g():
    while True:
        try:
            yield
        except Exception as error:
            print(type(error).__name__, error.args)


it = g()
next(it)
it.throw(ValueError)
it.throw(ValueError("instance"))
it.throw(ValueError, "value")
it.throw(ValueError, ValueError("given"))
it.throw(KeyError, ("a", "b"))
for wrong in 5, "text", object:
    try:
        it.throw(wrong)
    except TypeError as error:
        print("TypeError", error)
next(it)
it.close()
try:
    it.throw(ValueError("after the end"))
except ValueError as error:
    print("came straight back", error)
