def average():
    total = count = 0
    while True:
        number = yield
        if number is None:
            return total / count
        total += number
        count += 1


a = average()
next(a)
for number in [10, 20, 60]:
    a.send(number)

try:
    a.send(None)
except StopIteration as stop:
    print("the average is", stop.value)
