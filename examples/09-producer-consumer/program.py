def consumer():
    print("consumer is ready")
    total = 0
    try:
        while True:
            item = yield total
            total += item
            print("consumed", item)
    finally:
        print("consumer closes at", total)


def producer(items, target):
    next(target)
    for item in items:
        print("produced", item)
        yield target.send(item)
    target.close()


for total in producer([3, 4, 5], consumer()):
    print("so far", total)
