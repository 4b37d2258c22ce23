"""What an object is, where a generator stands, and how a function may be called.

https://docs.python.org/3.11/library/inspect.html, without source files.
"""

from collections import namedtuple
import types
from types import (
    AsyncGeneratorType,
    BuiltinFunctionType,
    CodeType,
    CoroutineType,
    FrameType,
    FunctionType,
    GeneratorType,
    GetSetDescriptorType,
    MethodType,
    ModuleType,
    TracebackType,
)

# The names and their order are CPython's.
__all__ = [
    'ArgInfo',
    'Arguments',
    'Attribute',
    'BlockFinder',
    'BoundArguments',
    'CORO_CLOSED',
    'CORO_CREATED',
    'CORO_RUNNING',
    'CORO_SUSPENDED',
    'CO_ASYNC_GENERATOR',
    'CO_COROUTINE',
    'CO_GENERATOR',
    'CO_ITERABLE_COROUTINE',
    'CO_NESTED',
    'CO_NEWLOCALS',
    'CO_NOFREE',
    'CO_OPTIMIZED',
    'CO_VARARGS',
    'CO_VARKEYWORDS',
    'ClassFoundException',
    'ClosureVars',
    'EndOfBlock',
    'FrameInfo',
    'FullArgSpec',
    'GEN_CLOSED',
    'GEN_CREATED',
    'GEN_RUNNING',
    'GEN_SUSPENDED',
    'Parameter',
    'Signature',
    'TPFLAGS_IS_ABSTRACT',
    'Traceback',
    'classify_class_attrs',
    'cleandoc',
    'currentframe',
    'findsource',
    'formatannotation',
    'formatannotationrelativeto',
    'formatargvalues',
    'get_annotations',
    'getabsfile',
    'getargs',
    'getargvalues',
    'getattr_static',
    'getblock',
    'getcallargs',
    'getclasstree',
    'getclosurevars',
    'getcomments',
    'getcoroutinelocals',
    'getcoroutinestate',
    'getdoc',
    'getfile',
    'getframeinfo',
    'getfullargspec',
    'getgeneratorlocals',
    'getgeneratorstate',
    'getinnerframes',
    'getlineno',
    'getmembers',
    'getmembers_static',
    'getmodule',
    'getmodulename',
    'getmro',
    'getouterframes',
    'getsource',
    'getsourcefile',
    'getsourcelines',
    'indentsize',
    'isabstract',
    'isasyncgen',
    'isasyncgenfunction',
    'isawaitable',
    'isbuiltin',
    'isclass',
    'iscode',
    'iscoroutine',
    'iscoroutinefunction',
    'isdatadescriptor',
    'isframe',
    'isfunction',
    'isgenerator',
    'isgeneratorfunction',
    'isgetsetdescriptor',
    'ismemberdescriptor',
    'ismethod',
    'ismethoddescriptor',
    'ismethodwrapper',
    'ismodule',
    'isroutine',
    'istraceback',
    'signature',
    'stack',
    'trace',
    'unwrap',
    'walktree',
]

ArgInfo = namedtuple('ArgInfo', 'args varargs keywords locals')
Arguments = namedtuple('Arguments', 'args, varargs, varkw')
Attribute = namedtuple('Attribute', 'name kind defining_class object')
ClosureVars = namedtuple('ClosureVars', 'nonlocals globals builtins unbound')
FrameInfo = namedtuple('FrameInfo', 'frame filename lineno function code_context index')
FullArgSpec = namedtuple('FullArgSpec', 'args varargs varkw defaults kwonlyargs kwonlydefaults annotations')
Traceback = namedtuple('Traceback', 'filename lineno function code_context index')

TPFLAGS_IS_ABSTRACT = 1 << 20

CO_NOFREE = 0x40
CO_OPTIMIZED = 0x1
CO_NEWLOCALS = 0x2
CO_VARARGS = 0x4
CO_VARKEYWORDS = 0x8
CO_NESTED = 0x10
CO_GENERATOR = 0x20
CO_COROUTINE = 0x80
CO_ITERABLE_COROUTINE = 0x100
CO_ASYNC_GENERATOR = 0x200

