"""Positionals and options of every kind, with the values that come of them."""

import argparse

parser = argparse.ArgumentParser(prog='basics', description='Reads arguments of every kind.', epilog='That is all.')
parser.add_argument('source', help='what to read')
parser.add_argument('target', nargs='?', default='out', help='where to write (%(default)s)')
parser.add_argument('-n', '--number', type=int, default=3, metavar='N', help='how many, an %(type)s')
parser.add_argument('--ratio', type=float)
parser.add_argument('-v', '--verbose', action='count', default=0, help='say more')
parser.add_argument('-q', '--quiet', action='store_true')
parser.add_argument('--no-color', dest='color', action='store_false')
parser.add_argument('-m', '--mode', choices=['fast', 'slow'], default='slow')
parser.add_argument('-i', '--include', action='append', metavar='PATH')
parser.add_argument('--all', dest='include', action='append_const', const='*')
parser.add_argument('-e', '--extend', action='extend', nargs='+', type=int)
parser.add_argument('--level', nargs='?', const='high', default='low')
parser.add_argument('--pair', nargs=2, metavar=('KEY', 'VALUE'))
parser.add_argument('--const', action='store_const', const=42)
parser.add_argument('--feature', action=argparse.BooleanOptionalAction, help='with the feature or without')
parser.add_argument('--version', action='version', version='%(prog)s 1.0')
parser.add_argument('--hidden', help=argparse.SUPPRESS)

print(parser.format_help())
print(parser.format_usage())
for line in [
    'a', 'a b', 'a -n 5', 'a -n5 --ratio=0.5', 'a --number=7 -vvv -q', 'a -vq', 'a -vqn4', 'a --mode fast', 'a -i x -i y --all',
    'a -e 1 2 -e 3', 'a --level', 'a --level mid', 'a --pair k v', 'a --const', 'a --feature', 'a --no-feature', 'a --no-color', 'a --verb',
    'a --hidden h', '-- -a', 'a -- --quiet', '-n -3 a', '--ratio -1.5 a',
    '', 'a b c', 'a -n', 'a -n x', 'a --mode other', 'a --pair k', 'a --v', 'a --unknown', 'a --quiet=1', 'a -q1', 'a -e', '--version', '-h',
]:
    try:
        print(line, '|', parser.parse_args(line.split()))
    except SystemExit as end:
        print(line, '| ended with', end.code)

print(parser.parse_known_args(['a', '--more', 'b', 'c', '-x']))
print(parser.parse_args(['a'], argparse.Namespace(old=1)))
print(parser)
