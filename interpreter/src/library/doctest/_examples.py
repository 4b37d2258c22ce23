"""The examples in a docstring, what they are to print, and whether they have."""

import re

OPTIONFLAGS_BY_NAME = {}


def register_optionflag(name):
    """A flag of this name; a new one where there is none."""
    return OPTIONFLAGS_BY_NAME.setdefault(name, 1 << len(OPTIONFLAGS_BY_NAME))


DONT_ACCEPT_TRUE_FOR_1 = register_optionflag('DONT_ACCEPT_TRUE_FOR_1')
DONT_ACCEPT_BLANKLINE = register_optionflag('DONT_ACCEPT_BLANKLINE')
NORMALIZE_WHITESPACE = register_optionflag('NORMALIZE_WHITESPACE')
ELLIPSIS = register_optionflag('ELLIPSIS')
SKIP = register_optionflag('SKIP')
IGNORE_EXCEPTION_DETAIL = register_optionflag('IGNORE_EXCEPTION_DETAIL')

COMPARISON_FLAGS = DONT_ACCEPT_TRUE_FOR_1 | DONT_ACCEPT_BLANKLINE | NORMALIZE_WHITESPACE | ELLIPSIS | SKIP | IGNORE_EXCEPTION_DETAIL

REPORT_UDIFF = register_optionflag('REPORT_UDIFF')
REPORT_CDIFF = register_optionflag('REPORT_CDIFF')
REPORT_NDIFF = register_optionflag('REPORT_NDIFF')
REPORT_ONLY_FIRST_FAILURE = register_optionflag('REPORT_ONLY_FIRST_FAILURE')
FAIL_FAST = register_optionflag('FAIL_FAST')

REPORTING_FLAGS = REPORT_UDIFF | REPORT_CDIFF | REPORT_NDIFF | REPORT_ONLY_FIRST_FAILURE | FAIL_FAST

BLANKLINE_MARKER = '<BLANKLINE>'
ELLIPSIS_MARKER = '...'


class Example:
    """What is typed, and what is to be printed."""

    def __init__(self, source, want, exc_msg=None, lineno=0, indent=0, options=None):
        self.source = _ended(source)
        self.want = want and _ended(want)
        self.exc_msg = exc_msg if exc_msg is None else _ended(exc_msg)
        self.lineno = lineno
        self.indent = indent
        self.options = {} if options is None else options

    def _parts(self):
        return self.source, self.want, self.lineno, self.indent, self.options, self.exc_msg

    def __eq__(self, other):
        return self._parts() == other._parts() if type(self) is type(other) else NotImplemented

    def __hash__(self):
        return hash((self.source, self.want, self.lineno, self.indent, self.exc_msg))


def _ended(text):
    return text if text.endswith('\n') else text + '\n'


class DocTest:
    """The examples of one docstring, and the variables they begin with."""

    def __init__(self, examples, globs, name, filename, lineno, docstring):
        assert not isinstance(examples, str), 'DocTest no longer accepts str; use DocTestParser instead'
        self.examples = examples
        self.docstring = docstring
        self.globs = globs.copy()
        self.name = name
        self.filename = filename
        self.lineno = lineno

    def __repr__(self):
        count = len(self.examples)
        examples = 'no examples' if count == 0 else '1 example' if count == 1 else f'{count} examples'
        return f'<{self.__class__.__name__} {self.name} from {self.filename}:{self.lineno} ({examples})>'

    def _parts(self):
        return self.examples, self.docstring, self.globs, self.name, self.filename, self.lineno

    def __eq__(self, other):
        return self._parts() == other._parts() if type(self) is type(other) else NotImplemented

    def __hash__(self):
        return hash((self.docstring, self.name, self.filename, self.lineno))

    def __lt__(self, other):
        if not isinstance(other, DocTest):
            return NotImplemented
        return (self.name, self.filename, self.lineno, id(self)) < (other.name, other.filename, other.lineno, id(other))


_prompt = re.compile(r'( *)>>>')
_exception = re.compile(r'^Traceback \((?:most recent call last|innermost last)\):\s*$.*?^(?P<msg>\w+.*)', re.DOTALL | re.MULTILINE)
_directive = re.compile(r'#\s*doctest:\s*([^\n\'"]*)$', re.MULTILINE)
_is_blank_or_comment = re.compile(r'^[ ]*(#.*)?$').match


