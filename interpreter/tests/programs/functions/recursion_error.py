depth = 0


def down():
    global depth
    depth += 1
    return down()


try:
    down()
except RecursionError as error:
    print(type(error).__name__, error)

print(900 < depth <= 1000)


def sum_to(n):
    return 0 if n == 0 else n + sum_to(n - 1)


print(sum_to(900))
