"""Groups, arguments that exclude each other, parents, defaults, conflicts."""

import argparse


def attempt(parser, *lines):
    for line in lines:
        try:
            print(line, '|', parser.parse_args(line.split()))
        except SystemExit as end:
            print(line, '| ended with', end.code)


parser = argparse.ArgumentParser(prog='groups')
group = parser.add_argument_group('input', 'where it comes from')
group.add_argument('--file')
group.add_argument('path')
exclusive = parser.add_mutually_exclusive_group()
exclusive.add_argument('-a', action='store_true', help='one')
exclusive.add_argument('-b', type=int, help='or the other')
exclusive.add_argument('-c', help=argparse.SUPPRESS)
one_of = parser.add_mutually_exclusive_group(required=True)
one_of.add_argument('--json', action='store_const', const='json', dest='format')
one_of.add_argument('--text', action='store_const', const='text', dest='format')
parser.print_help()
attempt(parser, 'p --json', 'p --json -a', 'p --text -b 3', 'p', 'p --json --text', 'p --json -a -b 1', '--file f p --text -c x')

common = argparse.ArgumentParser(add_help=False)
common.add_argument('--log', default='info', help='how much is logged')
common.add_argument_group('input').add_argument('--stdin', action='store_true')
common.set_defaults(shared=True)
child = argparse.ArgumentParser(prog='child', parents=[common], argument_default=argparse.SUPPRESS)
child.add_argument('-x', type=int)
child.add_argument('rest', nargs='*')
child.print_help()
attempt(child, '', '--log debug a b', '-x 1', '--stdin')
child.set_defaults(log='error', other=2)
print(child.get_default('log'), child.get_default('other'), child.get_default('none'))
attempt(child, '')

try:
    child.add_argument('--log')
except argparse.ArgumentError as error:
    print(error)
resolving = argparse.ArgumentParser(prog='resolving', conflict_handler='resolve', usage='%(prog)s [anything]')
resolving.add_argument('-f', '--foo', help='the old one')
resolving.add_argument('--foo', type=int, help='the new one')
resolving.print_help()
attempt(resolving, '-f 1 --foo 2', '--bar')

for arguments, options in [
    (['x'], {'required': True}), (['-x'], {'nargs': 0}), (['--'], {}), (['x', '-y'], {}), (['x'], {'dest': 'y'}), (['-x'], {'action': 'none'}),
    (['-x'], {'type': 'int'}), (['-x'], {'nargs': 2, 'metavar': ('A',)}), (['-x'], {'const': 1}), (['-x'], {'action': 'store_true', 'type': int}),
]:
    try:
        argparse.ArgumentParser(prog='p').add_argument(*arguments, **options)
        print('fine', arguments, options)
    except (ValueError, TypeError) as error:
        print(type(error).__name__, error)
try:
    parser.add_mutually_exclusive_group().add_argument('-z', required=True)
except ValueError as error:
    print(error)
