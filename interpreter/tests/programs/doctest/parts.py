"""Parsers, finders, checkers and runners, used by hand."""

import doctest


def example_of(text):
    return doctest.DocTestParser().get_examples(text, 'name')


for text in [
    '>>>x', ' >>> x\ny', '>>> x # doctest: +FOO', '>>> # doctest: +SKIP\n1', '>>> x\n ...y', '  >>> x\n  ...y', '>>> x # doctest: +ELLIPSIS, -SKIP', '>>> # only a comment\n',
    '>>> f(\n... 1)\n2\n\n3', '>>> if x:\n...     y\n...\nz', 'no examples', '', '>>> raise E\nTraceback (most recent call last):\n  File "x"\nE: message\n  more',
]:
    try:
        print([(example.source, example.want, example.lineno, example.indent, example.options, example.exc_msg) for example in example_of(text)])
    except ValueError as error:
        print(error)
for part in doctest.DocTestParser().parse('a\n  >>> 1\n  1\n\nb\n\tc\n>>> 2\n3\n4\n\n>>> x\n'):
    print(repr(part) if isinstance(part, str) else (part.source, part.want, part.lineno))
print(doctest.script_from_examples('Text.\n\n>>> 1\n1\n\nMore.\n>>> 2\n'))

checker = doctest.OutputChecker()
for want, got, flags in [
    ('1\n', '1\n', 0), ('1\n', 'True\n', 0), ('1\n', 'True\n', doctest.DONT_ACCEPT_TRUE_FOR_1), ('a\n<BLANKLINE>\nb\n', 'a\n\nb\n', 0), ('a  b\n', 'a b\n', 0),
    ('a  b\n', 'a b\n', doctest.NORMALIZE_WHITESPACE), ('a...c\n', 'abbbc\n', doctest.ELLIPSIS), ('a...c...e\n', 'abde\n', doctest.ELLIPSIS), ('...\n', 'anything\n', doctest.ELLIPSIS),
    ('<BLANKLINE>\n', '\n', doctest.DONT_ACCEPT_BLANKLINE), ('aa...aa\n', 'aaa\n', doctest.ELLIPSIS),
]:
    print(checker.check_output(want, got, flags), end=' ')
print()
example = doctest.Example('f(1)', '3')
print(example.source, example.want, example == doctest.Example('f(1)\n', '3\n'))
print(checker.output_difference(example, '4\n', 0), checker.output_difference(example, '', 0))


def documented():
    """
    >>> answer
    42
    >>> answer += 1
    >>> answer
    44
    """


class Quiet(doctest.DocTestRunner):
    def report_failure(self, out, test, example, got):
        out(f'FAILED {test.name}: {example.source.strip()} gave {got}')


test, = doctest.DocTestFinder().find(documented, globs={'answer': 42})
print(test, test.lineno, len(test.examples), sorted(test.globs))
runner = Quiet(verbose=False)
print(runner.run(test, clear_globs=False), test.globs['answer'], runner.failures, runner.tries)
print(runner.summarize(verbose=True))
texts = []
test, = doctest.DocTestFinder().find(documented, globs={'answer': 42})
print(doctest.DocTestRunner().run(test, out=texts.append), test.globs)
print(''.join(texts))
test, = doctest.DocTestFinder().find(documented, globs={'answer': 42})
try:
    doctest.DebugRunner().run(test)
except doctest.DocTestFailure as failure:
    print(failure, failure.example.source, failure.got)
print(doctest.register_optionflag('MINE') == doctest.register_optionflag('MINE'))
try:
    doctest.testmod(3)
except TypeError as error:
    print(error)