GEN_CREATED = 'GEN_CREATED'
GEN_RUNNING = 'GEN_RUNNING'
GEN_SUSPENDED = 'GEN_SUSPENDED'
GEN_CLOSED = 'GEN_CLOSED'

CORO_CREATED = 'CORO_CREATED'
CORO_RUNNING = 'CORO_RUNNING'
CORO_SUSPENDED = 'CORO_SUSPENDED'
CORO_CLOSED = 'CORO_CLOSED'


# The states of generators and coroutines, and their variables.


def getgeneratorstate(generator):
    """One of GEN_CREATED, GEN_RUNNING, GEN_SUSPENDED, GEN_CLOSED."""
    if generator.gi_running:
        return GEN_RUNNING
    if generator.gi_suspended:
        return GEN_SUSPENDED
    return GEN_CLOSED if generator.gi_frame is None else GEN_CREATED


def getcoroutinestate(coroutine):
    """One of CORO_CREATED, CORO_RUNNING, CORO_SUSPENDED, CORO_CLOSED."""
    if coroutine.cr_running:
        return CORO_RUNNING
    if coroutine.cr_suspended:
        return CORO_SUSPENDED
    return CORO_CLOSED if coroutine.cr_frame is None else CORO_CREATED


def getgeneratorlocals(generator):
    """A generator's variables, by name; none once it has ended."""
    if not isgenerator(generator):
        raise TypeError(f'{generator!r} is not a Python generator')
    frame = getattr(generator, 'gi_frame', None)
    return {} if frame is None else frame.f_locals


def getcoroutinelocals(coroutine):
    """A coroutine's variables, by name; none once it has ended."""
    frame = getattr(coroutine, 'cr_frame', None)
    return {} if frame is None else frame.f_locals


# What an object is.


def isgenerator(object):
    return isinstance(object, GeneratorType)


def iscoroutine(object):
    return isinstance(object, CoroutineType)


def isasyncgen(object):
    return isinstance(object, AsyncGeneratorType)


def isawaitable(object):
    """Whether `await` takes it."""
    return (
        isinstance(object, CoroutineType)
        or isinstance(object, GeneratorType)
        and bool(object.gi_code.co_flags & CO_ITERABLE_COROUTINE)
        or getattr(type(object), '__await__', None) is not None
    )


def _has_flag(function, flag):
    """Whether the code of a function has this flag, seen through methods and partial calls."""
    from functools import partial

    while True:
        if isinstance(function, MethodType):
            function = function.__func__
        elif isinstance(function, partial):
            function = function.func
        else:
            break
    return isinstance(function, FunctionType) and bool(function.__code__.co_flags & flag)


def isgeneratorfunction(obj):
    """Whether a call of it gives a generator."""
    return _has_flag(obj, CO_GENERATOR)


def iscoroutinefunction(obj):
    """Whether a call of it gives a coroutine: those made by `async def`."""
    return _has_flag(obj, CO_COROUTINE)


def isasyncgenfunction(obj):
    """Whether a call of it gives an async generator."""
    return _has_flag(obj, CO_ASYNC_GENERATOR)


def isfunction(object):
    return isinstance(object, FunctionType)


def ismethod(object):
    return isinstance(object, MethodType)


def isclass(object):
    return isinstance(object, type)


def ismodule(object):
    return isinstance(object, ModuleType)


def isbuiltin(object):
    return isinstance(object, BuiltinFunctionType)


def ismethoddescriptor(obj):
    if isclass(obj) or ismethod(obj) or isfunction(obj):
        return False
    return hasattr(type(obj), '__get__') and not hasattr(type(obj), '__set__')


def isroutine(object):
    return isbuiltin(object) or isfunction(object) or ismethod(object) or ismethoddescriptor(object)


def isdatadescriptor(object):
    if isclass(object) or ismethod(object) or isfunction(object):
        return False
    return hasattr(type(object), '__set__') or hasattr(type(object), '__delete__')


def isgetsetdescriptor(object):
    return isinstance(object, GetSetDescriptorType)


def isframe(object):
    return isinstance(object, FrameType)


def istraceback(object):
    return isinstance(object, TracebackType)


