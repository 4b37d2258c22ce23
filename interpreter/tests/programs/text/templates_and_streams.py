"""string.Template's pattern; StringIO's ends of lines, BytesIO.readinto; the standard streams as streams."""

import io
import string
import sys


class Braces(string.Template):
    delimiter = '{{'
    pattern = r'\{\{(?:(?P<escaped>\{\{)|(?P<named>[a-z]+)\}\}|(?P<braced>[a-z]+)\}\}|(?P<invalid>))'


class Percent(string.Template):
    delimiter = '%'
    idpattern = '[a-z]+_[a-z]+'


print(Braces('a {{var}} {{other}}').safe_substitute(var='X'), Braces.pattern.groups)
print(Percent('%a_b %c $d %%').safe_substitute(a_b=1, c=2), Percent.pattern is string.Template.pattern)
print(string.Template.pattern.groupindex['named'], string.Template('$who ${what}').substitute(who='I', what='am'))

for newline in (None, '', '\n', '\r\n', '\r'):
    stream = io.StringIO('a\r\nb\nc', newline=newline)
    print(repr(newline), repr(stream.getvalue()), repr(stream.newlines), stream.write('x\ny'))
buffer = bytearray(3)
data = io.BytesIO(b'hello')
print(data.readinto(buffer), buffer, data.readinto(buffer), buffer, data.readinto(buffer))

print(isinstance(sys.stdout, io.IOBase), isinstance(sys.stdout, io.TextIOBase), type(sys.stdout).__name__)
print(isinstance(io.StringIO(), io.TextIOBase), isinstance(io.BytesIO(), io.BufferedIOBase), isinstance(sys.stdout, io.StringIO))
sys.stdout.flush()
sys.stdout.buffer.write(b'bytes\n')
sys.stdout.buffer.flush()
sys.stdout = None
print('to nowhere')
sys.stdout = sys.__stdout__
print('back')
