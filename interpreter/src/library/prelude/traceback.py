"""Tracebacks as text, as CPython 3.11 writes them. `library/traceback.py` is made of these functions.

The interpreter itself and the module `traceback` differ in small ways; `uncaught` says that it is the interpreter who writes.
https://docs.python.org/3.11/library/traceback.html
"""

_CAUSE_TEXT = "\nThe above exception was the direct cause of the following exception:\n\n"
_CONTEXT_TEXT = "\nDuring handling of the above exception, another exception occurred:\n\n"

# An entry that comes more often in a row is counted instead.
_REPEATS_SHOWN = 3
# The interpreter writes so many entries unless the program sets another limit.
_ENTRIES_PRINTED = 1000
# Exceptions in a group, and groups inside of groups, are shown up to this many.
GROUP_WIDTH = 15
GROUP_DEPTH = 10


def format_exception(exception, traceback=..., chain=True, limit=None, uncaught=False, width=GROUP_WIDTH, depth=GROUP_DEPTH):
    """The texts of a traceback: of the exceptions that led to this one, its entries, what was raised."""
    if traceback is ...:
        traceback = _asking(uncaught)(exception, "__traceback__")
    report = _Report(chain, limit, uncaught, width, depth)
    report.add_chain(exception, traceback)
    return report.texts


def _asking(uncaught):
    """How to ask an exception: the interpreter itself passes by what its class defines."""
    return BaseException.__getattribute__ if uncaught else getattr


class _Report:
    """Collects texts, with a margin inside of groups."""

    def __init__(self, chain, limit, uncaught, width, depth):
        self.chain = chain
        self.limit = limit
        self.uncaught = uncaught
        self.most_width = width
        self.most_depth = depth
        self.depth = 0
        self.needs_close = False
        # Those that were met, by id, so that a circle ends.
        self.seen = set()
        self.texts = []

    def indent(self):
        return "  " * self.depth

    def write(self, text, margin="| "):
        if self.depth:
            prefix = self.indent() + margin
            text = "".join([prefix + line for line in text.splitlines(True)])
        self.texts.append(text)

    def add_chain(self, exception, traceback):
        """An exception behind those that led to it."""
        links = [(exception, traceback, None)]
        self.seen.add(id(exception))
        ask = _asking(self.uncaught)
        while self.chain:
            cause = ask(exception, "__cause__")
            context = ask(exception, "__context__")
            if cause is not None:
                exception, message = cause, _CAUSE_TEXT
            elif context is not None and not ask(exception, "__suppress_context__"):
                exception, message = context, _CONTEXT_TEXT
            else:
                break
            if id(exception) in self.seen:
                break
            self.seen.add(id(exception))
            links.append((exception, ask(exception, "__traceback__"), message))
        for exception, traceback, message in reversed(links):
            if _is_a(exception, BaseExceptionGroup):
                self.add_group(exception, traceback)
            else:
                self.add_entries("Traceback (most recent call last):\n", traceback)
                self.add_message(exception)
            if message is not None:
                self.write(message)

    def add_entries(self, title, traceback, margin="| "):
        entries = _printed_entries(traceback) if self.uncaught else traceback_entries(traceback, self.limit)
        if entries:
            self.write(title, margin)
            for text in format_entries(entries, self.uncaught):
                self.write(text)

    def add_message(self, exception):
        texts = format_message(exception, self.uncaught)
        if self.uncaught and self.depth:
            # The interpreter itself puts no margin before the further lines of a message.
            self.texts.append(f"{self.indent()}| {texts.pop(0)}")
        for text in texts:
            self.write(text)

    def add_group(self, group, traceback):
        if self.depth > self.most_depth:
            self.write(f"... (max_group_depth is {self.most_depth})\n")
            return
        is_outermost = self.depth == 0
        if is_outermost:
            self.depth = 1
        self.add_entries("Exception Group Traceback (most recent call last):\n", traceback, "+ " if is_outermost else "| ")
        self.add_message(group)
        self.add_members(_asking(self.uncaught)(group, "exceptions"))
        if is_outermost:
            self.depth = 0

    def add_members(self, members):
        """The exceptions of a group, each under a line with its number."""
        shown = members[: self.most_width]
        titles = [str(at + 1) for at in range(len(shown))]
        hidden = len(members) - len(shown)
        if hidden:
            titles.append("...")
        self.needs_close = False
        for at, title in enumerate(titles):
            is_last = at == len(titles) - 1
            if is_last:
                # The line that ends the group. A group that is its last member writes it instead.
                self.needs_close = True
            self.texts.append(f"{self.indent()}{'+-' if at == 0 else '  '}+---------------- {title} ----------------\n")
            self.depth += 1
            if at < len(shown):
                self.add_chain(shown[at], _asking(self.uncaught)(shown[at], "__traceback__"))
            else:
                self.write(f"and {hidden} more exception{'s' if hidden > 1 else ''}\n")
            if is_last and self.needs_close:
                self.texts.append(f"{self.indent()}+------------------------------------\n")
                self.needs_close = False
            self.depth -= 1


