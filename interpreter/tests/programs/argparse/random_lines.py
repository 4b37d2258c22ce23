"""Many command lines, read by many parsers."""

import argparse
import random

WORDS = ['-a', '-b', '-ab', '-c', '-c3', '-c=3', '--count', '--count=2', '--co', '--list', '--list=x', 'x', 'y', '1', '-1', '--', '-', '', '-z', 'a b', '-a b']


class Wrong(Exception):
    pass


class Parser(argparse.ArgumentParser):
    def error(self, message):
        raise Wrong(message)


def made(chance):
    parser = Parser(prog='p', add_help=False, allow_abbrev=chance.random() < 0.8)
    for name in 'pq'[:chance.randrange(3)]:
        parser.add_argument(name, nargs=chance.choice([None, None, '?', '*', '+', 2, argparse.REMAINDER]))
    parser.add_argument('-a', action='store_true')
    parser.add_argument('-b', action='count')
    parser.add_argument('-c', '--count', type=int, nargs=chance.choice([None, '?', '*']))
    parser.add_argument('--list', action=chance.choice(['append', 'store', 'extend']), nargs=chance.choice([None, '+']))
    if chance.random() < 0.2:
        parser.add_argument('-1', dest='one', action='store_true')
    return parser


for seed in range(40):
    chance = random.Random(seed)
    parser = made(chance)
    print(parser.format_usage().strip())
    for _ in range(6):
        line = [chance.choice(WORDS) for _ in range(chance.randrange(6))]
        try:
            print(line, parser.parse_known_args(line))
        except Wrong as error:
            print(line, error)
