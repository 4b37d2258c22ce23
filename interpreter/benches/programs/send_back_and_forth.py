def averager():
    total = 0
    count = 0
    average = 0
    while True:
        value = yield average
        total += value
        count += 1
        average = total // count


def drive(n):
    average = averager()
    next(average)
    seen = 0
    for i in range(n):
        seen += average.send(i)
    average.close()
    return seen


print(drive(5_000_000))
