"""`print` of objects whose `__str__` gives a str of a subclass: the text in it is printed."""

import sys


class Text(str):
    pass


class Shouting(str):
    def __str__(self):
        return 'asked'

    def __len__(self):
        return 0


class Thing:
    def __init__(self, text):
        self.text = text

    def __str__(self):
        return self.text


print(Thing(Text('text')))
print(Thing(Shouting('quiet')))
print(Shouting('quiet'))
print(Thing(Text('one')), Thing(Shouting('two')), 3, sep=Text('-'), end=Text('!\n'))
print(Thing(Text('error')), file=sys.stdout, flush=True)