def traceback_entries(traceback, limit=None):
    """What is known of the frames of a traceback: file, line, name, source line, end line, column, end column."""
    return limited(_traceback_entries(traceback), limit)


def limited(entries, limit):
    """The first entries up to a limit, or the last where that is negative; `sys.tracebacklimit` counts where none is given."""
    if limit is None:
        limit = _limit_of_program()
        if limit is None:
            return entries
        if limit < 0:
            limit = 0
    return entries[:limit] if limit >= 0 else entries[limit:]


def _limit_of_program():
    """What the program has set as `sys.tracebacklimit`."""
    found = _hook("tracebacklimit")
    return found[0] if found else None


def _printed_entries(traceback):
    """The entries that the interpreter itself writes: the last ones, where there is a limit."""
    limit = _limit_of_program()
    if not _is_a(limit, int):
        limit = _ENTRIES_PRINTED
    return _traceback_entries(traceback)[-limit:] if limit > 0 else []


def format_entries(entries, uncaught=False, format=None):
    """The texts of entries, runs of the same one cut short. `format`, where given, makes the text of the entry at a position."""
    texts = []
    last, count = None, 0
    for at, entry in enumerate(entries):
        place = entry[:3]
        if place != last:
            _add_repeats(texts, count)
            last, count = place, 0
        count += 1
        if count <= _REPEATS_SHOWN:
            text = format_entry(entry, uncaught) if format is None else format(at)
            if text is not None:
                texts.append(text)
    _add_repeats(texts, count)
    return texts


def _add_repeats(texts, count):
    more = count - _REPEATS_SHOWN
    if more > 0:
        texts.append(f"  [Previous line repeated {more} more time{'s' if more > 1 else ''}]\n")


def format_entry(entry, uncaught=False):
    """The text of an entry: its place, the source line, and under it what of it was at work."""
    file, line, name, source, end_line, column, end_column = entry
    text = f'  File "{file}", line {line}, in {name}\n'
    shown = source.strip()
    if not shown:
        return text
    # The module `traceback` strips the line on both sides, and what it strips behind it moves the carets.
    begin = len(source) - len(source.lstrip())
    behind = 0 if uncaught else len(source) - len(source.rstrip())
    if uncaught:
        shown = source[begin:]
    text += f"    {shown}\n"
    if column is None or end_column is None:
        return text
    anchors = None
    if line == end_line:
        anchors = _caret_anchors(source[column:end_column])
    else:
        end_column = len(source.rstrip())
    if end_column - column >= len(shown) and (anchors is None or anchors[0] >= anchors[1]):
        return text
    pointed = source[column:end_column]
    width = _display_width(pointed)
    indent = " " * (4 + _display_width(source[:column]) - begin - behind)
    if anchors is None:
        return f"{text}{indent}{'^' * width}\n"
    left, right = [_display_width(pointed[:at]) for at in anchors]
    return f"{text}{indent}{'~' * left}{'^' * (right - left)}{'~' * (width - right)}\n"


def format_message(exception, uncaught=False):
    """What was raised: its type, its message, its notes."""
    notes = getattr(exception, "__notes__", None)
    name = exception_name(exception)
    if _is_a(exception, SyntaxError):
        texts = _syntax_error_texts(name, exception)
    else:
        if uncaught:
            _ask_for_place(exception)
        message = safe_text(exception, "exception")
        text = f"{name}: {message}" if message else name
        if uncaught:
            text += _did_you_mean(exception)
        texts = [text + "\n"]
    if isinstance(notes, (list, tuple, str, bytes, bytearray, range)):
        for note in notes:
            texts.extend([line + "\n" for line in safe_text(note, "note").split("\n")])
    elif notes is not None:
        texts.append(safe_text(notes, "__notes__", repr))
    return texts


