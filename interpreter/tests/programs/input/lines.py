# input() and sys.stdin read one text, in turn.
import io
import sys

name = input('Your name? ')
print(f'Hello, {name}!')
print(repr(input()), repr(input('empty: ')))
print(repr(sys.stdin.readline()), repr(sys.stdin.readline(3)), repr(sys.stdin.readline()))
print(repr(input()))
for line in sys.stdin:
    print('line', repr(line))
    if line.startswith('stop'):
        break
print(repr(sys.stdin.read(4)), sys.stdin.readlines(1))
print(repr(sys.stdin.read()), repr(sys.stdin.read()), repr(sys.stdin.readline()), list(sys.stdin))
try:
    input('more? ')
except EOFError as error:
    print(type(error).__name__, error)
print(sys.stdin.isatty(), sys.stdin.readable(), sys.stdin.writable(), sys.stdin.name)

sys.stdin = io.StringIO('from a string\nlast')
print(input('> '), input(), sep='|')
try:
    input()
except EOFError as error:
    print(error)
sys.stdin = sys.__stdin__
sys.stdout, shown = io.StringIO(), sys.stdout
try:
    input('prompt')
except EOFError:
    pass
text, sys.stdout = sys.stdout.getvalue(), shown
print(repr(text))
