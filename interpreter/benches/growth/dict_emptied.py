n = 1_000

items = dict.fromkeys(range(n))
while items:
    del items[next(iter(items))]
