n = 3
while n:
    n -= 1
else:
    print("while-else")

while True:
    n += 1
    if n == 2:
        continue
    if n > 3:
        break

while 1:
    break

while (
    n
    > 2
):
    n -= 1

while n < 5: n += 1
while False:
    print("never")
while not n == 3:
    n -= 1
    while n > 4:
        n -= 1
print(n)
