"""Help in every form: long texts and names, usages over several lines, formatters."""

import argparse

DESCRIPTION = """
    A description of %(prog)s with lines
      of its own, which are kept by some formatters and by others are made into one paragraph as wide as the terminal.
"""

for formatter in [
    argparse.HelpFormatter, argparse.RawDescriptionHelpFormatter, argparse.RawTextHelpFormatter, argparse.ArgumentDefaultsHelpFormatter,
    argparse.MetavarTypeHelpFormatter, lambda prog: argparse.HelpFormatter(prog, max_help_position=40, width=60),
]:
    for name in ['short', 'a-program-whose-name-is-so-long-that-the-usage-begins-on-a-line-of-its-own']:
        parser = argparse.ArgumentParser(prog=name, description=DESCRIPTION, epilog='The end.\n\nReally.', formatter_class=formatter)
        parser.add_argument('first', type=str, help='the first')
        parser.add_argument('others', type=int, nargs='*', default=[1], help='the others')
        parser.add_argument('-x', type=int, default=3, help='a short one')
        parser.add_argument('--an-option-with-a-long-name', type=str, help='help that stands on the next line,\nand\tgoes on until it has to be wrapped')
        parser.add_argument('-m', '--many', type=float, nargs='+', help='100%% of them')
        parser.add_argument('-y', '--yes', action='store_true')
        parser.add_argument('--choice', type=str, choices=['red', 'green', 'blue'], help='one of %(choices)s')
        parser.add_argument('--pair', type=str, nargs=2, required=True)
        print(parser.format_help())

parser = argparse.ArgumentParser(prog='p', add_help=False, prefix_chars='-+')
parser.add_argument('+x', '++extra', action='store_true')
parser.add_argument('-w', nargs='?', metavar='WIDTH')
parser.add_argument('rest', nargs=argparse.REMAINDER)
parser.print_help()
print(parser.parse_args(['+x', '-w', '3', 'a', '-b', '--c']))
print(parser.parse_args(['++ex', '-w']))

empty = argparse.ArgumentParser(prog='empty', add_help=False)
print(repr(empty.format_help()))
positional = argparse.ArgumentParser(prog='positional', add_help=False)
for number in range(12):
    positional.add_argument(f'argument{number}')
print(positional.format_usage())
many = argparse.ArgumentParser(prog='many')
group = many.add_mutually_exclusive_group(required=True)
for number in range(12):
    group.add_argument(f'--option{number}', metavar='VALUE', help=f'number {number}')
print(many.format_usage())
