def show(*thunks):
    for thunk in thunks:
        try:
            print(repr(thunk()))
        except BaseException as error:
            print(type(error).__name__, error)


def show(*fs):
    for f in fs:
        try: print(repr(f()))
        except BaseException as e: print(type(e).__name__, e, e.args)
def at(e): return type(e).__name__, e.args, e.errno, e.strerror, e.filename, e.filename2, str(e), repr(e)
for a in ((), (1,), (2, 'b'), (2, 'b', 'f'), (2, 'b', 'f', 0), (2, 'b', 'f', 0, 'g'), (2, 'b', None), (2, 'b', None, 0, 'g'), (1, 2, 3, 4, 5, 6), ('x', 'y'), ('x', 'y', 'z'), (2, None), (None, None), (11, 'm', 5), (11, 'm', 'f'), (11, 'b'), (104, 'r'), (2.0, 'x'), (True, 'x'), (2, 'b', b'f'), (2, 'b', 'f', None), (2, 'b', 'f', None, None), (2, 'b', 'f', 'w', 'g')):
    show(lambda: at(OSError(*a)))
show(
    lambda: BlockingIOError(11, 'm', 5).characters_written,
    lambda: BlockingIOError(11, 'm').characters_written,
    lambda: OSError(11, 'm', 5).characters_written,
    lambda: BlockingIOError(11, 'm', 'f').filename,
    lambda: OSError(2,'b').characters_written,
    lambda: PermissionError(2, 'x'),
    lambda: OSError(x=1),
    lambda: FileNotFoundError(x=1),
    lambda: OSError(1,2,x=1),
)
class F(OSError):
    def __new__(cls, *a): return super().__new__(cls)
    def __init__(self, a): super().__init__(a)
show(lambda: at(F('z')))
class G(OSError):
    def __init__(self, a): super().__init__(a, 'str', 'file')
show(lambda: at(G(2)))
class H(OSError):
    def __init__(self, a): pass
show(lambda: at(H('z')), lambda: at(H(5)))
class I(OSError):
    def __new__(cls, *a): return super().__new__(cls, *a)
show(lambda: at(I(2, 'b', 'f')), lambda: at(I('z')))
class J(OSError):
    def __new__(cls, *a): return super().__new__(cls, 2, 'n', 'nf')
    def __init__(self, *a): super().__init__(*a)
show(lambda: at(J(3, 'i', 'if')), lambda: at(J()))
class K(OSError):
    def __init__(self, *a, code=None): super().__init__(*a); self.code = code
show(lambda: at(K(2, 'b', code=5)), lambda: K(2, code=5).code, lambda: at(K(2, 'b', 'f')))
class L(OSError):
    def __str__(self): return 'L!'
show(lambda: at(L(2, 'b')))
class M(FileNotFoundError): pass
show(lambda: at(M(1, 'b')), lambda: at(M('q')))
e = OSError(2, 'b', 'f'); e.filename = None; show(lambda: at(e)); e.errno = 7; show(lambda: at(e)); e.args = (1,); show(lambda: at(e))
e = OSError(2, 'b'); e.filename = 'later'; show(lambda: at(e)); e.filename2 = 'l2'; show(lambda: at(e)); e.strerror = None; show(lambda: at(e))
import copy
show(
    lambda: at(copy.copy(OSError(2, 'b', 'f'))),
    lambda: at(copy.copy(OSError(2, 'b', 'f', 0, 'g'))),
    lambda: OSError(2, 'b', 'f').__reduce__(),
    lambda: OSError(2, 'b', 'f', 0, 'g').__reduce__(),
    lambda: OSError(2).__reduce__(),
    lambda: G(2).__reduce__(),
)
show(
    lambda: OSError(2, 'b').__init__(3, 'c'),
    lambda: at(OSError(2, 'x', 'y')),
    lambda: OSError.__new__(OSError, 2, 'x'),
    lambda: OSError.__new__(F, 2, 'x').args,
)
def sx(e): return e.args, e.msg, e.filename, e.lineno, e.offset, e.text, e.end_lineno, e.end_offset, e.print_file_and_line, str(e)
for a in ((), ('m',), ('m', ()), ('m', (1,)), ('m', (1, 2)), ('m', ('f', 1, 2, 'text')), ('m', ('f', 1, 2, 'text', 3)), ('m', ('f', 1, 2, 'text', 3, 4)), ('m', ('f', 1, 2, 'text', 3, 4, 5)), ('m', ['f', 1, 2, 't']), ('m', 5), ('m', 'abcd'), ('m', None), ('m', ('f', 1, 2, 't'), 3), (1,), ('m', ('f', None, None, None)), ('m', (None, 5, None, None)), ('m', ('a/b/f.py', 5, None, None)), ('m', ('f', 'x', 2, 't'))):
    show(lambda: sx(SyntaxError(*a)), lambda: sx(IndentationError(*a)))
