"""What every author of random programs has: chance, lines, and a count that makes values tell where they came from."""

import contextlib
import random


class Author:
    """Writes one program. The same seed writes the same program."""

    INDENT = "    "

    def __init__(self, seed):
        self.chance = random.Random(seed)
        self.lines = []
        self.depth = 0
        self.count = 0

    def program(self):
        return "\n".join(self.lines) + "\n"

    def line(self, text):
        self.lines.append(self.INDENT * self.depth + text)

    @contextlib.contextmanager
    def block(self, header):
        self.line(header)
        self.depth += 1
        empty = len(self.lines)
        yield
        if len(self.lines) == empty:
            self.line("pass")
        self.depth -= 1

    def number(self):
        """One that stands nowhere else in the program."""
        self.count += 1
        return self.count

    def happens(self, probability):
        return self.chance.random() < probability

    def one_of(self, *choices):
        return self.chance.choice(choices)

    def weighed(self, choices):
        """One of the keys; its value is its weight."""
        return self.chance.choices(list(choices), list(choices.values()))[0]