def iscode(object):
    return isinstance(object, CodeType)


def isabstract(object):
    """Whether it is a class that can't have instances."""
    if not isinstance(object, type):
        return False
    if '__abstractmethods__' in object.__dict__ or not any(['__abstractmethods__' in base.__dict__ for base in object.__mro__]):
        return bool(getattr(object, '__abstractmethods__', False))
    # It is being made: `__init_subclass__` asks.
    for value in object.__dict__.values():
        if getattr(value, '__isabstractmethod__', False):
            return True
    inherited = [name for base in object.__bases__ for name in getattr(base, '__abstractmethods__', ())]
    return any([getattr(getattr(object, name, None), '__isabstractmethod__', False) for name in inherited])


def getmembers(object, predicate=None):
    """The attributes as pairs of name and value, sorted by name."""
    found = []
    for name in dir(object):
        try:
            value = getattr(object, name)
        except AttributeError:
            continue
        if predicate is None or predicate(value):
            found.append((name, value))
    return sorted(found, key=lambda pair: pair[0])


def getmro(cls):
    return cls.__mro__


def getmodule(object):
    import sys

    return sys.modules.get(getattr(object, '__module__', None))


def unwrap(func, *, stop=None):
    """Follows `__wrapped__` to the function inside."""
    seen = {id(func)}
    first = func
    while hasattr(func, '__wrapped__') and not (stop is not None and stop(func)):
        func = func.__wrapped__
        if id(func) in seen:
            raise ValueError(f'wrapper loop when unwrapping {first!r}')
        seen.add(id(func))
    return func


# Frames.


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


def _frame_info(frame, lineno, context):
    from linecache import getline

    line = getline(frame.f_code.co_filename, lineno) if context else ''
    return FrameInfo(frame, frame.f_code.co_filename, lineno, frame.f_code.co_name, [line] if line else None, 0 if line else None)


def getframeinfo(frame, context=1):
    """Where a frame, or a traceback, is."""
    lineno = frame.tb_lineno if istraceback(frame) else frame.f_lineno
    info = _frame_info(frame.tb_frame if istraceback(frame) else frame, lineno, context)
    return Traceback(*info[1:])


def getouterframes(frame, context=1):
    """What is known about a frame and those that called it."""
    found = []
    while frame is not None:
        found.append(_frame_info(frame, frame.f_lineno, context))
        frame = frame.f_back
    return found


def getinnerframes(tb, context=1):
    """What is known about the frames of a traceback."""
    found = []
    while tb is not None:
        found.append(_frame_info(tb.tb_frame, tb.tb_lineno, context))
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
    owner = getattr(object, '__self__', None)
    name = getattr(object, '__name__', None)
    if owner is None or name is None:
        return None
    for base in (owner if isclass(owner) else type(owner)).__mro__:
        doc = getattr(getattr(base, name, None), '__doc__', None)
        if doc is not None:
            return doc
    return None


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


# Signatures.


class _empty:
    """There is none."""


class _ParameterKind(int):
    """How arguments reach a parameter."""

    def __str__(self):
        return _KIND_NAMES[self]

    @property
    def name(self):
        return _KIND_NAMES[self]

    @property
    def description(self):
        return _KIND_TEXTS[self]

    def __repr__(self):
        return f'<_ParameterKind.{_KIND_NAMES[self]}: {int(self)}>'


_KIND_NAMES = ['POSITIONAL_ONLY', 'POSITIONAL_OR_KEYWORD', 'VAR_POSITIONAL', 'KEYWORD_ONLY', 'VAR_KEYWORD']
_KIND_TEXTS = ['positional-only', 'positional or keyword', 'variadic positional', 'keyword-only', 'variadic keyword']
_KINDS = [_ParameterKind(kind) for kind in range(5)]
_POSITIONAL_ONLY, _POSITIONAL_OR_KEYWORD, _VAR_POSITIONAL, _KEYWORD_ONLY, _VAR_KEYWORD = _KINDS


