def make():
    seen = []

    def feed():
        while True:
            item = yield len(seen)
            seen.append(item)

    return feed(), seen


feeder, seen = make()
print(next(feeder))
print(feeder.send("a"), feeder.send("b"))
seen.append("c")
print(feeder.send("d"), seen)

limit = 3
squares = (n * n for n in range(limit))
limit = 100
print(list(squares))

factor = 2
products = (n * factor for n in range(3))
factor = 10
print(list(products))
