# A string that grows: it is as if it were copied each time.

def local(pieces):
    text = ''
    before = []
    for piece in pieces:
        before.append(text)
        text += piece
    return text, before


def written_out(pieces):
    text = ''
    for piece in pieces:
        text = text + piece
        kept = text
        text = text + '|' + piece
    return text, kept


def cell(pieces):
    text = ''

    def grow(piece):
        nonlocal text
        text += piece
        return text

    seen = [grow(piece) for piece in pieces]
    return seen, text


def generator():
    text = 'g'
    while True:
        piece = yield text
        text += piece


def doubled(text):
    for _ in range(4):
        text += text
    return text


print(local(['a', 'bc', '', 'déf', '→']))
print(written_out(['x', 'yz', 'ü']))
print(cell(['1', '22', '333']))
growing = generator()
print(next(growing), growing.send('h'), growing.send('ij'), growing.send(''))
print(doubled('ab'))

# In the module, with other names for what it was.
whole = 'm'
names = list(globals())
part = whole
for piece in ['n', 'o', 'p']:
    whole += piece
    part, last = whole, part
    print(whole, part, last)
print(list(globals())[: len(names)] == names, whole in {whole: 1}, {whole[:2], 'mn'})

whole += 'q'
hashed = {whole: 'once'}
whole += 'r'
print(hashed, whole, hash(whole) == hash('mnopqr'), len(whole), whole[-2:], whole.find('r'))


class Body:
    text = 'c'
    for piece in 'def':
        text += piece


print(Body.text)


class Held:
    def __init__(self):
        self.text = ''

    def __iadd__(self, other):
        self.text += other
        return self


held = Held()
for piece in ['s', 't']:
    held += piece
print(held.text)


def failing():
    text = 'kept'
    try:
        text += 1
    except TypeError as error:
        print(error, text)
    try:
        text += missing
    except NameError as error:
        print(error, text)


failing()


class Text(str):
    def __add__(self, other):
        return 'added ' + str.__add__(self, other)


text = Text('a')
text += 'b'
text += Text('c')
print(text, type(text).__name__)

reflected = 'r'


class Right:
    def __radd__(self, other):
        return other + 'adds'


reflected += Right()
print(reflected)

# A long one, read on the way.
line = ''
total = 0
for n in range(2000):
    line += chr(97 + n % 26)
    if n % 500 == 0:
        total += line.count('a') + len(line)
        copy = line
line += 'é'
print(len(line), total, len(copy), line[:5], line[-3:], line.isascii())

# Constants and interned names do not change.
word = 'constant'
word += ' more'
other = 'constant'
print(word, other)
one = 'a'
one += 'b'
print(one, 'a', chr(97))