class Parameter:
    """One parameter: its name, its kind, its default, its annotation."""

    empty = _empty
    POSITIONAL_ONLY = _POSITIONAL_ONLY
    POSITIONAL_OR_KEYWORD = _POSITIONAL_OR_KEYWORD
    VAR_POSITIONAL = _VAR_POSITIONAL
    KEYWORD_ONLY = _KEYWORD_ONLY
    VAR_KEYWORD = _VAR_KEYWORD

    def __init__(self, name, kind, *, default=_empty, annotation=_empty):
        if not isinstance(name, str):
            raise TypeError(f'name must be a str, not a {type(name).__name__}')
        if not name.isidentifier():
            raise ValueError(f'{name!r} is not a valid parameter name')
        kind = _KINDS[kind]
        if default is not _empty and kind in (_VAR_POSITIONAL, _VAR_KEYWORD):
            raise ValueError(f'{kind.description} parameters cannot have default values')
        self._name = name
        self._kind = kind
        self._default = default
        self._annotation = annotation

    name = property(lambda self: self._name)
    kind = property(lambda self: self._kind)
    default = property(lambda self: self._default)
    annotation = property(lambda self: self._annotation)

    def replace(self, **changes):
        """The same parameter with some of it changed."""
        given = {'name': self._name, 'kind': self._kind, 'default': self._default, 'annotation': self._annotation, **changes}
        return type(self)(given.pop('name'), given.pop('kind'), **given)

    def __str__(self):
        text = self._name
        if self._annotation is not _empty:
            text += f': {formatannotation(self._annotation)}'
        if self._default is not _empty:
            text += f' = {self._default!r}' if self._annotation is not _empty else f'={self._default!r}'
        return {_VAR_POSITIONAL: '*', _VAR_KEYWORD: '**'}.get(self._kind, '') + text

    def __repr__(self):
        return f'<{type(self).__name__} "{self}">'

    def _key(self):
        return self._name, self._kind, self._default, self._annotation

    def __eq__(self, other):
        return self._key() == other._key() if isinstance(other, Parameter) else NotImplemented

    def __hash__(self):
        return hash((self._name, self._kind, self._annotation))


class BoundArguments:
    """Arguments, by the parameters that they reach."""

    def __init__(self, signature, arguments):
        self.signature = signature
        self.arguments = arguments

    @property
    def args(self):
        """Those to be given by position."""
        args = []
        for name, parameter in self.signature.parameters.items():
            if parameter.kind in (_VAR_KEYWORD, _KEYWORD_ONLY) or name not in self.arguments:
                break
            if parameter.kind == _VAR_POSITIONAL:
                args.extend(self.arguments[name])
            else:
                args.append(self.arguments[name])
        return tuple(args)

    @property
    def kwargs(self):
        """Those to be given by keyword."""
        kwargs = {}
        by_keyword = False
        for name, parameter in self.signature.parameters.items():
            if parameter.kind in (_VAR_KEYWORD, _KEYWORD_ONLY) or name not in self.arguments:
                by_keyword = True
            if by_keyword and name in self.arguments:
                if parameter.kind == _VAR_KEYWORD:
                    kwargs.update(self.arguments[name])
                else:
                    kwargs[name] = self.arguments[name]
        return kwargs

    def apply_defaults(self):
        """Adds the defaults of the parameters that got nothing."""
        arguments = {}
        for name, parameter in self.signature.parameters.items():
            if name in self.arguments:
                arguments[name] = self.arguments[name]
            elif parameter.default is not _empty:
                arguments[name] = parameter.default
            elif parameter.kind == _VAR_POSITIONAL:
                arguments[name] = ()
            elif parameter.kind == _VAR_KEYWORD:
                arguments[name] = {}
        self.arguments = arguments

    def __eq__(self, other):
        if not isinstance(other, BoundArguments):
            return NotImplemented
        return self.signature == other.signature and self.arguments == other.arguments

    def __repr__(self):
        return f"<{type(self).__name__} ({', '.join([f'{name}={value!r}' for name, value in self.arguments.items()])})>"


