# What __aiter__ answers must be an asynchronous iterator.
class Answers:
    def __init__(self, answer):
        self.answer = answer

    def __aiter__(self):
        return self.answer


class NoNext:
    def __aiter__(self):
        return self


class OnInstance:
    def __init__(self):
        self.__anext__ = lambda: None


async def loop(iterable):
    async for _ in iterable:
        pass


async def listed(iterable):
    return [x async for x in iterable]


for answer in (3, None, 'text', [], NoNext(), OnInstance(), iter([])):
    try:
        print(aiter(Answers(answer)))
    except TypeError as error:
        print(error)
    for consume in (loop, listed):
        try:
            consume(Answers(answer)).send(None)
        except TypeError as error:
            print(consume.__name__, error)
for wrong in (3, [], object):
    try:
        aiter(wrong)
    except TypeError as error:
        print(error)
