import io, contextlib
def t(f):
    try: print(f())
    except BaseException as e: print(type(e).__name__, e)
class Tee(io.TextIOBase):
    def __init__(self): self.parts = []
    def write(self, s): self.parts.append(s); return len(s)
    def writable(self): return True
tee = Tee()
with contextlib.redirect_stdout(tee): print('hello', 5)
tee.writelines(['a', 'b'])
print(tee.parts, tee.readable(), tee.closed, tee.isatty(), tee.seekable())
t(lambda: tee.read()); t(lambda: tee.readline()); t(tee.fileno); t(tee.flush); t(lambda: tee.seek(0)); t(lambda: tee.truncate()); t(tee.tell); t(tee.detach); t(lambda: (tee.encoding, tee.errors, tee.newlines))
tee.close(); print(tee.closed); t(tee.flush)
class Raw(io.RawIOBase):
    def __init__(self, data): self.data = data; self.at = 0
    def readable(self): return True
    def readinto(self, b):
        n = min(len(b), len(self.data) - self.at)
        b[:n] = self.data[self.at:self.at + n]
        self.at += n
        return n
t(lambda: Raw(b'hello world').read(5)); t(lambda: Raw(b'hello world').read()); t(lambda: Raw(b'hello').readall()); t(lambda: Raw(b'a\nb\nc').readlines()); t(lambda: list(Raw(b'a\nb'))); t(lambda: Raw(b'a\nb').readline())
t(lambda: Raw(b'a').write(b'x'))
t(lambda: io.RawIOBase().read()); t(lambda: io.RawIOBase().write(b'')); t(lambda: io.RawIOBase().readall()); t(lambda: io.TextIOBase().read()); t(lambda: io.TextIOBase().write('')); t(lambda: io.BufferedIOBase().read()); t(lambda: io.BufferedIOBase().write(b'')); t(lambda: io.IOBase().seek(0)); t(lambda: io.IOBase().fileno())
t(lambda: io.TextIOWrapper(io.BytesIO(b'a\nb')).readlines())
class Lines(io.TextIOBase):
    def __init__(self): self.lines = iter(['x\n', 'y\n', ''])
    def readline(self, size=-1): return next(self.lines)
t(lambda: list(Lines())); t(lambda: Lines().readlines())
with io.IOBase() as b: print(b.closed)
print(b.closed); t(b.__enter__); t(b.flush)
class Log(io.TextIOBase):
    def write(self, s): return len(s)
    def flush(self): self.flushed = getattr(self, 'flushed', 0) + 1
l = Log(); print('x', file=l, flush=True); print(l.flushed); l.close(); print(l.flushed, l.closed); l.close(); print(l.flushed)
s = io.StringIO('a\nb\n'); s.close(); t(s.flush); t(s.read); t(s.readable); t(s.isatty); t(lambda: list(s)); t(lambda: s.writelines([])); t(lambda: setattr(s, 'closed', False)); t(s.__enter__)
b = io.BytesIO(b'ab\ncd'); print(b.read1(1), b.readinto(bytearray(2)), b.readlines(), b.seekable(), b.isatty()); b.close(); t(b.flush); t(b.read)
class Up(io.StringIO):
    def write(self, s): return super().write(s.upper())
u = Up(); print('shout', file=u); print(repr(u.getvalue()), isinstance(u, io.TextIOBase), isinstance(u, io.IOBase), issubclass(io.BytesIO, io.BufferedIOBase), isinstance(io.BytesIO(), io.RawIOBase))
class Both(io.BufferedIOBase):
    def read(self, n=-1): return b'abc'[:n if n >= 0 else 3]
x = bytearray(2); print(Both().readinto(x), x); t(lambda: Both().read1()); t(lambda: Both().readinto1(x)); t(lambda: Both().detach())
class NoneRaw(io.RawIOBase):
    def readinto(self, b): return None
t(lambda: NoneRaw().read(3)); t(lambda: NoneRaw().read()); t(lambda: NoneRaw().readall())