class Signature:
    """The parameters of a callable, and what it says it returns."""

    empty = _empty

    def __init__(self, parameters=None, *, return_annotation=_empty):
        self._parameters = {}
        highest = _POSITIONAL_ONLY
        seen_default = False
        for parameter in parameters or ():
            if parameter.kind < highest:
                raise ValueError(f'wrong parameter order: {highest.description} parameter before {parameter.kind.description} parameter')
            highest = parameter.kind
            if parameter.kind in (_POSITIONAL_ONLY, _POSITIONAL_OR_KEYWORD):
                if parameter.default is not _empty:
                    seen_default = True
                elif seen_default:
                    raise ValueError('non-default argument follows default argument')
            if parameter.name in self._parameters:
                raise ValueError(f'duplicate parameter name: {parameter.name!r}')
            self._parameters[parameter.name] = parameter
        self._return_annotation = return_annotation

    @classmethod
    def from_callable(cls, obj, *, follow_wrapped=True, globals=None, locals=None, eval_str=False):
        return signature(obj, follow_wrapped=follow_wrapped)

    @property
    def parameters(self):
        return types.MappingProxyType(self._parameters)

    @property
    def return_annotation(self):
        return self._return_annotation

    def replace(self, *, parameters=None, return_annotation=None):
        """The same signature with some of it changed."""
        return type(self)(
            self._parameters.values() if parameters is None else parameters,
            return_annotation=self._return_annotation if return_annotation is None else return_annotation,
        )

    def bind(self, /, *args, **kwargs):
        """Which parameter each argument reaches, as in a call."""
        return self._bind(args, kwargs, False)

    def bind_partial(self, /, *args, **kwargs):
        """The same, where arguments may be missing."""
        return self._bind(args, kwargs, True)

    def _bind(self, args, kwargs, partial):
        arguments = {}
        values = list(args)
        left = dict(kwargs)
        for name, parameter in self._parameters.items():
            kind = parameter.kind
            if kind == _VAR_POSITIONAL:
                if values:
                    arguments[name] = tuple(values)
                    values = []
            elif kind == _VAR_KEYWORD:
                if left:
                    arguments[name] = left
                    left = {}
            elif values and kind != _KEYWORD_ONLY:
                if name in left and kind == _POSITIONAL_OR_KEYWORD:
                    raise TypeError(f'multiple values for argument {name!r}')
                arguments[name] = values.pop(0)
            elif name in left and kind != _POSITIONAL_ONLY:
                arguments[name] = left.pop(name)
            elif parameter.default is _empty and not partial:
                raise TypeError(f'missing a required argument: {name!r}')
            if values and kind == _KEYWORD_ONLY:
                break
        if values:
            raise TypeError('too many positional arguments')
        if left:
            raise TypeError(f'got an unexpected keyword argument {next(iter(left))!r}')
        return BoundArguments(self, arguments)

    def __str__(self):
        pieces = []
        slash = star = False
        for parameter in self._parameters.values():
            kind = parameter.kind
            if kind == _POSITIONAL_ONLY:
                slash = True
            elif slash:
                pieces.append('/')
                slash = False
            if kind == _VAR_POSITIONAL:
                star = True
            elif kind == _KEYWORD_ONLY and not star:
                pieces.append('*')
                star = True
            pieces.append(str(parameter))
        if slash:
            pieces.append('/')
        text = f"({', '.join(pieces)})"
        if self._return_annotation is not _empty:
            text += f' -> {formatannotation(self._return_annotation)}'
        return text

    def __repr__(self):
        return f'<{type(self).__name__} {self}>'

    def __eq__(self, other):
        if not isinstance(other, Signature):
            return NotImplemented
        return self._return_annotation == other._return_annotation and self._parameters == other._parameters

    def __hash__(self):
        return hash((tuple(self._parameters.values()), self._return_annotation))


def formatannotation(annotation, base_module=None):
    """An annotation as a signature shows it."""
    if getattr(annotation, '__module__', None) == 'typing':
        return repr(annotation).replace('typing.', '')
    if isinstance(annotation, types.GenericAlias):
        return str(annotation)
    if isinstance(annotation, type):
        if annotation.__module__ in ('builtins', base_module):
            return annotation.__qualname__
        return f'{annotation.__module__}.{annotation.__qualname__}'
    return repr(annotation)


