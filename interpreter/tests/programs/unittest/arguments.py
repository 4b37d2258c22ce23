"""unittest.main() with arguments."""

import unittest


class Words(unittest.TestCase):
    def test_upper(self):
        print('upper')
        self.assertEqual('a'.upper(), 'A')

    def test_split(self):
        print('split')
        self.assertEqual('a b'.split(), ['a', 'c'])


class Numbers(unittest.TestCase):
    def test_add(self):
        self.assertEqual(1 + 1, 2)

    def test_fails(self):
        self.assertEqual(1, 2)


for arguments in [
    [], ['-v'], ['-q'], ['Words'], ['Words.test_upper', 'Numbers.test_add'], ['-v', '-k', 'add'], ['-k', '*sp*'], ['-f', 'Numbers', 'Words'],
    ['-b', 'Words'], ['Words.test_nothing'], ['-v', 'Nobody'],
]:
    print(arguments)
    program = unittest.main(argv=['words', *arguments], exit=False)
    print(program.result)
print(unittest.main(defaultTest='Numbers.test_add', argv=['words'], exit=False).result)
print(unittest.main(defaultTest=['Numbers'], argv=['words'], exit=False, verbosity=2).result)
try:
    unittest.main(argv=['words', '--help'])
except SystemExit as end:
    print('ended', end.code)
unittest.main(argv=['words', '--wrong'])
