# A local variable that is not bound is found where it is read, whatever reads it, and in the order of reading.
def tell(function):
    try:
        print(function.__name__, function())
    except Exception as error:
        print(function.__name__, type(error).__name__, error)


@tell
def is_none():
    answer = 'none' if x is None else 'some'
    x = 1
    return answer


@tell
def is_not():
    answer = x is not y
    x = y = 1
    return answer


@tell
def returned_in_try():
    for i in []:
        pass
    try:
        return i
    except UnboundLocalError:
        return 'caught'


@tell
def starred():
    made = [*items]
    items = []
    return made


@tell
def starred_arguments():
    print(*items)
    items = []


@tell
def double_starred():
    made = dict(**items)
    items = {}
    return made


@tell
def in_a_dict():
    made = {**items}
    items = {}
    return made


@tell
def caught_class():
    try:
        1 / 0
    except Missing:
        pass
    Missing = ValueError


@tell
def left_before_right():
    answer = a + missing
    a = 1
    return answer


@tell
def left_before_call():
    answer = a + print('called')
    a = 1
    return answer


@tell
def compared():
    answer = a < b < c
    a = b = c = 1
    return answer


@tell
def in_a_test():
    if flag:
        return 1
    flag = True


@tell
def in_a_loop():
    for item in items:
        return item
    items = []


@tell
def in_a_while():
    while not done:
        return 1
    done = True


@tell
def subscript():
    answer = table[key]
    table = key = 1
    return answer


@tell
def attribute():
    answer = thing.name
    thing = 1
    return answer


@tell
def stored_attribute():
    thing.name = value
    thing = value = 1


@tell
def formatted():
    text = f'{a!r} {b}'
    a = b = 1
    return text


@tell
def unpacked():
    a, b = pair
    pair = 1, 2


@tell
def raised():
    raise error
    error = ValueError()


@tell
def asserted():
    assert fact, words
    fact = words = 1


@tell
def with_block():
    with lock:
        pass
    lock = None


@tell
def yielded():
    def g():
        yield value
        value = 1
    return list(g())


@tell
def delegated():
    def g():
        yield from source
        source = []
    return list(g())


@tell
def bound_on_one_way():
    for number in (1, 2):
        if number == 2:
            late = number
        try:
            print(late)
        except UnboundLocalError as error:
            print(error)
    return late


@tell
def deleted():
    a = 1
    del a
    return a is None


@tell
def after_except():
    try:
        1 / 0
    except ZeroDivisionError as error:
        pass
    return error is None


@tell
def augmented():
    total += 1
    return total


@tell
def matched():
    match subject:
        case 1:
            return 1
    subject = 1


@tell
def chosen():
    answer = a or b
    a = b = 0
    return answer


@tell
def sliced():
    answer = [1, 2, 3][start:]
    start = 1
    return answer


@tell
def in_a_lambda():
    def f():
        return later
    answer = f()
    later = 1
    return answer