def signature(obj, *, follow_wrapped=True, globals=None, locals=None, eval_str=False):
    """The signature of a callable."""
    if not callable(obj):
        raise TypeError(f'{obj!r} is not a callable object')
    if isinstance(obj, MethodType):
        return _without_first(signature(obj.__func__))
    if follow_wrapped:
        obj = unwrap(obj, stop=lambda func: hasattr(func, '__signature__'))
        if isinstance(obj, MethodType):
            return signature(obj)
    given = getattr(obj, '__signature__', None)
    if given is not None:
        return given
    from functools import partial

    if isinstance(obj, FunctionType):
        return _of_function(obj)
    if isinstance(obj, partial):
        return _of_partial(obj)
    if isinstance(obj, type):
        return _of_class(obj)
    text = getattr(obj, '__text_signature__', None)
    if text:
        told = _of_text(text)
        is_bound = '$' in text and not hasattr(obj, '__objclass__')
        return _without_first(told) if is_bound else told
    call = getattr(type(obj), '__call__', None)
    if isinstance(call, FunctionType):
        return _without_first(signature(call))
    raise ValueError(f'no signature found for builtin {obj!r}')


def _without_first(sig):
    """The signature of a bound method: what is bound is not to be given any more."""
    parameters = list(sig.parameters.values())
    if not parameters:
        raise ValueError('invalid method signature')
    if parameters[0].kind in (_POSITIONAL_ONLY, _POSITIONAL_OR_KEYWORD):
        parameters = parameters[1:]
    return sig.replace(parameters=parameters)


def _of_function(function):
    code = function.__code__
    names = code.co_varnames
    positional = code.co_argcount
    keyword_only = code.co_kwonlyargcount
    annotations = function.__annotations__
    defaults = function.__defaults__ or ()
    kwdefaults = function.__kwdefaults__ or {}
    first_default = positional - len(defaults)
    parameters = []

    def add(name, kind, default=_empty):
        parameters.append(Parameter(name, kind, default=default, annotation=annotations.get(name, _empty)))

    for position, name in enumerate(names[:positional]):
        kind = _POSITIONAL_ONLY if position < code.co_posonlyargcount else _POSITIONAL_OR_KEYWORD
        add(name, kind, defaults[position - first_default] if position >= first_default else _empty)
    rest = positional + keyword_only
    if code.co_flags & CO_VARARGS:
        add(names[rest], _VAR_POSITIONAL)
        rest += 1
    for name in names[positional : positional + keyword_only]:
        add(name, _KEYWORD_ONLY, kwdefaults.get(name, _empty))
    if code.co_flags & CO_VARKEYWORDS:
        add(names[rest], _VAR_KEYWORD)
    return Signature(parameters, return_annotation=annotations.get('return', _empty))


def _of_partial(obj):
    """What may still be given: by position no more than is left, and by keyword what was given has become a default."""
    inner = signature(obj.func)
    try:
        bound = inner.bind_partial(*obj.args, **obj.keywords)
    except TypeError as error:
        raise ValueError(f'partial object {obj!r} has incorrect arguments') from error
    parameters = []
    keyword_only = False
    given = len(obj.args)
    for position, (name, parameter) in enumerate(inner.parameters.items()):
        if parameter.kind in (_POSITIONAL_ONLY, _POSITIONAL_OR_KEYWORD):
            if position < given:
                continue
            if name in bound.arguments:
                parameter = parameter.replace(default=bound.arguments[name])
                keyword_only = True
            if keyword_only:
                parameter = parameter.replace(kind=_KEYWORD_ONLY)
        elif parameter.kind == _KEYWORD_ONLY and name in bound.arguments:
            parameter = parameter.replace(default=bound.arguments[name])
        elif parameter.kind == _VAR_POSITIONAL and keyword_only:
            continue
        parameters.append(parameter)
    return inner.replace(parameters=parameters)


def _of_class(cls):
    call = getattr(type(cls), '__call__', None)
    if isinstance(call, FunctionType):
        return _without_first(signature(call))
    for name in ('__new__', '__init__'):
        method = getattr(cls, name, None)
        if isinstance(method, FunctionType):
            return _without_first(signature(method))
    text = getattr(cls, '__text_signature__', None)
    if text:
        return _of_text(text)
    if cls.__init__ is object.__init__ and cls.__new__ is object.__new__:
        return Signature()
    raise ValueError(f'no signature found for builtin type {cls!r}')


