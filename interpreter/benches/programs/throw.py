def patient():
    caught = 0
    while True:
        try:
            yield caught
        except ValueError:
            caught += 1


def drive(n):
    generator = patient()
    next(generator)
    for _ in range(n):
        last = generator.throw(ValueError("again"))
    return last


print(drive(3_000_000))