class S(SyntaxError):
    def __init__(self, x): super().__init__('msg', ('f', x, 1, 't'))
show(lambda: sx(S(4)))
class S2(SyntaxError):
    def __init__(self, x): pass
show(lambda: SyntaxError('m', x=1), lambda: SyntaxError(msg='m'))
def ie(e): return e.args, e.msg, e.name, e.path, str(e), repr(e)
show(
    lambda: ie(ImportError()),
    lambda: ie(ImportError('m')),
    lambda: ie(ImportError('m', name='n', path='p')),
    lambda: ie(ImportError('a', 'b')),
    lambda: ImportError('m', x=1),
    lambda: ie(ImportError(name='n')),
    lambda: ie(ModuleNotFoundError('m', name='q')),
    lambda: ImportError(5).msg,
    lambda: ImportError('m', name='n').__reduce__(),
    lambda: ie(copy.copy(ImportError('m', name='n'))),
)
class IE(ImportError):
    def __init__(self, a): super().__init__(a, name='given')
show(lambda: ie(IE('z')))
show(
    lambda: UnicodeDecodeError(),
    lambda: UnicodeDecodeError('a', b'b', 0, 1, 'r'),
    lambda: str(UnicodeDecodeError('a', b'b', 0, 1, 'r')),
    lambda: UnicodeDecodeError('a', 'b', 0, 1, 'r'),
    lambda: UnicodeEncodeError('a', b'b', 0, 1, 'r'),
    lambda: str(UnicodeEncodeError('a', 'bcd', 0, 2, 'r')),
    lambda: UnicodeDecodeError(1, b'b', 0, 1, 'r'),
    lambda: UnicodeTranslateError('abc', 0, 1, 'r'),
    lambda: str(UnicodeTranslateError('abc', 0, 1, 'r')),
    lambda: UnicodeTranslateError(),
    lambda: UnicodeEncodeError('a', 'b', 'c', 1, 'r'),
    lambda: str(UnicodeDecodeError('a', b'b', 5, 9, 'r')),
)
show(
    lambda: StopIteration().value,
    lambda: StopIteration(1, 2).value,
    lambda: StopIteration(x=1),
    lambda: SystemExit().code,
    lambda: SystemExit(1, 2).code,
    lambda: SystemExit('a').code,
    lambda: KeyError().args,
    lambda: str(KeyError()),
    lambda: str(KeyError('a')),
    lambda: str(KeyError('a', 'b')),
    lambda: KeyError(x=1),
    lambda: AttributeError('m', name='n', obj=1).obj,
    lambda: AttributeError('m', x=1),
    lambda: NameError('m', name='n').name,
    lambda: NameError(name=1).name,
    lambda: NameError('m', obj=1),
    lambda: BaseException(x=1),
    lambda: Exception(1, 2, 3),
    lambda: repr(Exception('a')),
    lambda: repr(Exception('a', 2)),
    lambda: Exception().__init__(1),
)
class V(ValueError):
    def __init__(self, *, code): self.code = code
show(lambda: V(code=5).args, lambda: V(code=5).code, lambda: V(5))
class W(ValueError):
    def __init__(self, a, b): self.a = a
show(lambda: W(1, 2).args, lambda: str(W(1, 2)), lambda: W(a=1, b=2).args)
class SI(StopIteration):
    def __init__(self, v): super().__init__(v * 2)
show(lambda: SI(3).value, lambda: SI(3).args)
class SE(SystemExit):
    def __init__(self, v): pass
