def collatz(n):
    steps = 0
    while n != 1:
        if n % 2:
            n = 3 * n + 1
        else:
            n //= 2
        steps += 1
    return steps


print([collatz(n) for n in range(1, 20)])
total = 0
for i in range(300):
    if i % 3 == 0:
        continue
    elif i % 7 == 0:
        total -= i
    total += i
print(total)
