def counter(start):
    count = start
    while True:
        step = yield count
        if step is None:
            step = 1
        print("stepping by", step)
        count += step


c = counter(10)
print(next(c))
print(next(c))
print(c.send(5))
print(c.send(-3))
print(next(c))
c.close()
