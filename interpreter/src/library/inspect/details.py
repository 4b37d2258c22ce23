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
    args, varargs, varkw, defaults, kwonlyargs, kwonlydefaults, _ = getfullargspec(func)
    if ismethod(func):
        positional = (func.__self__, *positional)
    call = f'{func.__name__}()'
    values = dict(zip(args, positional))
    if varargs:
        values[varargs] = positional[len(args) :]
    if varkw:
        values[varkw] = {}
    for name, value in named.items():
        if name not in args and name not in kwonlyargs:
            if not varkw:
                raise TypeError(f'{call} got an unexpected keyword argument {name!r}')
            values[varkw][name] = value
        elif name in values:
            raise TypeError(f'{call} got multiple values for argument {name!r}')
        else:
            values[name] = value
    defaults = defaults or ()
    if len(positional) > len(args) and not varargs:
        by_keyword = len([name for name in kwonlyargs if name in values])
        raise _misfit.too_many(call, len(args), len(defaults), len(positional), by_keyword)
    known = dict(zip(args[len(args) - len(defaults) :], defaults)) | (kwonlydefaults or {})
    for names, kind in ((args, 'positional'), (kwonlyargs, 'keyword-only')):
        lacking = [name for name in names if name not in values and name not in known]
        if lacking:
            raise _misfit.missing(call, kind, lacking, last=' and ')
        values.update({name: known[name] for name in names if name not in values})
    return values


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
    return isinstance(object, types.MethodWrapperType)


def ismemberdescriptor(object):
    return isinstance(object, types.MemberDescriptorType)


def indentsize(line):
    """How far a line is indented."""
    line = line.expandtabs()
    return len(line) - len(line.lstrip())


def getmodulename(path):
    name = path.rpartition('/')[2]
    return name[:-3] if name.endswith('.py') else None
