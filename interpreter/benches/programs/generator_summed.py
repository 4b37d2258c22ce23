def count(n):
    i = 0
    while i < n:
        yield i
        i += 1


total = 0
for number in count(8_000_000):
    total += number
print(total)
