"""Types and actions of the program's own, errors as exceptions, namespaces."""

import argparse


def positive(text):
    number = int(text)
    if number <= 0:
        raise argparse.ArgumentTypeError(f'{text} is not positive')
    return number


class Point:
    def __init__(self, text):
        self.x, self.y = map(int, text.split(','))

    def __repr__(self):
        return f'Point({self.x}, {self.y})'


class Upper(argparse.Action):
    def __init__(self, option_strings, dest, **kwargs):
        super().__init__(option_strings, dest, **kwargs)

    def __call__(self, parser, namespace, values, option_string=None):
        print(f'{values!r} for {option_string!r}')
        setattr(namespace, self.dest, values.upper())


class Parser(argparse.ArgumentParser):
    def error(self, message):
        raise RuntimeError(f'{self.prog}: {message}')


parser = Parser(prog='types')
parser.add_argument('-p', type=positive)
parser.add_argument('--point', type=Point, default='1,2')
parser.add_argument('--upper', action=Upper)
parser.add_argument('--lambda', type=lambda text: text[::-1], dest='reversed')
parser.add_argument('--number', type=int, choices=range(3))
for line in ['', '-p 3', '-p 0', '-p x', '--point 3,4', '--point 3', '--upper abc', '--lambda abc', '--number 2', '--number 3', '--number a', 'extra']:
    try:
        print(line, '|', parser.parse_args(line.split()))
    except RuntimeError as error:
        print(line, '|', error)

quiet = argparse.ArgumentParser(prog='quiet', exit_on_error=False)
quiet.add_argument('--number', type=int)
try:
    quiet.parse_args(['--number', 'x'])
except argparse.ArgumentError as error:
    print(repr(error), error.argument_name, error.message)

space = argparse.Namespace(a=1, b='two')
print(space, space == argparse.Namespace(b='two', a=1), space == 3, 'a' in space, 'c' in space, vars(space))
setattr(space, 'not-a-name', 3)
print(space)

mixed = argparse.ArgumentParser(prog='mixed')
mixed.add_argument('--foo')
mixed.add_argument('command')
mixed.add_argument('rest', nargs='*', type=int)
print(mixed.parse_intermixed_args(['do', '1', '--foo', 'x', '2', '3']))
print(mixed.parse_known_args(['do', '1', '--foo', 'x', '2', '3']))
print(mixed.parse_known_intermixed_args(['do', '--bar', '1', '2']))

print([action.dest for action in mixed._actions], mixed.add_argument('-z', help='the last'))
args = argparse.ArgumentParser().parse_args()
print(args)
argparse.ArgumentParser().parse_args(['extra'])