def _of_text(text):
    """The signature of a native, read off its parameter list."""
    parameters = []
    kind = _POSITIONAL_OR_KEYWORD
    for part in text.strip('()').split(','):
        part = part.strip()
        if part == '/':
            parameters = [parameter.replace(kind=_POSITIONAL_ONLY) for parameter in parameters]
        elif part == '*':
            kind = _KEYWORD_ONLY
        elif part.startswith('**'):
            parameters.append(Parameter(part[2:], _VAR_KEYWORD))
        elif part.startswith('*'):
            parameters.append(Parameter(part[1:], _VAR_POSITIONAL))
            kind = _KEYWORD_ONLY
        elif part:
            name, equals, default = part.removeprefix('$').partition('=')
            parameters.append(Parameter(name, kind, default=_literal(default) if equals else _empty))
    return Signature(parameters)


def _literal(text):
    """A default value as natives write them."""
    known = {'None': None, 'True': True, 'False': False, "b' '": b' ', "b''": b''}
    if text in known:
        return known[text]
    if text[:1] in '\'"':
        return text[1:-1].replace('\\n', '\n')
    try:
        return float(text) if '.' in text or 'e' in text else int(text)
    except ValueError:
        return text


def getfullargspec(func):
    """The parameters of a function, in the old form."""
    sig = signature(func, follow_wrapped=False)
    args, kwonlyargs, defaults, kwdefaults, annotations = [], [], [], {}, {}
    varargs = varkw = None
    if sig.return_annotation is not _empty:
        annotations['return'] = sig.return_annotation
    for name, parameter in sig.parameters.items():
        if parameter.kind in (_POSITIONAL_ONLY, _POSITIONAL_OR_KEYWORD):
            args.append(name)
            if parameter.default is not _empty:
                defaults.append(parameter.default)
        elif parameter.kind == _VAR_POSITIONAL:
            varargs = name
        elif parameter.kind == _KEYWORD_ONLY:
            kwonlyargs.append(name)
            if parameter.default is not _empty:
                kwdefaults[name] = parameter.default
        else:
            varkw = name
        if parameter.annotation is not _empty:
            annotations[name] = parameter.annotation
    return FullArgSpec(args, varargs, varkw, tuple(defaults) or None, kwonlyargs, kwdefaults or None, annotations)


def getargs(co):
    """The names of the parameters of a code object."""
    if not iscode(co):
        raise TypeError(f'{co!r} is not a code object')
    names = co.co_varnames
    count = co.co_argcount + co.co_kwonlyargcount
    rest = iter(names[count:])
    varargs = next(rest) if co.co_flags & CO_VARARGS else None
    varkw = next(rest) if co.co_flags & CO_VARKEYWORDS else None
    return Arguments(list(names[:count]), varargs, varkw)


def getargvalues(frame):
    """The parameters of a frame, and its variables."""
    return ArgInfo(*getargs(frame.f_code), frame.f_locals)


def formatargvalues(
    args,
    varargs,
    varkw,
    locals,
    formatarg=str,
    formatvarargs=lambda name: '*' + name,
    formatvarkw=lambda name: '**' + name,
    formatvalue=lambda value: '=' + repr(value),
):
    """The parameters of a frame with their values, as they stand in a call."""
    parts = [formatarg(name) + formatvalue(locals[name]) for name in args]
    if varargs:
        parts.append(formatvarargs(varargs) + formatvalue(locals[varargs]))
    if varkw:
        parts.append(formatvarkw(varkw) + formatvalue(locals[varkw]))
    return f"({', '.join(parts)})"


def formatannotationrelativeto(object):
    """`formatannotation` for what is written in the module of an object."""
    module = getattr(object, '__module__', None)
    return lambda annotation: formatannotation(annotation, module)


