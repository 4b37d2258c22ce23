import textwrap

text = 'The quick brown fox -- always well-fed -- jumps over the lazy dog.  It sleeps on.'
print(textwrap.fill(text, 24))
print(textwrap.wrap(text, 24, initial_indent='* ', subsequent_indent='  '))
print(textwrap.shorten(text, 30), textwrap.shorten(text, 30, placeholder='…'))
print(textwrap.dedent('''
    def f():
        return 1
    ''') + textwrap.indent('a\n\nb\n', '> '))
print(textwrap.wrap('averyveryverylongword', 8), textwrap.wrap('averyveryverylongword', 8, break_long_words=False))
print(textwrap.wrap('one-two-three', 5), textwrap.wrap('one-two-three', 5, break_on_hyphens=False), textwrap.wrap(text, 30, max_lines=2))
