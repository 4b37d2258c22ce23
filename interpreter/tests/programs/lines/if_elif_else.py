def pick(n):
    if n == 0:
        return "zero"
    elif n == 1:
        result = "one"
    elif n == 2:
        if n > 1:
            result = "two"
        else:
            result = "never"
    else:
        result = "many"
    return result


for n in range(4):
    print(pick(n))
if True:
    pass
else:
    print("never")
if not []:
    print("empty")
if 0:
    print("never")
elif 1:
    print("always")
