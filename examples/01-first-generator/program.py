def countdown(n):
    print("counting down from", n)
    while n > 0:
        yield n
        n -= 1
    print("lift-off")


g = countdown(3)
print("made, and nothing printed yet")

print(next(g))
print(next(g))

for number in g:
    print("the loop got", number)
