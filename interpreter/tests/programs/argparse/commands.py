"""Commands: subparsers with arguments, defaults, aliases and help of their own."""

import argparse


def add(args):
    return sum(args.numbers)


def greet(args):
    return f'{args.greeting}, {args.name}!' * args.times


parser = argparse.ArgumentParser(prog='tool')
parser.add_argument('--debug', action='store_true', help='say more')
commands = parser.add_subparsers(title='commands', dest='command', help='what to do', metavar='COMMAND')
adding = commands.add_parser('add', help='add numbers', description='Adds numbers.')
adding.add_argument('numbers', nargs='+', type=int, help='the numbers')
adding.set_defaults(run=add)
greeting = commands.add_parser('greet', aliases=['hello', 'hi'], help='greet somebody')
greeting.add_argument('name')
greeting.add_argument('--greeting', default='Hello')
greeting.add_argument('-t', '--times', type=int, default=1)
greeting.set_defaults(run=greet)
commands.add_parser('silent')

parser.print_help()
adding.print_help()
greeting.print_usage()
for line in ['add 1 2 3', '--debug greet World', 'hi You -t 2', 'hello --greeting Hey Me', 'silent', '', 'add', 'add x', 'sub 1', 'greet', 'add 1 -x', 'add -h']:
    try:
        args = parser.parse_args(line.split())
    except SystemExit as end:
        print(line, '| ended with', end.code)
        continue
    run = vars(args).pop('run', None)
    print(line, '|', args, '|', run and run(args))

required = argparse.ArgumentParser(prog='required')
required.add_subparsers(required=True).add_parser('only')
for arguments in ([], ['only'], ['other']):
    try:
        print(required.parse_args(arguments))
    except SystemExit as end:
        print('ended with', end.code)
try:
    commands.add_parser('add')
except argparse.ArgumentError as error:
    print(error)
try:
    parser.add_subparsers()
except SystemExit as end:
    print('ended with', end.code)

nested = argparse.ArgumentParser(prog='nested')
nested.add_argument('first')
inner = nested.add_subparsers(dest='one').add_parser('a').add_subparsers(dest='two')
inner.add_parser('b').add_argument('-x', type=float)
print(nested.parse_args(['v', 'a', 'b', '-x', '2']))
print(nested.parse_known_args(['v', 'a', 'b', '-y', '2']))
try:
    nested.parse_args(['v', 'a', 'b', '-h'])
except SystemExit as end:
    print('ended with', end.code)
