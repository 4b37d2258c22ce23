n = 1_000


class Holder:
    pass


holder = Holder()
for i in range(n):
    setattr(holder, f"name{i}", i)
total = 0
for i in range(n):
    total += getattr(holder, f"name{i}")
