def count(start=0):
    while True:
        yield start
        start += 1


def take(n, items):
    for _ in range(n):
        yield next(items)


def square(items):
    for item in items:
        yield item * item


def only(test, items):
    for item in items:
        if test(item):
            yield item


source = count()
pipeline = take(4, only(lambda n: n % 3 == 0, square(source)))
for value in pipeline:
    print(value)
print("the source stands at", next(source))
