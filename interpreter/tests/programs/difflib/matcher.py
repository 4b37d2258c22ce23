"""SequenceMatcher and get_close_matches."""

import difflib
from difflib import SequenceMatcher, get_close_matches

matcher = SequenceMatcher(None, 'private Thread currentThread;', 'private volatile Thread currentThread;')
print(round(matcher.ratio(), 3), round(matcher.quick_ratio(), 3), round(matcher.real_quick_ratio(), 3))
for block in matcher.get_matching_blocks():
    print(block, block.a, block.b, block.size)
for tag, i1, i2, j1, j2 in SequenceMatcher(None, 'qabxcd', 'abycdf').get_opcodes():
    print(f'{tag:7} {i1}:{i2} {j1}:{j2}')
print(SequenceMatcher(None, ' abcd', 'abcd abcd').find_longest_match(0, 5, 0, 9))
print(SequenceMatcher(lambda char: char == ' ', ' abcd', 'abcd abcd').find_longest_match(0, 5, 0, 9))
print(SequenceMatcher(None, 'ab', 'c').find_longest_match(), SequenceMatcher(None, '', '').ratio())
print(list(SequenceMatcher(None, list(range(1, 40)), [*range(1, 8), 'i', *range(9, 20), *range(25, 40)]).get_grouped_opcodes(2)))
print(list(SequenceMatcher(None, 'same', 'same').get_grouped_opcodes()))

matcher = SequenceMatcher(str.isspace)
matcher.set_seq2('a b c')
for text in ('abc', 'a b c', 'c b a', ''):
    matcher.set_seq1(text)
    print(text, matcher.ratio(), matcher.get_opcodes(), sorted(matcher.bjunk))
matcher.set_seqs('ab' * 150, 'ba' * 150)
print(sorted(matcher.bpopular), matcher.ratio(), SequenceMatcher(None, 'ab' * 150, 'ba' * 150, autojunk=False).ratio())
print(SequenceMatcher(a=[1, (2, 3)], b=[(2, 3), 1]).get_opcodes(), SequenceMatcher[str])

print(get_close_matches('appel', ['ape', 'apple', 'peach', 'puppy']))
print(get_close_matches('wheel', ['while', 'for', 'if', 'else', 'with', 'whee'], n=2, cutoff=0.5))
print(get_close_matches('x', []), get_close_matches('accept', ['except', 'assert', 'accent'], 1))
for options in ({'n': 0}, {'cutoff': 2}):
    try:
        get_close_matches('a', ['b'], **options)
    except ValueError as error:
        print(error)
print(difflib.Match(1, 2, 3)._asdict())
