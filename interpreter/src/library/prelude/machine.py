"""What the virtual machine needs done in the language: constructions, classes, exceptions that call back into the program.

Natives and the machine hand over to these functions by name; a function's result is the native's. Frames of this module are never
shown. The machine's own part; the parts about containers and text stand in files beside this one and are one module with it.
"""

# Names of the prelude that become builtins.
BUILTINS = ("exit", "quit")


class Quitter:
    """`exit` and `quit`: end the program, by an exception, so `finally` blocks run."""

    __module__ = '_sitebuiltins'

    def __init__(self, name, eof):
        self.name = name
        self.eof = eof

    def __repr__(self):
        return f'Use {self.name}() or {self.eof} to exit'

    def __call__(self, code=None):
        raise SystemExit(code)


exit, quit = [Quitter(name, 'Ctrl-D (i.e. EOF)') for name in BUILTINS]


def idle():
    """Runs nothing: the machine finalises what is dying before its first instruction."""


def construct(cls, /, *args, **kwargs):
    """`type.__call__` where `__new__` is the program's, or its result is wanted for more than a register."""
    obj = cls.__new__(cls, *args, **kwargs)
    if _is_a(obj, cls):
        result = type(obj).__init__(obj, *args, **kwargs)
        if result is not None:
            raise TypeError(f"__init__() should return None, not '{_type_name(result)}'")
    return obj


def made_by_new(cls):
    """The class, whose `__init__` becomes what its `__new__` does, as in C: `__init__` is left to subclasses.

    One that takes no keywords leaves those of a subclass with an `__init__` to that.
    """
    fill = cls.__init__
    code = _code_of(fill)
    takes_keywords = code.co_argcount > max(code.co_posonlyargcount, 1) or code.co_kwonlyargcount or code.co_flags & 8
    name = _full_name(cls).removeprefix("builtins.")

    def __new__(*args, **kwargs):
        if not args:
            raise TypeError(f"{name}.__new__(): not enough arguments")
        kind = args[0]
        if not isinstance(kind, type):
            raise TypeError(f"{name}.__new__(X): X is not a type object ({_type_name(kind)})")
        if not issubclass(kind, cls):
            raise TypeError(f"{name}.__new__({kind.__name__}): {kind.__name__} is not a subtype of {name}")
        made = object.__new__(kind)
        if takes_keywords or kind.__init__ is object.__init__:
            fill(made, *args[1:], **kwargs)
        else:
            fill(made, *args[1:])
        return made

    __new__.__qualname__ = f"{cls.__qualname__}.__new__"
    del cls.__init__
    cls.__new__ = staticmethod(__new__)
    _fill_by(cls, fill)
    return cls


class ModuleSpec:
    """Where a module comes from: `__spec__`."""

    __module__ = "importlib.machinery"

    def __repr__(self):
        parts = [f"name={self.name!r}", f"loader={self.loader!r}", f"origin={self.origin!r}"]
        if self.submodule_search_locations is not None:
            parts.append(f"submodule_search_locations={self.submodule_search_locations}")
        return f"ModuleSpec({', '.join(parts)})"

    @property
    def parent(self):
        return self.name if self.submodule_search_locations is not None else self.name.rpartition(".")[0]

    @property
    def has_location(self):
        return self.origin != "built-in"

    cached = None


def close_delegate(iterator):
    """Closes what a generator delegates to. That it can't be looked up is told: the generator is closed all the same."""
    try:
        close = iterator.close
    except AttributeError:
        return
    except BaseException as error:
        unraisable(error, iterator)
        return
    close()


def throw_at_delegate(iterator, exception, args):
    """Hands a `throw` on to what a generator delegates to; without such a method there, the generator gets the exception itself."""
    try:
        throw = iterator.throw
    except AttributeError:
        throw = None
        missing = True
    else:
        missing = False
    if missing:
        raise exception
    return throw(*args)


def get_then_call(getter, getter_args, args):
    return getter(*getter_args)(*args)


def get_special_then_call(getter, getter_args, args, keywords):
    return getter(*getter_args)(*args, **keywords)


def get_attribute(obj, name):
    """Attribute access through the program's `__getattribute__`, then `__getattr__`."""
    try:
        return _special(obj, "__getattribute__")(name)
    except AttributeError as error:
        fallback = _special(obj, "__getattr__")
        if fallback is None:
            _tell_where(error, obj, name)
            raise
    return ask_getattr(fallback, obj, name)


def ask_getattr(method, obj, name):
    """The program's `__getattr__`, bound."""
    try:
        return method(name)
    except AttributeError as error:
        _tell_where(error, obj, name)
        raise


def ask_module_getattr(function, module, name):
    """A module's own `__getattr__`."""
    try:
        return function(name)
    except AttributeError as error:
        _tell_where(error, module, name)
        raise


