"""Runs texts that are compiled while the program runs: examples of doctest, statements of timeit."""

from types import ModuleType as _ModuleType

_ERRORS = {'SyntaxError': SyntaxError, 'IndentationError': IndentationError, 'TabError': TabError}


def run(source, filename, module, single=False):
    """Runs a text with the variables of a module. `single`: as a session does, which shows the values of expressions."""
    check(source, filename, module, single)
    import _prepared  # noqa: F401 (this runs it)


def check(source, filename, module, single=False):
    """Raises the syntax error of a text, if it has one."""
    error = prepare(source, module, single)  # noqa: F821 (a native)
    if error is not None:
        kind, message, line, offset, text, end_line, end_offset = error
        raise _ERRORS[kind](message, (filename, line, offset, text, end_line, end_offset))


def namespace(name, variables):
    """A module that has these variables."""
    module = _ModuleType(name)
    module.__dict__.clear()
    module.__dict__.update(variables)
    return module
