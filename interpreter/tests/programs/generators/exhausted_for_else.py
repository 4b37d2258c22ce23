def g(n):
    for i in range(n):
        yield i


for x in g(2):
    print(x)
else:
    print("ran out")
for x in g(5):
    if x == 1:
        print("breaking")
        break
else:
    print("not printed")
for x in g(0):
    print("never")
else:
    print("empty")
it = g(3)
for x in it:
    break
print("rest", list(it))
while (value := next(it, None)) is not None:
    print("never")
else:
    print("nothing left")
