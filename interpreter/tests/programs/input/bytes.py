# Standard input as bytes, and what it refuses.
import io
import sys

print(sys.stdin.buffer.readline(), sys.stdin.buffer.readline(3), sys.stdin.buffer.read(4))
print(next(sys.stdin.buffer), sys.stdin.buffer.readline(), sys.stdin.buffer.readline().decode(), sys.stdin.buffer.readline().decode())
numbers = [int(number) for number in sys.stdin.buffer.readline().split()]
print(numbers, sum(numbers))
print(sys.stdin.buffer.readlines(1), sys.stdin.buffer.read(), sys.stdin.buffer.read(), sys.stdin.buffer.readline())
print(sys.stdin.buffer.mode, sys.stdin.buffer.name, sys.stdin.buffer.readable(), sys.stdin.buffer.writable(), sys.stdin.buffer)
print(type(sys.stdin), type(sys.stdin.buffer), isinstance(sys.stdin, io.TextIOBase), sys.stdin.newlines, sys.stdin.line_buffering)
for function in (lambda: sys.stdin.write('x'), lambda: print('x', file=sys.stdin), lambda: sys.stdout.read(), lambda: next(sys.stdout)):
    try:
        function()
    except io.UnsupportedOperation as error:
        print(error)