def _tell_where(error, obj, name):
    """An AttributeError that says nothing of what was asked for is told, as it leaves the look-up."""
    if error.name is None and error.obj is None:
        error.name = name
        error.obj = obj


def get_property(obj, descriptor, name):
    """A property of a class that has `__getattr__`: it is asked when the getter raises AttributeError."""
    try:
        return descriptor.fget(obj)
    except AttributeError:
        pass
    return ask_getattr(_special(obj, "__getattr__"), obj, name)


def get_descriptor_of_class(cls, descriptor, name):
    """The same, asked through the class: the `__getattr__` is its metaclass's."""
    try:
        return type(descriptor).__get__(descriptor, None, cls)
    except AttributeError:
        pass
    return ask_getattr(_special(cls, "__getattr__"), cls, name)


def get_descriptor(obj, descriptor, cls, name):
    """What a descriptor gives; `__getattr__` is asked when it raises AttributeError."""
    try:
        return type(descriptor).__get__(descriptor, obj, cls)
    except AttributeError:
        pass
    return ask_getattr(_special(obj, "__getattr__"), obj, name)


def input_line(prompt, file):
    """`input`, from a file of the program's where it has replaced `sys.stdin`."""
    print(prompt, end="", flush=True)
    line = _read_line() if file is None else file.readline()
    if line is None:
        raise EOFError("the playground has no keyboard, and the program was given no input")
    if line == "":
        raise EOFError("EOF when reading a line")
    return line.removesuffix("\n")


def running_frame(obj, fact):
    """What a frame does that is on the stack."""
    return _running_frame(obj, fact)


def import_name(module, name, error):
    """`from module import name` where the module has a `__getattr__` of its own."""
    try:
        return getattr(module, name)
    except AttributeError as missing:
        reason = getattr(missing, 'reason', None)
    if reason is not None:
        error.msg = error.msg.replace(' (unknown location)', f': {reason}')
        error.args = (error.msg,)
    raise error


def add_to_attribute(obj, name, number):
    value = getattr(obj, name)
    value += number
    setattr(obj, name, value)


def size_of(obj, *default):
    """`sys.getsizeof` of an object with a `__sizeof__` of its own."""
    try:
        size = type(obj).__sizeof__(obj)
        if not _is_a(size, int):
            raise TypeError("an integer is required")
    except TypeError:
        if not default:
            raise
        return default[0]
    if size < 0:
        raise ValueError("__sizeof__() should return >= 0")
    return size


def object_getstate(obj):
    """What there is to be kept of an object: its attributes, and those in slots beside them."""
    state = getattr(obj, "__dict__", None) or None
    slots = {}
    for cls in type(obj).__mro__:
        names = cls.__dict__.get("__slots__", ())
        for name in (names,) if _is_a(names, str) else names:
            if name.startswith("__") and not name.endswith("__"):
                name = f"_{cls.__name__.lstrip('_')}{name}"
            if name not in ("__dict__", "__weakref__") and hasattr(obj, name):
                slots[name] = getattr(obj, name)
    return (state, slots) if slots else state


def __newobj__(cls, *args):
    return cls.__new__(cls, *args)


def __newobj_ex__(cls, args, kwargs):
    return cls.__new__(cls, *args, **kwargs)


_NOT_PICKLED = {
    "async_generator",
    "classmethod",
    "coroutine",
    "dict_items",
    "dict_keys",
    "dict_values",
    "frame",
    "generator",
    "mappingproxy",
    "module",
    "staticmethod",
    "traceback",
}


def object_reduce(obj, protocol):
    """How to make the object again: what to call, with what, its state, its items."""
    cls = type(obj)
    if cls.__name__ in _NOT_PICKLED:
        raise TypeError(f"cannot pickle {cls.__name__!r} object")
    if _is_a(obj, BaseException):
        return (cls, obj.args, obj.__dict__) if obj.__dict__ else (cls, obj.args)
    if _is_a(obj, (set, frozenset)):
        return cls, (list(obj),), obj.__getstate__()
    if _is_a(obj, bytes):
        return __newobj__, (cls, _inner(obj)), obj.__getstate__()
    if _is_a(obj, property):
        raise TypeError(f"cannot pickle {cls.__name__!r} object")
    if _is_a(obj, bytearray):
        return cls, (bytes(obj),), obj.__getstate__()
    getnewargs_ex = getattr(obj, "__getnewargs_ex__", None)
    getnewargs = getattr(obj, "__getnewargs__", None)
    args, kwargs = getnewargs_ex() if getnewargs_ex is not None else (() if getnewargs is None else getnewargs(), None)
    items = iter(obj) if _is_a(obj, list) else None
    entries = iter(obj.items()) if _is_a(obj, dict) else None
    make, args = (__newobj_ex__, (cls, args, kwargs)) if kwargs else (__newobj__, (cls, *args))
    return make, args, obj.__getstate__(), items, entries


