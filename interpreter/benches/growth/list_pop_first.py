n = 1_000

items = list(range(n))
while items:
    items.pop(0)