class DocTestParser:
    """Finds the examples in a text."""

    def parse(self, string, name='<string>'):
        """The examples, and the texts between them."""
        lines = string.expandtabs().split('\n')
        margin = min([len(line) - len(line.lstrip(' ')) for line in lines if line.strip(' \t\r\x0b\x0c')], default=0)
        lines = [line[margin:] for line in lines]
        output, between = [], []
        at = 0
        while at < len(lines):
            match = _prompt.match(lines[at])
            if match is None:
                between.append(lines[at] + ('\n' if at + 1 < len(lines) else ''))
                at += 1
                continue
            output.append(''.join(between))
            between = []
            start = at
            indent = len(match[1])
            at += 1
            while at < len(lines) and lines[at].lstrip(' ').startswith('...'):
                at += 1
            source_lines = lines[start:at]
            wanted = at
            while at < len(lines) and lines[at].strip(' ') and _prompt.match(lines[at]) is None:
                at += 1
            example = self._example(source_lines, lines[wanted:at], indent, name, start)
            if not _blank(example.source):
                example.indent = margin + indent
                output.append(example)
        output.append(''.join(between))
        return output

    def _example(self, source_lines, want_lines, indent, name, lineno):
        for place, line in enumerate(source_lines):
            if len(line) >= indent + 4 and line[indent + 3] != ' ':
                raise ValueError(
                    f'line {lineno + place + 1!r} of the docstring for {name} lacks blank after {line[indent : indent + 3]}: {line!r}'
                )
        _check_prefix(source_lines[1:], ' ' * indent + '.', name, lineno)
        source = '\n'.join([line[indent + 4 :] for line in source_lines])
        _check_prefix(want_lines, ' ' * indent, name, lineno + len(source_lines))
        want = '\n'.join([line[indent:] for line in want_lines])
        match = _exception.match(want)
        message = match['msg'] if match else None
        return Example(source, want, message, lineno, indent, self._find_options(source, name, lineno))

    def _find_options(self, source, name, lineno):
        options = {}
        for match in _directive.finditer(source):
            for option in match[1].replace(',', ' ').split():
                if option[0] not in '+-' or option[1:] not in OPTIONFLAGS_BY_NAME:
                    raise ValueError(f'line {lineno + 1!r} of the doctest for {name} has an invalid option: {option!r}')
                options[OPTIONFLAGS_BY_NAME[option[1:]]] = option[0] == '+'
        if options and _is_blank_or_comment(source):
            raise ValueError(f'line {lineno!r} of the doctest for {name} has an option directive on a line with no example: {source!r}')
        return options

    def get_doctest(self, string, globs, name, filename, lineno):
        """A test of all examples in the text."""
        return DocTest(self.get_examples(string, name), globs, name, filename, lineno, string)

    def get_examples(self, string, name='<string>'):
        return [part for part in self.parse(string, name) if isinstance(part, Example)]


def _blank(source):
    return _is_blank_or_comment(source.rstrip('\n')) is not None


def _check_prefix(lines, prefix, name, lineno):
    for place, line in enumerate(lines):
        if line and not line.startswith(prefix):
            raise ValueError(f'line {lineno + place + 1!r} of the docstring for {name} has inconsistent leading whitespace: {line!r}')


class OutputChecker:
    """Compares what is printed with what is wanted."""

    def check_output(self, want, got, optionflags):
        want, got = _ascii(want), _ascii(got)
        if got == want:
            return True
        if not optionflags & DONT_ACCEPT_TRUE_FOR_1 and (got, want) in (('True\n', '1\n'), ('False\n', '0\n')):
            return True
        if not optionflags & DONT_ACCEPT_BLANKLINE:
            want = re.sub(rf'(?m)^{re.escape(BLANKLINE_MARKER)}\s*?$', '', want)
            got = re.sub(r'(?m)^[^\S\n]+$', '', got)
            if got == want:
                return True
        if optionflags & NORMALIZE_WHITESPACE:
            got, want = ' '.join(got.split()), ' '.join(want.split())
            if got == want:
                return True
        return bool(optionflags & ELLIPSIS) and _matches_with_gaps(want, got)

    def output_difference(self, example, got, optionflags):
        """What to say where they differ."""
        want = example.want
        if not optionflags & DONT_ACCEPT_BLANKLINE:
            got = re.sub(r'(?m)^[ ]*(?=\n)', BLANKLINE_MARKER, got)
        if self._wants_diff(want, got, optionflags):
            return _diff(want, got, optionflags)
        if want and got:
            return f'Expected:\n{indented(want)}Got:\n{indented(got)}'
        if want:
            return f'Expected:\n{indented(want)}Got nothing\n'
        if got:
            return f'Expected nothing\nGot:\n{indented(got)}'
        return 'Expected nothing\nGot nothing\n'

    def _wants_diff(self, want, got, optionflags):
        if not optionflags & (REPORT_UDIFF | REPORT_CDIFF | REPORT_NDIFF):
            return False
        return bool(optionflags & REPORT_NDIFF) or want.count('\n') > 2 and got.count('\n') > 2


def _ascii(text):
    return text if text.isascii() else text.encode('ASCII', 'backslashreplace').decode('ASCII')


def _diff(want, got, optionflags):
    import difflib

    want_lines, got_lines = want.splitlines(keepends=True), got.splitlines(keepends=True)
    if optionflags & REPORT_UDIFF:
        lines = list(difflib.unified_diff(want_lines, got_lines, n=2))[2:]
        kind = 'unified diff with -expected +actual'
    elif optionflags & REPORT_CDIFF:
        lines = list(difflib.context_diff(want_lines, got_lines, n=2))[2:]
        kind = 'context diff with expected followed by actual'
    else:
        lines = list(difflib.Differ(charjunk=difflib.IS_CHARACTER_JUNK).compare(want_lines, got_lines))
        kind = 'ndiff with -expected +actual'
    return f'Differences ({kind}):\n' + indented(''.join(lines))


def _matches_with_gaps(want, got):
    """Whether the text is as wanted, where `...` stands for anything."""
    if ELLIPSIS_MARKER not in want:
        return want == got
    first, *parts, last = want.split(ELLIPSIS_MARKER)
    if not got.startswith(first) or not got.endswith(last) or len(first) + len(last) > len(got):
        return False
    at, end = len(first), len(got) - len(last)
    for part in parts:
        at = got.find(part, at, end)
        if at < 0:
            return False
        at += len(part)
    return True


def without_details(message):
    """The name of an exception's class, without its module and its message."""
    end = message.find('\n')
    end = len(message) if end < 0 else end
    for stop in (':', '('):
        place = message.find(stop, 0, end)
        end = place if place >= 0 and stop == ':' else end
    start = message.rfind('.', 0, end) + 1
    return message[start:end]


def indented(text, spaces=4):
    return re.sub('(?m)^(?!$)', ' ' * spaces, text)