def take_items(iterable, wanted):
    """The first `wanted` items of what the program iterates over."""
    items = []
    for item in iterable:
        items.append(item)
        if len(items) == wanted:
            break
    return items


def take_all_items(iterable, before):
    """`before` items one by one, then the rest as a list, as `a, *rest = iterable` has it."""
    items = []
    iterator = iter(iterable)
    end = object()
    while len(items) < before:
        item = next(iterator, end)
        if item is end:
            return items
        items.append(item)
    items.extend(list(iterator))
    return items


def raise_value(cls):
    raise _raised(cls)


def _raised(cls):
    exception = cls()
    if not _is_a(exception, BaseException):
        raise TypeError(f"calling {cls!r} should have returned an instance of BaseException, not {type(exception)!r}")
    return exception


def raise_from(value, cause):
    if _is_a(value, type):
        value = _raised(value)
    if _is_a(cause, type):
        cause = cause()
        if not _is_a(cause, BaseException):
            raise TypeError("exception causes must derive from BaseException")
    raise value from cause


def throw_class(target, cls, value):
    """`throw(cls, value)` where the exception's constructor is the program's."""
    return target.throw(_made_of(cls, value))


def athrow_class(generator, cls, value):
    return generator.athrow(_made_of(cls, value))


def _made_of(cls, value):
    """The exception to throw: what the constructor raises, if it fails."""
    try:
        exception = cls() if value is None else cls(*value) if _is_a(value, tuple) else cls(value)
    except BaseException as error:
        return error
    if _is_a(exception, BaseException):
        return exception
    return TypeError(f"calling {cls!r} should have returned an instance of BaseException, not {_type_name(exception)}")


def awaitable_of_next(awaitable):
    """What `async for` awaits, where it is no coroutine."""
    try:
        method = _special(awaitable, '__await__')
        if method is None:
            raise TypeError(f"object {_type_name(awaitable)} can't be used in 'await' expression")
        return method()
    except BaseException as error:
        raise TypeError(f"'async for' received an invalid object from __anext__: {_type_name(awaitable)}") from error


def after_hook(hook, generator, step):
    """The first step of an async generator: the loop's hook sees the generator before anybody can make it."""
    hook(generator)
    return step


def build_class(body, name, bases, keywords):
    """A class statement with a metaclass, keywords, `__init_subclass__`, or bases that are no classes (PEP 3115, 487, 560)."""
    keywords = dict(keywords) if keywords else {}
    original = bases
    bases = _resolve_bases(bases)
    meta = keywords.pop("metaclass", None)
    if meta is None:
        meta = type(bases[0]) if bases else type
    if _is_a(meta, type):
        meta = _most_derived(meta, bases)
    prepare = getattr(meta, "__prepare__", _nothing)
    namespace = {} if prepare is _nothing else prepare(name, bases, **keywords)
    if _special(namespace, "__getitem__") is None:
        who = meta.__name__ if _is_a(meta, type) else "<metaclass>"
        raise TypeError(f"{who}.__prepare__() must return a mapping, not {_type_name(namespace)}")
    cell = _run_class_body(body, namespace)
    if bases is not original:
        namespace["__orig_bases__"] = original
    if cell is None:
        return meta(name, bases, namespace, **keywords)
    namespace["__classcell__"] = cell
    cls = meta(name, bases, namespace, **keywords)
    _check_class_cell(cell, name, cls)
    return cls


def _check_class_cell(cell, name, cls):
    """The metaclass must have passed the cell of `__class__` on to `type.__new__`."""
    try:
        found = cell.cell_contents
    except ValueError:
        message = f"__class__ not set defining {name!r} as {cls!r}. Was __classcell__ propagated to type.__new__?"
        raise RuntimeError(message) from None
    if _is_a(cls, type) and found is not cls:
        raise TypeError(f"__class__ set to {found!r} defining {name!r} as {cls!r}")


def load_name(namespace, name, outside, error):
    """A name in the body of a class whose namespace is no plain dict; `outside` is its value there, else `error` is due."""
    try:
        return namespace[name]
    except KeyError:
        pass
    if error is not None:
        raise error
    return outside


def delete_name(namespace, name, error):
    try:
        del namespace[name]
        return
    except BaseException:
        pass
    raise error


def setup_annotations(namespace):
    try:
        namespace["__annotations__"]
    except KeyError:
        namespace["__annotations__"] = {}


def _resolve_bases(bases):
    resolved = []
    changed = False
    for base in bases:
        entries = _nothing if _is_a(base, type) else getattr(base, "__mro_entries__", _nothing)
        if entries is _nothing:
            resolved.append(base)
        else:
            entries = entries(bases)
            if not _is_a(entries, tuple):
                raise TypeError("__mro_entries__ must return a tuple")
            resolved.extend(entries)
            changed = True
    return tuple(resolved) if changed else bases


