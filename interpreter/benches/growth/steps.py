n = 1_000

total = 0
for i in range(n):
    total += i
