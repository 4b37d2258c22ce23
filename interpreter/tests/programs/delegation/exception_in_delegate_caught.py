def risky(n):
    yield f"risky {n}"
    raise ValueError(n)


def retry(times):
    for n in range(times):
        try:
            yield from risky(n)
        except ValueError as error:
            print("attempt failed:", error)
        else:
            break
        finally:
            print("finally", n)
    return "gave up"


def main():
    print((yield from retry(2)))


for value in main():
    print(value)
