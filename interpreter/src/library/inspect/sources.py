# Frames, source code and documentation.


def currentframe():
    """The caller's frame."""
    from _sys import _getframe

    return _getframe(1)


def getsourcelines(object):
    """The lines of the program where a function, class, method, frame or code object is written, and the number of the first."""
    from linecache import getlines

    lines = getlines('main.py')
    start = _first_line(unwrap(object) if callable(object) and not isclass(object) else object, lines)
    return _block(lines[start - 1 :]), start


def findsource(object):
    """All lines of the program, and the place among them where an object is written."""
    start = getsourcelines(object)[1]
    from linecache import getlines

    return getlines('main.py'), start - 1


def getblock(lines):
    """The lines of the statement that begins with the first."""
    return _block(lines)


class ClassFoundException(Exception):
    pass


class EndOfBlock(Exception):
    pass


class BlockFinder:
    """Is given one token of a source after the other; `last` is the last line of the block that begins with the first."""

    _NEWLINE, _INDENT, _DEDENT = 4, 5, 6

    def __init__(self):
        self.indent = 0
        self.started = self.islambda = False
        self.last = 1

    def tokeneater(self, type, token, srowcol, erowcol, line):
        if not self.started:
            self.started = token in ('def', 'class', 'lambda')
            self.islambda = token == 'lambda'
        elif type == self._NEWLINE:
            self.last = srowcol[0]
            if self.islambda:
                raise EndOfBlock
        elif type == self._INDENT:
            self.indent += 1
        elif type == self._DEDENT:
            self.indent -= 1
            if self.indent <= 0:
                raise EndOfBlock


def getabsfile(object, _filename=None):
    return _filename or getsourcefile(object)


def getsource(object):
    """The text of a function, class or method."""
    return ''.join(getsourcelines(object)[0])


def getsourcefile(object):
    return getfile(object)


def getfile(object):
    """The file where an object is written."""
    if ismodule(object):
        if getattr(object, '__file__', None):
            return object.__file__
        raise TypeError(f'{object!r} is a built-in module')
    if isclass(object):
        if object.__module__ == '__main__':
            return 'main.py'
        raise TypeError(f'{object!r} is a built-in class')
    return _code_of(object).co_filename


def _code_of(object):
    for name in ('__func__', '__code__', 'tb_frame', 'f_code'):
        object = getattr(object, name, object)
    if not iscode(object):
        raise TypeError(f'module, class, method, function, traceback, frame, or code object was expected, got {type(object).__name__}')
    return object


def _first_line(object, lines):
    if ismodule(object):
        return 1
    if not isclass(object):
        code = _code_of(object)
        if code.co_filename != 'main.py' and not code.co_filename.endswith('/main.py'):
            raise OSError('could not get source code')
        return code.co_firstlineno
    if object.__module__ != '__main__':
        raise TypeError(f'{object!r} is a built-in class')
    for at, line in enumerate(lines):
        words = line.replace('(', ' ').replace(':', ' ').split()
        if words[:2] == ['class', object.__name__]:
            while at and lines[at - 1].lstrip().startswith('@'):
                at -= 1
            return at + 1
    raise OSError('could not find class definition')


def _block(lines):
    """The lines of the statement that begins with the first: up to one that is indented no further."""
    margin = len(lines[0]) - len(lines[0].lstrip())
    end, in_head = 1, not _opens_block(lines[0])
    if in_head and not lines[0].lstrip().startswith(('@', 'def', 'class', 'async')):
        return lines[:1]
    for at in range(1, len(lines)):
        line = lines[at]
        text = line.strip()
        if not text or text.startswith('#') and not in_head and len(line) - len(line.lstrip()) <= margin:
            continue
        if not in_head and len(line) - len(line.lstrip()) <= margin:
            break
        in_head = in_head and not _opens_block(line)
        end = at + 1
    return lines[:end]


def _opens_block(line):
    """Whether the head of a definition ends on this line."""
    code = line.split('#')[0].rstrip()
    head = code.lstrip().startswith(('def ', 'class ', 'async def ', ')'))
    return code.endswith(':') or head and code.count('(') == code.count(')') and ':' in code


def getcomments(object):
    """The comments right before an object."""
    lines, start = getsourcelines(object)
    from linecache import getlines

    above = getlines('main.py')[: start - 1]
    comments = []
    while above and above[-1].lstrip().startswith('#'):
        comments.append(above.pop().lstrip())
    return ''.join(reversed(comments)) or None


