"""Differences of many texts that are alike."""

import difflib
import random

for seed in range(60):
    chance = random.Random(seed)
    letters = chance.choice(['ab', 'abc \t', 'abcdefgh'])

    def line():
        return ''.join([chance.choice(letters) for _ in range(chance.randrange(9))]) + chance.choice(['\n', '\n', ''])

    pool = [line() for _ in range(chance.randrange(1, 6))]
    old, new = [[chance.choice(pool) if chance.random() < 0.7 else line() for _ in range(chance.randrange(8))] for _ in range(2)]
    print(list(difflib.ndiff(old, new)))
    print(list(difflib.unified_diff(old, new, n=seed % 3)))
    print(difflib.SequenceMatcher(None, ''.join(old), ''.join(new)).get_opcodes())
