# Text that is kept as bytes: a wrapper encodes what is written, and decodes what is read.
import contextlib
import csv
import io
import sys

wrapper = io.TextIOWrapper(io.BytesIO('ä,b\r\nc,d\ne'.encode()), encoding='utf8')
print(wrapper.encoding, wrapper.errors, wrapper.closed, wrapper.readable(), wrapper.seekable(), wrapper)
print(repr(wrapper.readline()), list(csv.reader(wrapper)))
wrapper.seek(0)
print([wrapper.read(2), wrapper.read(), wrapper.read()])
for newline in (None, '', '\n', '\r\n'):
    print(list(io.TextIOWrapper(io.BytesIO(b'a\r\nb\nc'), newline=newline)))

for newline in (None, '', '\r\n'):
    buffer = io.BytesIO()
    out = io.TextIOWrapper(buffer, encoding='latin-1', newline=newline)
    print(out.write('é\nx'), buffer.getvalue(), end=' ')
    out.flush()
    print(buffer.getvalue(), out.tell())

buffer = io.BytesIO()
lines = io.TextIOWrapper(buffer, encoding='ascii', errors='replace', line_buffering=True)
lines.write('a')
print(buffer.getvalue())
lines.write('ä\n')
print(buffer.getvalue(), lines.line_buffering)
with contextlib.redirect_stdout(lines):
    print('printed', 5)
print(lines.detach() is buffer, buffer.getvalue())

with io.TextIOWrapper(io.BytesIO()) as closing:
    closing.write('x' * 9000)
    print(len(closing.buffer.getvalue()), closing.encoding)
print(closing.closed)
for function in (
    lambda: closing.write('x'),
    lambda: io.TextIOWrapper(io.BytesIO()).write(b'x'),
    lambda: io.TextIOWrapper(io.BytesIO(), encoding='ascii').write('ä'),
    lambda: io.TextIOWrapper(io.BytesIO(b'\xff'), encoding='utf8').read(),
    lambda: io.TextIOWrapper(io.BytesIO(), newline='x'),
):
    try:
        print(function())
    except Exception as error:
        print(type(error).__name__, error)
print(isinstance(sys.stdout, io.TextIOWrapper), isinstance(wrapper, io.TextIOBase), type(wrapper))