def get_annotations(obj, *, globals=None, locals=None, eval_str=False):
    """A copy of the annotations of a function, class or module."""
    own = obj.__dict__.get('__annotations__', {}) if isinstance(obj, type) else getattr(obj, '__annotations__', None) or {}
    if not eval_str:
        return dict(own)
    from _annotation import value_of

    if globals is None:
        import sys

        globals = obj.__globals__ if hasattr(obj, '__globals__') else vars(sys.modules[obj.__module__])
    return {name: value_of(hint, globals, locals) if isinstance(hint, str) else hint for name, hint in own.items()}


# What is asked less often.


def getattr_static(obj, attr, default=_empty):
    """An attribute as it stands in an object or its class: no descriptor is asked."""
    if not isclass(obj):
        own = getattr(obj, '__dict__', None)
        if isinstance(own, dict) and attr in own:
            found = _in_mro(type(obj), attr)
            if not (isdatadescriptor(found) and found is not _empty):
                return own[attr]
        places = type(obj).__mro__
    else:
        places = (*obj.__mro__, *type(obj).__mro__)
    for place in places:
        if attr in place.__dict__:
            return place.__dict__[attr]
    if default is _empty:
        raise AttributeError(attr)
    return default


def _in_mro(cls, name):
    for base in cls.__mro__:
        if name in base.__dict__:
            return base.__dict__[name]
    return _empty


def getmembers_static(object, predicate=None):
    """As `getmembers`, but no descriptor is asked."""
    members = [(name, getattr_static(object, name, None)) for name in dir(object)]
    return [(name, value) for name, value in members if predicate is None or predicate(value)]


def getcallargs(func, /, *positional, **named):
    """What each parameter would get of these arguments."""
    bound = signature(func).bind(*positional, **named)
    bound.apply_defaults()
    return dict(bound.arguments)


def getclosurevars(func):
    """The names that a function takes from outside: of functions around it, of its module, of the builtins, and those found nowhere."""
    import builtins

    if ismethod(func):
        func = func.__func__
    if not isfunction(func):
        raise TypeError(f'{func!r} is not a Python function')
    code = func.__code__
    nonlocals = {name: cell.cell_contents for name, cell in zip(code.co_freevars, func.__closure__ or ())}
    own, built_in, unbound = {}, {}, set()
    names = func.__globals__
    for name in code.co_names:
        if name in names:
            own[name] = names[name]
        elif hasattr(builtins, name):
            built_in[name] = getattr(builtins, name)
        else:
            unbound.add(name)
    return ClosureVars(nonlocals, own, built_in, unbound)


def getclasstree(classes, unique=False):
    """Classes as nested lists, those that inherit from one behind it."""
    children, roots = {}, []
    for cls in classes:
        if not cls.__bases__:
            roots.append(cls)
        for parent in cls.__bases__:
            known = children.setdefault(parent, [])
            if cls not in known:
                known.append(cls)
            if unique and parent in classes:
                break
    roots.extend([parent for parent in children if parent not in classes])
    return walktree(roots, children, None)


def walktree(classes, children, parent):
    """The lists of `getclasstree`."""
    results = []
    for cls in sorted(classes, key=lambda cls: (cls.__module__, cls.__name__)):
        results.append((cls, cls.__bases__))
        if cls in children:
            results.append(walktree(children[cls], children, cls))
    return results


def classify_class_attrs(cls):
    """What each attribute of a class is, and which class defines it."""
    found = []
    for name in dir(cls):
        owner = next((base for base in cls.__mro__ if name in base.__dict__), None)
        value = owner.__dict__[name] if owner else getattr(cls, name)
        if isinstance(value, staticmethod):
            what = 'static method'
        elif isinstance(value, classmethod):
            what = 'class method'
        elif isinstance(value, property):
            what = 'property'
        else:
            what = 'method' if isroutine(value) else 'data'
        found.append(Attribute(name, what, owner, value))
    return found


def ismethodwrapper(object):
    import types

    return isinstance(object, types.MethodWrapperType)


def ismemberdescriptor(object):
    return isgetsetdescriptor(object)


def indentsize(line):
    """How far a line is indented."""
    line = line.expandtabs()
    return len(line) - len(line.lstrip())


def getmodulename(path):
    name = path.rpartition('/')[2]
    return name[:-3] if name.endswith('.py') else None
