n = 1_000

for i in range(n):
    print(i)
