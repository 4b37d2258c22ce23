def averager():
    total, count, average = 0.0, 0, None
    while True:
        term = yield average
        total += term
        count += 1
        average = total / count


a = averager()
next(a)
for term in 10, 30, 5:
    print(a.send(term))
a.close()


def grep(pattern):
    print("looking for", pattern)
    try:
        while True:
            line = yield
            if pattern in line:
                print("found:", line)
    except GeneratorExit:
        print("done looking")


g = grep("python")
g.send(None)
for line in "a python", "no snake", "python again":
    g.send(line)
g.close()
