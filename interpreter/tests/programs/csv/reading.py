"""Reading rows: quotes, escapes, ends of lines, dialects, errors."""

import csv
import io

TEXT = '''name,age,motto
Ann,31,"Quick, but thorough"
Bob,,"He said ""no"""
"Cid
Two",5,
,,

last,"unfinished
'''

for row in csv.reader(io.StringIO(TEXT)):
    print(row)
reader = csv.reader(TEXT.splitlines(True)[:4])
print(next(reader), reader.line_num, next(reader), reader.line_num)
print(list(reader), reader.line_num, reader.dialect.delimiter)


def rows(*lines, **options):
    reader = csv.reader(lines, **options)
    found = []
    try:
        for row in reader:
            found.append(row)
    except (csv.Error, ValueError, TypeError) as error:
        print(found, type(error).__name__, error, reader.line_num)
    else:
        print(found, reader.line_num)


rows('a;b;c', 'd;"e;f"', delimiter=';')
rows("a,'b,c',d", quotechar="'")
rows('a, b, "c, d"', skipinitialspace=True)
rows('a, b, "c, d"')
rows('a\\,b,c\\\\', escapechar='\\')
rows('"a\\"b",c', escapechar='\\', doublequote=False)
rows('"a""b"', doublequote=False)
rows('1,2.5,"3"', quoting=csv.QUOTE_NONNUMERIC)
rows('1,x', quoting=csv.QUOTE_NONNUMERIC)
rows('"a",b', quoting=csv.QUOTE_NONE)
rows('"a"b,c')
rows('"a"b,c', strict=True)
rows('"a', strict=True)
rows('"a\n', 'b"c,d')
rows('a\rb')
rows('a\r\n', 'b\n', '\n', '')
rows('a\\', 'b', escapechar='\\')
rows('"a\\', 'b"', escapechar='\\')
rows('"a"\r\n', '"b" ,c')
rows(b'a,b')
rows(3)
rows('a\tb', dialect='excel-tab')
rows('"a","b"', dialect='unix')
rows('a', dialect='none')
rows('a', delimiter='ab')
rows()
print(csv.field_size_limit(5), csv.field_size_limit())
rows('abcde,f', 'abcdef')
rows('"abcdef"')
csv.field_size_limit(131072)

for line in csv.DictReader(io.StringIO(TEXT)):
    print(line)
reader = csv.DictReader(['1,2,3,4', '5', '', '6,7'], fieldnames=['x', 'y'], restkey='more', restval='-')
print(reader.fieldnames, list(reader), reader.line_num)
print(list(csv.DictReader([])), csv.DictReader([]).fieldnames)
reader = csv.DictReader(['a|b', '1|2'], delimiter='|')
print(reader.fieldnames, reader.line_num, next(reader))
try:
    next(reader)
except StopIteration:
    print('end')
