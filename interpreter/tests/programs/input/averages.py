# A coroutine that is fed with what is read.
def averager():
    total = count = 0
    average = None
    while True:
        value = yield average
        total += value
        count += 1
        average = total / count


average = averager()
next(average)
while True:
    try:
        text = input('number: ')
    except EOFError:
        print('end')
        break
    try:
        print(average.send(float(text)))
    except ValueError as error:
        print(error)
        average = averager()
        next(average)
