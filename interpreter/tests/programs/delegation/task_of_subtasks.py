def step(name, n):
    for i in range(n):
        yield f"{name}{i}"
    return n


def job():
    a = yield from step("a", 2)
    b = yield from step("b", a)
    return a + b


def scheduler(*jobs):
    jobs = [(str(i), job) for i, job in enumerate(jobs)]
    while jobs:
        name, job = jobs.pop(0)
        try:
            print(name, next(job))
        except StopIteration as stop:
            print(name, "returned", stop.value)
        else:
            jobs.append((name, job))


scheduler(job(), step("x", 1), job())