def getlineno(frame):
    return frame.f_lineno


class _Positioned:
    """A named tuple that has its place in the source besides."""

    positions = None

    def __new__(cls, *fields, positions=None, **named_fields):
        made = super().__new__(cls, *fields, **named_fields)
        made.positions = positions
        return made

    def __repr__(self):
        return f'{super().__repr__()[:-1]}, positions={self.positions!r})'


class FrameInfo(_Positioned, namedtuple('_FrameInfo', 'frame filename lineno function code_context index')):
    """Where a frame is, and the lines around."""


class Traceback(_Positioned, namedtuple('_Traceback', 'filename lineno function code_context index')):
    """The same without the frame."""


def _frame_info(place, context):
    """Where a frame or the entry of a traceback is."""
    from _positions import Positions
    from linecache import getline

    frame, lineno = (place.tb_frame, place.tb_lineno) if istraceback(place) else (place, place.f_lineno)
    code = frame.f_code
    line = getline(code.co_filename, lineno) if context else ''
    lines, index = ([line], 0) if line else (None, None)
    return FrameInfo(frame, code.co_filename, lineno, code.co_name, lines, index, positions=Positions(*_position(place)))


def getframeinfo(frame, context=1):
    """Where a frame, or a traceback, is."""
    info = _frame_info(frame, context)
    return Traceback(*info[1:], positions=info.positions)


def getouterframes(frame, context=1):
    """What is known about a frame and those that called it."""
    found = []
    while frame is not None:
        found.append(_frame_info(frame, context))
        frame = frame.f_back
    return found


def getinnerframes(tb, context=1):
    """What is known about the frames of a traceback."""
    found = []
    while tb is not None:
        found.append(_frame_info(tb, context))
        tb = tb.tb_next
    return found


def stack(context=1):
    """The caller's frame and those above it."""
    from _sys import _getframe

    return getouterframes(_getframe(1), context)


def trace(context=1):
    """The frames of the exception that is being handled."""
    import sys

    return getinnerframes(sys.exc_info()[2], context)


# Documentation.


def getdoc(object):
    """The documentation of an object, or of what it overrides, with its indentation taken away."""
    doc = getattr(object, '__doc__', None)
    if doc is None:
        doc = _inherited_doc(object)
    return cleandoc(doc) if isinstance(doc, str) else None


def _inherited_doc(object):
    if isclass(object):
        places = [base for base in object.__mro__[1:] if base is not type(object)]
        for base in places:
            if base.__doc__ is not None and base.__module__ != 'builtins':
                return base.__doc__
        return None
    owner, name = _owner_and_name(object)
    if owner is None or name is None:
        return None
    slots = getattr(owner, '__slots__', None)
    if isinstance(slots, dict) and slots.get(name) is not None and ismemberdescriptor(object):
        return slots[name]
    for base in (owner if isclass(owner) else type(owner)).__mro__:
        doc = getattr(getattr(base, name, None), '__doc__', None)
        if doc is not None:
            return doc
    return None


def _owner_and_name(object):
    """The class that something stands in, or the instance that it is bound to, and its name there; None for what stands in no class."""
    if isinstance(object, property):
        object = object.fget
    name = getattr(object, '__name__', None)
    if ismemberdescriptor(object):
        return object.__objclass__, name
    return (_class_around(object) if isfunction(object) else getattr(object, '__self__', None)), name


def _class_around(function):
    """The class in which a function was defined, by its qualified name; None where there is none."""
    import sys

    found = sys.modules.get(getattr(function, '__module__', None))
    for name in getattr(function, '__qualname__', '').split('.')[:-1]:
        found = getattr(found, name, None)
    return found if isclass(found) else None


def cleandoc(doc):
    """Documentation without the indentation that its place in the source gave it."""
    lines = doc.expandtabs().split('\n')
    margins = [len(line) - len(line.lstrip()) for line in lines[1:] if line.strip()]
    margin = min(margins) if margins else 0
    lines = [lines[0].lstrip(), *[line[margin:] for line in lines[1:]]]
    while lines and not lines[-1]:
        lines.pop()
    while lines and not lines[0]:
        lines.pop(0)
    return '\n'.join(lines)