def _most_derived(meta, bases):
    for base in bases:
        other = type(base)
        if _is_real_subclass(meta, other):
            continue
        if _is_real_subclass(other, meta):
            meta = other
            continue
        raise TypeError(
            "metaclass conflict: the metaclass of a derived class must be a (non-strict) subclass of the metaclasses of all its bases"
        )
    return meta


def set_names(cls):
    """`__set_name__` of every attribute of a new class that has it."""
    for name, value in list(type.__getattribute__(cls, "__dict__").items()):
        method = _special(value, "__set_name__")
        if method is not None:
            try:
                method(cls, name)
            except Exception as error:
                message = f"Error calling __set_name__ on {_type_name(value)!r} instance {name!r} in {cls.__name__!r}"
                raise RuntimeError(message) from error
    return cls


def finish_class(cls, keywords):
    """What `type.__new__` does once a class is made: `__set_name__`, then `__init_subclass__` of its base."""
    set_names(cls)
    super(cls, cls).__init_subclass__(**keywords)
    return cls


def split_group(exception, cls):
    """`except*`: what of an exception matches, and the rest (PEP 654)."""
    classes = _inner(cls) if _is_a(cls, tuple) else (cls,)
    for one in classes:
        if not (_is_a(one, type) and _is_real_subclass(one, BaseException)):
            raise TypeError("catching classes that do not inherit from BaseException is not allowed")
    for one in classes:
        if _is_real_subclass(one, BaseExceptionGroup):
            raise TypeError("catching ExceptionGroup with except* is not allowed. Use except instead.")
    is_group = _is_a(exception, BaseExceptionGroup)
    if _is_a(exception, classes):
        return (exception if is_group else BaseExceptionGroup("", (exception,))), None
    matched, rest = exception.split(cls) if is_group else (None, exception)
    # Where nothing matches, the group itself goes on.
    return (None, exception) if matched is None else (matched, rest)


def join_group(original, raised):
    """After `except*`: what to raise of the exceptions the clauses raised and of those nobody handled."""
    raised = [exception for exception in raised if exception is not None]
    if not raised:
        return None
    if not _is_a(original, BaseExceptionGroup):
        return raised[0]
    again = []
    for exception in raised:
        if not _is_part_of(exception, original):
            again.append(exception)
    if not again:
        return _rest_of(original, raised)
    rest = _rest_of(original, [exception for exception in raised if _is_part_of(exception, original)])
    if rest is not None:
        again.append(rest)
    return again[0] if len(again) == 1 else BaseExceptionGroup("", again)


def _is_part_of(exception, original):
    return (
        _is_a(exception, BaseExceptionGroup) and exception.__traceback__ is original.__traceback__ and exception.message == original.message
    )


def _rest_of(original, parts):
    leaves = []
    for part in parts:
        _collect_leaves(part, leaves)
    if not leaves:
        return None
    known = [id(leaf) for leaf in leaves]
    return original.subgroup(lambda exception: id(exception) in known)


def _collect_leaves(exception, leaves):
    if _is_a(exception, BaseExceptionGroup):
        for inner in exception.exceptions:
            _collect_leaves(inner, leaves)
    else:
        leaves.append(exception)


def run_async_module(coroutine):
    """Runs a program that awaits at top level: its module is a coroutine."""
    from asyncio import run

    run(coroutine)


def exit_message(value):
    """`sys.exit(value)` with what is neither None nor a number."""
    _write(str(value) + "\n", 1)


def at_exit(weakref):
    """The program has ended, and all it made is still there."""
    weakref.finalize._run_at_exit()


def text_signature(code, defaults, is_method):
    """`__text_signature__` of a function of the library that passes for a built-in one, or for a method of a type in C."""
    defaults, kwdefaults = defaults
    names = code.co_varnames
    count = code.co_argcount
    first_default = count - len(defaults)
    parts = []
    if is_method and count:
        parts.append("$type" if names[0] == "cls" else "$self")
        if code.co_posonlyargcount <= 1:
            parts.append("/")
    for at in range(bool(parts), count):
        default = f"={defaults[at - first_default]!r}" if at >= first_default else ""
        parts.append(names[at] + default)
        if at + 1 == code.co_posonlyargcount:
            parts.append("/")
    at = count + code.co_kwonlyargcount
    if code.co_flags & 4:
        parts.append("*" + names[at])
        at += 1
    elif code.co_kwonlyargcount:
        parts.append("*")
    for name in names[count : count + code.co_kwonlyargcount]:
        parts.append(f"{name}={kwdefaults[name]!r}" if kwdefaults and name in kwdefaults else name)
    if code.co_flags & 8:
        parts.append("**" + names[at])
    return f"({', '.join(parts)})"
