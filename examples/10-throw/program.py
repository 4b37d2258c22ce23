def patient():
    while True:
        try:
            yield "calm"
        except ValueError as error:
            print("caught", error)
            yield "recovered"


g = patient()
print(next(g))
print(g.throw(ValueError("a small problem")))
print(next(g))

try:
    g.throw(KeyError("a big problem"))
except KeyError as error:
    print("it came back out:", error)

print(list(g))
