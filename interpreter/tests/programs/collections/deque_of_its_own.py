"""A deque that is added to itself, or changes while something that looks at it is added."""

from collections import deque

word = deque('abcd')
word.extend(word)
print(''.join(word))
word += word
print(len(word), word[5])
word.extendleft(word)
print(''.join(word))
short = deque([1, 2, 3], maxlen=4)
short.extend(short)
print(short)
short.popleft()
short.appendleft(9)
short += short
print(short)

watched = deque([1, 2])
try:
    watched.extend(item * 10 for item in watched)
except RuntimeError as error:
    print(error, watched)


def items():
    yield 'first'
    print('so far', list(seen))
    yield 'second'
    raise ValueError('no more')


seen = deque()
try:
    seen.extend(items())
except ValueError as error:
    print(error, seen)
for wrong in (lambda: deque(1, 2, 3), lambda: deque(iterabel=[1]), lambda: seen.append(), lambda: seen.append(1, 2), lambda: seen.pop(1),
              lambda: seen.append(x=1)):
    try:
        wrong()
    except TypeError as error:
        print(error)
