"""Differences of texts by lines: ndiff, Differ, restore, unified and context diffs."""

import difflib

OLD = '''Beautiful is better than ugly.
Explicit is better than implicit.
Simple is better than complex.
Complex is better than complicated.
\tFlat is better than nested.

Readability counts.
'''.splitlines(keepends=True)
NEW = '''Beautiful is better than ugly.
Simple is better than complexity.
Complicated is better than complex.
\tFlat is better than  nested.
Sparse is better than dense.

# a comment
Readability counts!
'''.splitlines(keepends=True)

for line in difflib.ndiff(OLD, NEW):
    print(repr(line))
print(''.join(difflib.Differ(linejunk=difflib.IS_LINE_JUNK).compare(OLD, NEW)))
print(''.join(difflib.ndiff(OLD, NEW, charjunk=None)))
diff = list(difflib.ndiff(OLD, NEW))
print(list(difflib.restore(diff, 1)) == OLD, list(difflib.restore(diff, 2)) == NEW)
try:
    list(difflib.restore(diff, 3))
except ValueError as error:
    print(error)

for context in (0, 1, 3):
    print(''.join(difflib.unified_diff(OLD, NEW, 'old.txt', 'new.txt', '2024-01-01', '2024-01-02', n=context)))
    print(''.join(difflib.context_diff(OLD, NEW, fromfile='old.txt', tofile='new.txt', n=context)))
print(list(difflib.unified_diff('abc', 'abd', lineterm='')))
print(list(difflib.unified_diff(OLD, OLD)), list(difflib.context_diff([], ['a'])), list(difflib.unified_diff(['a'], [])))
for line in difflib.diff_bytes(difflib.unified_diff, [b'a\xff\n', b'b\n'], [b'a\xfe\n', b'b\n'], b'x', b'y'):
    print(line)
for arguments in [([1], ['a']), (['a'], ['b'], 3)]:
    try:
        print(list(difflib.unified_diff(*arguments)))
    except TypeError as error:
        print(error)
for text in ('\n', '  #  \n', 'x # y\n', '#'):
    print(difflib.IS_LINE_JUNK(text), difflib.IS_CHARACTER_JUNK(text[0]))