def _ask_for_place(exception):
    """Asks an exception that is no SyntaxError whether it has the attributes of one, as the interpreter does."""
    try:
        for name in ("print_file_and_line", "msg", "filename", "lineno", "offset", "text"):
            found = getattr(exception, name)
            if name == "lineno" and not _is_a(found, int) or name == "offset" and not _is_a(found, int) and found is not None:
                return
    except BaseException:
        pass


def exception_name(exception):
    """The name of an exception's class, with its module unless everybody knows it."""
    cls = type(exception)
    module = cls.__module__
    if module == "__main__" or module == "builtins":
        return cls.__qualname__
    return f"{module if isinstance(module, str) else '<unknown>'}.{cls.__qualname__}"


def safe_text(value, what, function=str):
    try:
        return function(value)
    except Exception:
        return f"<{what} {function.__name__}() failed>"


def _syntax_error_texts(name, error):
    """A syntax error with its place in the source."""
    texts = []
    behind = ""
    if error.lineno is not None:
        texts.append(f'  File "{error.filename or "<string>"}", line {error.lineno}\n')
    elif error.filename is not None:
        behind = f" ({error.filename})"
    if error.text is not None:
        line = error.text.rstrip("\n")
        shown = line.lstrip(" \n\f")
        texts.append(f"    {shown}\n")
        if error.offset is not None:
            end = error.end_offset or error.offset
            if end == error.offset or end == -1:
                end = error.offset + 1
            begin = error.offset - 1 - (len(line) - len(shown))
            if begin >= 0:
                # White space that is no space keeps its place above the carets.
                indent = "".join([char if char.isspace() else " " for char in shown[:begin]])
                texts.append(f"    {indent}{'^' * (end - error.offset)}\n")
    texts.append(f"{name}: {error.msg or '<no detail available>'}{behind}\n")
    return texts


def _did_you_mean(exception):
    """The known name that is closest to one that is not known."""
    cls = type(exception)
    if cls is not AttributeError and cls is not NameError:
        return ""
    name = getattr(exception, "name", None)
    if not isinstance(name, str):
        return ""
    groups = [_dir_or_nothing(exception.obj)] if cls is AttributeError else _names_in_scope(exception.__traceback__)
    for group in groups:
        suggestion = _closest_name(name, group)
        if suggestion is not None:
            return f". Did you mean: '{suggestion}'?"
    return ""


def _dir_or_nothing(obj):
    try:
        return dir(obj)
    except Exception:
        return []


def report_uncaught(exception):
    """Tells of an exception that ends the program; `sys.excepthook` may be the program's."""
    hook = _hook("excepthook")
    if not hook:
        if hook is not None:
            _write("sys.excepthook is missing\n", 1)
        _report(exception)
        return
    import sys

    sys.last_type, sys.last_value, sys.last_traceback = type(exception), exception, _asking(True)(exception, "__traceback__")
    try:
        hook[0](type(exception), exception, _asking(True)(exception, "__traceback__"))
    except SystemExit:
        raise
    except BaseException as error:
        _write("Error in sys.excepthook:\n", 1)
        _report(error)
        _write("\nOriginal exception was:\n", 1)
        _report(exception)


def _report(exception):
    for text in format_exception(exception, uncaught=True):
        _write(text, 1)


def unraisable(exception, obj):
    """Tells of an exception that was raised where nobody can catch it; `sys.unraisablehook` may be the program's."""
    # The frames that it names die after the exception, and what that holds.
    trace = _asking(True)(exception, "__traceback__")
    hook = _hook("unraisablehook")
    if not hook or hook[0] is None:
        _report_unraisable(exception, obj)
        return
    from sys import _UnraisableHookArgs

    try:
        hook[0](_UnraisableHookArgs((type(exception), exception, trace, None, obj)))
    except BaseException as error:
        _report_unraisable(error, hook[0], "Exception ignored in sys.unraisablehook")


def _report_unraisable(exception, obj, told="Exception ignored in"):
    if obj is not None:
        _write(f"{told}: {safe_text(obj, 'object', repr)}\n", 1)
    entries = _printed_entries(_asking(True)(exception, "__traceback__"))
    if entries:
        _write("Traceback (most recent call last):\n", 1)
        for text in format_entries(entries, True):
            _write(text, 1)
    message = safe_text(exception, "exception")
    name = exception_name(exception)
    _write(f"{name}: {message}\n", 1)
