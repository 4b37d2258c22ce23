"""Texts split into words, and words made into texts."""

import random
import shlex


def attempt(function, *args, **kwargs):
    try:
        return function(*args, **kwargs)
    except ValueError as error:
        return f'{type(error).__name__}: {error}'


for text in [
    'ls -l "My Documents" \'a b\'', 'a\\ b c', '"a \\" b" \'c \\\' d', "it's", 'x=1 y="2 3"', '', '  ', '# comment', 'a # b', '"', 'a\\', '""', "a''b", 'é ü',
    'one\ntwo\tthree', 'a|b && c;d', '~/a-b.c?*',
]:
    print(repr(text), attempt(shlex.split, text), attempt(shlex.split, text, comments=True), attempt(shlex.split, text, posix=False))
    print(attempt(lambda: list(shlex.shlex(text))), attempt(lambda: list(shlex.shlex(text, posix=True, punctuation_chars=True))))
for word in ['', 'plain', 'two words', "it's", '$HOME', 'a;b', 'x@y.z', 'ü']:
    print(shlex.quote(word))
print(shlex.join(['echo', '-n', 'Multiple words', "don't"]), shlex.split(shlex.join(['a b', "c'd"])))

words = shlex.shlex('one "two" three\nfour', posix=True)
print(words.get_token(), words.lineno)
words.push_token('pushed')
print(words.get_token(), words.get_token(), words.get_token(), words.lineno, words.error_leader('file'))
words.push_source('inner words')
print(list(words), words.get_token())
words = shlex.shlex('a-b,c', posix=True)
words.whitespace = ','
words.whitespace_split = True
print(list(words))
words = shlex.shlex("x = 'it; is' ; y", punctuation_chars=';=')
words.commenters = ''
print(list(words), words.punctuation_chars)

for seed in range(60):
    chance = random.Random(seed)
    letters = chance.choice(['ab \'"\\', 'ab#\n \t"', 'a&|;()<> b-"', 'ab\'é~./*?= '])
    text = ''.join([chance.choice(letters) for _ in range(chance.randrange(12))])
    print(repr(text), attempt(shlex.split, text, seed % 2 == 0), attempt(lambda: list(shlex.shlex(text, posix=seed % 3 > 0, punctuation_chars=seed % 5 > 2))))
