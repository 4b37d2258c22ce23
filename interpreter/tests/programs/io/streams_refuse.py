# What streams in memory refuse, and where their methods go.
import io


def t(function, stream=None):
    try:
        if stream is None:
            print(repr(function()))
        else:
            print(repr(function(stream)), stream.tell())
    except Exception as error:
        print(type(error).__name__, error)


STREAMS = (lambda: io.StringIO('a\nb'), lambda: io.BytesIO(b'a\nb'))
METHODS = (
    ('read',), ('readline',), ('readlines',), ('write', 'x'), ('writelines', ['x']), ('seek', 0), ('tell',), ('truncate',), ('getvalue',),
    ('flush',), ('isatty',), ('readable',), ('writable',), ('seekable',), ('__enter__',), ('__next__',), ('close',), ('fileno',),
    ('__exit__', None, None, None), ('detach',),
)  # fmt: skip
for make in STREAMS:
    for name, *args in METHODS:
        stream = make()
        stream.close()
        print(name, end=' ')
        t(lambda: getattr(stream, name)(*args))
    for function in (
        lambda s: s.read('x'), lambda s: s.readline('x'), lambda s: s.readlines('x'), lambda s: s.seek('x'), lambda s: s.seek(1.5),
        lambda s: s.seek(0, 'x'), lambda s: s.seek(-1), lambda s: s.seek(-5, 1), lambda s: s.seek(-1, 2), lambda s: s.seek(0, 3),
        lambda s: s.seek(0, 2), lambda s: s.seek(9), lambda s: s.truncate('x'), lambda s: s.truncate(-1), lambda s: s.truncate(1),
        lambda s: s.readlines(2), lambda s: s.readlines(1), lambda s: s.readlines(0), lambda s: s.write(5), lambda s: s.write(None),
        lambda s: s.writelines(5), lambda s: s.writelines([5]), lambda s: s.read(None), lambda s: s.read(True), lambda s: s.detach(),
        lambda s: s.fileno(), lambda s: s.name, lambda s: s.mode, lambda s: s.closed, lambda s: s.read(1, 2), lambda s: s.foo,
    ):  # fmt: skip
        t(function, make())
t(lambda: io.StringIO(5))
t(lambda: io.StringIO(b'a'))
t(lambda: io.StringIO('a', newline=5))
t(lambda: io.StringIO('a', newline='x'))
t(lambda: io.StringIO(None).read())
t(lambda: io.BytesIO('a'))
t(lambda: io.BytesIO(5))
t(lambda: io.BytesIO(None).read())
t(lambda: io.BytesIO([1, 2]))
t(lambda: io.StringIO('a', 'b', 'c'))
t(lambda: io.StringIO(initial_value='q').read())
t(lambda: io.BytesIO(initial_bytes=bytearray(b'q')).read())
