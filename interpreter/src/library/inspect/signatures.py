# Signatures.


class _empty:
    """There is none."""


class _ParameterKind(enum.IntEnum):
    """How arguments reach a parameter."""

    POSITIONAL_ONLY = 'positional-only'
    POSITIONAL_OR_KEYWORD = 'positional or keyword'
    VAR_POSITIONAL = 'variadic positional'
    KEYWORD_ONLY = 'keyword-only'
    VAR_KEYWORD = 'variadic keyword'

    def __new__(cls, description):
        kind = int.__new__(cls, len(cls.__members__))
        kind._value_ = int(kind)
        kind.description = description
        return kind

    def __str__(self):
        return self.name


_POSITIONAL_ONLY, _POSITIONAL_OR_KEYWORD, _VAR_POSITIONAL, _KEYWORD_ONLY, _VAR_KEYWORD = _ParameterKind


class Parameter:
    """One parameter: its name, its kind, its default, its annotation."""

    empty = _empty
    POSITIONAL_ONLY = _POSITIONAL_ONLY
    POSITIONAL_OR_KEYWORD = _POSITIONAL_OR_KEYWORD
    VAR_POSITIONAL = _VAR_POSITIONAL
    KEYWORD_ONLY = _KEYWORD_ONLY
    VAR_KEYWORD = _VAR_KEYWORD

    def __init__(self, name, kind, *, default=_empty, annotation=_empty):
        try:
            kind = _ParameterKind(kind)
        except ValueError:
            raise ValueError(f'value {kind!r} is not a valid Parameter.kind')
        if default is not _empty and kind in (_VAR_POSITIONAL, _VAR_KEYWORD):
            raise ValueError(f'{kind.description} parameters cannot have default values')
        if not isinstance(name, str):
            raise TypeError(f'name must be a str, not a {type(name).__name__}')
        is_keyword = name in _KEYWORDS and kind != _POSITIONAL_ONLY
        if is_keyword or not name.isidentifier():
            raise ValueError(f'{name!r} is not a valid parameter name')
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
        self._parameters = OrderedDict()
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
            elif values and kind == _KEYWORD_ONLY:
                break
            elif values:
                if name in left and kind == _POSITIONAL_OR_KEYWORD:
                    raise TypeError(f'multiple values for argument {name!r}')
                arguments[name] = values.pop(0)
            elif name in left:
                if kind == _POSITIONAL_ONLY:
                    raise TypeError(f'{name!r} parameter is positional only, but was passed as a keyword')
                arguments[name] = left.pop(name)
            elif parameter.default is _empty and not partial:
                raise TypeError(f'missing a required argument: {name!r}')
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
        return self._key() == other._key()

    def _key(self):
        """What is equal where signatures are: the order of parameters that are given by keyword alone does not matter."""
        ordered = [parameter for parameter in self._parameters.values() if parameter.kind != _KEYWORD_ONLY]
        others = {parameter for parameter in self._parameters.values() if parameter.kind == _KEYWORD_ONLY}
        return ordered, others, self._return_annotation

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
    return _signature(obj, follow_wrapped, _without_first)


def _signature(obj, follow_wrapped, bind):
    """The same; `bind` says what becomes of the signature of a function whose first argument is given."""
    if not callable(obj):
        raise TypeError(f'{obj!r} is not a callable object')
    if isinstance(obj, types.MethodType):
        return bind(_signature(obj.__func__, follow_wrapped, bind))
    if follow_wrapped:
        obj = unwrap(obj, stop=lambda func: hasattr(func, '__signature__'))
        if isinstance(obj, types.MethodType):
            return _signature(obj, follow_wrapped, bind)
    given = getattr(obj, '__signature__', None)
    if given is not None:
        if not isinstance(given, Signature):
            raise TypeError(f'unexpected object {given!r} in __signature__ attribute')
        return given
    from functools import partial

    if isinstance(obj, types.FunctionType):
        return _of_function(obj)
    if isinstance(obj, partial):
        return _of_partial(obj)
    if isinstance(obj, type):
        return _of_class(obj, bind)
    text = getattr(obj, '__text_signature__', None)
    if text:
        told = _of_text(text)
        is_bound = '$' in text and not hasattr(obj, '__objclass__')
        return bind(told) if is_bound else told
    call = getattr(type(obj), '__call__', None)
    if isinstance(call, types.FunctionType):
        return bind(_signature(call, follow_wrapped, bind))
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
    # A function of the library that binds its arguments itself says which they are.
    make = function.__dict__.get('_make_signature')
    if make is not None:
        return make()
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


def _of_class(cls, bind):
    call = getattr(type(cls), '__call__', None)
    if isinstance(call, types.FunctionType):
        return bind(signature(call))
    for name in ('__new__', '__init__'):
        method = getattr(cls, name, None)
        if isinstance(method, types.FunctionType):
            return bind(signature(method))
    text = getattr(cls, '__text_signature__', None)
    if text:
        return _of_text(text)
    if cls.__init__ is object.__init__ and cls.__new__ is object.__new__:
        return Signature()
    kind = 'builtin' if issubclass(cls, type) else 'builtin type'
    raise ValueError(f'no signature found for {kind} {cls!r}')


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
    try:
        sig = _signature(func, False, bind=lambda sig: sig)
    except Exception as error:
        raise TypeError('unsupported callable') from error
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
    if isinstance(obj, type):
        own = obj.__dict__.get('__annotations__', {})
    elif callable(obj) or ismodule(obj):
        own = getattr(obj, '__annotations__', None) or {}
    else:
        raise TypeError(f'{obj!r} is not a module, class, or callable.')
    if not eval_str:
        return dict(own)
    from _annotation import value_of

    if globals is None:
        import sys

        globals = obj.__globals__ if hasattr(obj, '__globals__') else vars(sys.modules[obj.__module__])
    return {name: value_of(hint, globals, locals) if isinstance(hint, str) else hint for name, hint in own.items()}
