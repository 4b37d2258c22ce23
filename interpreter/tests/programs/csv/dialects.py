"""Dialects: registered, checked, guessed."""

import csv


class Semicolons(csv.excel):
    delimiter = ';'
    quoting = csv.QUOTE_ALL


class Broken(csv.Dialect):
    delimiter = ';;'
    quotechar = '"'
    quoting = csv.QUOTE_MINIMAL
    lineterminator = '\n'


ATTRIBUTES = 'delimiter quotechar escapechar doublequote skipinitialspace lineterminator quoting strict'.split()


def show(dialect):
    print([getattr(dialect, name, '-') for name in ATTRIBUTES])


def attempt(function, *args, **kwargs):
    try:
        return function(*args, **kwargs)
    except (csv.Error, TypeError, AttributeError) as error:
        print(type(error).__name__, error)


print(csv.list_dialects())
csv.register_dialect('semicolons', Semicolons)
csv.register_dialect('pipes', delimiter='|', quoting=csv.QUOTE_NONE, strict=True)
csv.register_dialect('both', 'pipes', quotechar="'")
print(csv.list_dialects())
for name in csv.list_dialects():
    show(csv.get_dialect(name))
csv.unregister_dialect('pipes')
attempt(csv.get_dialect, 'pipes')
attempt(csv.unregister_dialect, 'pipes')
attempt(csv.register_dialect, 3)
attempt(csv.register_dialect, 'x', 'nothing')
attempt(Broken)
attempt(csv.Dialect)
show(Semicolons())
for options in [
    {'delimiter': 3}, {'delimiter': ''}, {'delimiter': None}, {'quotechar': 3}, {'quotechar': 'ab'}, {'escapechar': 1}, {'lineterminator': None},
    {'lineterminator': 1}, {'quoting': 'a'}, {'quoting': 9}, {'quoting': None}, {'quotechar': None, 'quoting': csv.QUOTE_ALL}, {'wrong': 1},
]:
    attempt(csv.reader, [], **options)
attempt(csv.reader)
attempt(csv.reader, 3)
attempt(csv.field_size_limit, 'a')
attempt(setattr, csv.reader([]).dialect, 'delimiter', ';')
show(csv.reader([], quotechar=None).dialect)
show(csv.reader([], doublequote=[], strict=1).dialect)
print(csv.Error, csv.reader, csv.writer, issubclass(csv.excel_tab, csv.excel))

for sample in [
    'a,b,c\n1,2,3\n4,5,6\n', 'a;b;c\n1;2;3\n', 'a\tb\n1\t2\n3\t4\n', 'name|age\nAnn|3\n', '"a","b"\n"1","2"\n', "'a';'b'\n'c''d';'e'\n", 'a, b, c\n1, 2, 3\n',
    'x y z\n1 2 3\n', '"one, two", "three"\n"four", "five"\n', 'just text', '', 'a:b:c\nd:e:f\n', 'one,two;three\nfour,five;six\n', '"quoted"\n"lines"\n',
    'id,name\n1,Ann\n2,Bob\n3,Cid\n', 'Ann,Bob\nCid,Dan\n',
]:
    try:
        show(csv.Sniffer().sniff(sample))
        print(csv.Sniffer().has_header(sample))
    except csv.Error as error:
        print(repr(sample), error)
print(csv.Sniffer().sniff('a,b;c\nd,e;f\n', delimiters=';').delimiter)
