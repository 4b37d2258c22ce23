"""Writing rows: what is quoted and escaped, dicts, dialects, errors."""

import csv
import io
import sys

ROWS = [
    ['plain', 'with space', 'a,b', 'say "hi"', "it's", 'two\nlines', '\r', ''], [1, 2.5, -3, True, None, 3j, 1e20], [[1, 'a'], (1,), {'k': 1}], [''], [None], [],
    ['', ''], 'abc', (number * number for number in range(3)), [' lead', 'trail ', '\t', ';', '\\', '|'],
]


class Money(float):
    def __str__(self):
        return f'{float(self):.2f} $'


for options in [
    {}, {'delimiter': ';'}, {'quotechar': "'"}, {'quoting': csv.QUOTE_ALL}, {'quoting': csv.QUOTE_NONNUMERIC}, {'quoting': csv.QUOTE_NONE},
    {'quoting': csv.QUOTE_NONE, 'escapechar': '\\'}, {'doublequote': False, 'escapechar': '\\'}, {'doublequote': False}, {'lineterminator': '\n'},
    {'lineterminator': '!'}, {'dialect': 'unix'}, {'dialect': 'excel-tab'}, {'quotechar': None}, {'escapechar': '"'}, {'delimiter': '|', 'quotechar': '|'},
]:
    print(options)
    for row in [*ROWS[:8], ROWS[9], [Money(2), 'x']]:
        text = io.StringIO()
        try:
            count = csv.writer(text, **options).writerow(row)
        except csv.Error as error:
            print('  ', row, error)
        else:
            print('  ', row, count, repr(text.getvalue()))

writer = csv.writer(sys.stdout, lineterminator='\n')
writer.writerows([[1, 2], ['a', 'b']])
writer.writerow(ROWS[8])
print(writer.dialect.quoting, writer.dialect.lineterminator == '\n')
for wrong in (3, None):
    for method in (writer.writerow, writer.writerows):
        try:
            method(wrong)
        except (csv.Error, TypeError) as error:
            print(type(error).__name__, error)
try:
    csv.writer(3)
except TypeError as error:
    print(error)

people = csv.DictWriter(sys.stdout, fieldnames=['name', 'age'], restval='?', lineterminator='\n')
print(people.writeheader())
people.writerow({'name': 'Ann', 'age': 31})
people.writerow({'name': 'Bob'})
people.writerows([{'age': 1, 'name': 'Cid'}, {}])
try:
    people.writerow({'name': 'Dan', 'shoe': 43})
except ValueError as error:
    print(error)
csv.DictWriter(sys.stdout, ['name'], extrasaction='ignore', lineterminator='\n').writerow({'name': 'Dan', 'shoe': 43})
try:
    csv.DictWriter(sys.stdout, ['name'], extrasaction='drop')
except ValueError as error:
    print(error)

buffer = io.StringIO(newline='')
csv.writer(buffer).writerows([row for row in ROWS if isinstance(row, list)])
buffer.seek(0)
print(list(csv.reader(buffer)))
