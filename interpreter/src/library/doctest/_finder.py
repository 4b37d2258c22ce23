"""Finds the docstrings of a module, a class or a function."""

import inspect
import linecache
import re
import sys

from doctest._examples import DocTestParser


class DocTestFinder:
    """Makes a test of each docstring that has examples."""

    def __init__(self, verbose=False, parser=DocTestParser(), recurse=True, exclude_empty=True):
        self._parser = parser
        self._verbose = verbose
        self._recurse = recurse
        self._exclude_empty = exclude_empty

    def find(self, obj, name=None, module=None, globs=None, extraglobs=None):
        """The tests of an object and of what it holds, by name."""
        if name is None:
            name = getattr(obj, '__name__', None)
            if name is None:
                raise ValueError(f"DocTestFinder.find: name must be given when obj.__name__ doesn't exist: {type(obj)!r}")
        if module is False:
            module = None
        elif module is None:
            module = obj if inspect.ismodule(obj) else sys.modules.get(getattr(obj, '__module__', ''))
        filename = getattr(module, '__file__', None)
        lines = linecache.getlines(filename) if filename else None
        if globs is None:
            globs = {} if module is None else module.__dict__.copy()
        else:
            globs = globs.copy()
        if extraglobs is not None:
            globs.update(extraglobs)
        if '__name__' not in globs:
            globs['__name__'] = '__main__'
        tests = []
        self._find(tests, obj, name, module, lines or None, globs, {})
        tests.sort()
        return tests

    def _from_module(self, module, object):
        """Whether the object was made in this module."""
        if module is None:
            return True
        if isinstance(object, property):
            return True
        owner = getattr(object, '__module__', None)
        if owner is None:
            owner = getattr(getattr(object, '__objclass__', None), '__module__', None)
        return owner == module.__name__

    def _is_routine(self, obj):
        return inspect.isroutine(inspect.unwrap(obj))

    def _find(self, tests, obj, name, module, lines, globs, seen):
        if self._verbose:
            print('Finding tests in', name)
        if id(obj) in seen:
            return
        seen[id(obj)] = 1
        test = self._get_test(obj, name, module, globs, lines)
        if test is not None:
            tests.append(test)
        if not self._recurse:
            return
        if inspect.ismodule(obj):
            for part, value in obj.__dict__.items():
                if (self._is_routine(value) or inspect.isclass(value)) and self._from_module(module, value):
                    self._find(tests, value, f'{name}.{part}', module, lines, globs, seen)
            self._find_listed(tests, obj, name, module, lines, globs, seen)
        if inspect.isclass(obj):
            for part, value in obj.__dict__.items():
                if isinstance(value, (staticmethod, classmethod)):
                    value = value.__func__
                if (inspect.isroutine(value) or inspect.isclass(value) or isinstance(value, property)) and self._from_module(module, value):
                    self._find(tests, value, f'{name}.{part}', module, lines, globs, seen)

    def _find_listed(self, tests, obj, name, module, lines, globs, seen):
        """The texts and objects in a module's `__test__`."""
        for part, value in getattr(obj, '__test__', {}).items():
            if not isinstance(part, str):
                raise ValueError(f'DocTestFinder.find: __test__ keys must be strings: {type(part)!r}')
            if not (inspect.isroutine(value) or inspect.isclass(value) or inspect.ismodule(value) or isinstance(value, str)):
                kinds = 'strings, functions, methods, classes, or modules'
                raise ValueError(f'DocTestFinder.find: __test__ values must be {kinds}: {type(value)!r}')
            self._find(tests, value, f'{name}.__test__.{part}', module, lines, globs, seen)

    def _get_test(self, obj, name, module, globs, lines):
        if isinstance(obj, str):
            docstring = obj
        else:
            docstring = getattr(obj, '__doc__', None)
            docstring = '' if docstring is None else str(docstring)
        lineno = self._find_lineno(obj, lines)
        if self._exclude_empty and not docstring:
            return None
        filename = None if module is None else getattr(module, '__file__', None) or module.__name__
        return self._parser.get_doctest(docstring, globs, name, filename, lineno)

    def _find_lineno(self, obj, lines):
        """The line before the one where the docstring begins."""
        lineno = None
        docstring = getattr(obj, '__doc__', None)
        if inspect.ismodule(obj) and docstring is not None:
            lineno = 0
        if inspect.isclass(obj) and docstring is not None and lines is not None:
            lineno = _class_line(obj.__name__, lines)
        if inspect.ismethod(obj):
            obj = obj.__func__
        if isinstance(obj, property):
            obj = obj.fget
        if inspect.isfunction(obj) and getattr(obj, '__doc__', None):
            obj = inspect.unwrap(obj)
            if inspect.isfunction(obj):
                lineno = obj.__code__.co_firstlineno - 1
        if lineno is None:
            return None
        if lines is None:
            return lineno + 1
        begins = re.compile(r'(^|.*:)\s*\w*("|\')')
        for place in range(lineno, len(lines)):
            if begins.match(lines[place]):
                return place
        return None


def _class_line(name, lines):
    begins = re.compile(rf'^\s*class\s*{re.escape(name)}\b')
    for place, line in enumerate(lines):
        if begins.match(line):
            return place
    return None
