n = 1_000


def raises(i):
    raise ValueError(i)


kept = []
for i in range(n):
    try:
        raises(i)
    except ValueError as error:
        kept.append(error)
