"""Where a sentence ends for textwrap, and gets two spaces."""

import textwrap

TEXTS = [
    'One. Two! Three? Four',
    '"Quoted." Then \'single.\' Then (in brackets.) Then',
    'Twice "quoted."" Then \'"both."\' Then',
    'CAPITAL. Letters. 1. Digit. é. Accent. x. Then',
    'Dots... Then e.g. that. Then no.end Then',
    'Already.  Two. One',
]

for text in TEXTS:
    for width in (20, 70):
        print(textwrap.wrap(text, width, fix_sentence_endings=True))
    print(textwrap.fill(text, 30, fix_sentence_endings=True, break_on_hyphens=False))
