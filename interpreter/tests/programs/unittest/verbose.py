"""What is written of tests that are skipped, fail as expected, and have subtests, at every verbosity."""

import unittest


class Kinds(unittest.TestCase):
    def test_ok(self):
        pass

    def test_doc(self):
        """The first line is shown."""

    @unittest.skip('not today')
    def test_skipped(self):
        raise AssertionError

    @unittest.skip
    def test_skipped_bare(self):
        raise AssertionError

    @unittest.skipIf(1 < 2, 'one is less than two')
    def test_skip_if(self):
        raise AssertionError

    @unittest.skipUnless(1 < 2, 'never')
    def test_skip_unless(self):
        pass

    def test_skip_inside(self):
        self.skipTest('found out late')

    def test_raise_skip(self):
        raise unittest.SkipTest('raised')

    @unittest.expectedFailure
    def test_expected(self):
        self.fail('as expected')

    @unittest.expectedFailure
    def test_unexpected(self):
        pass

    @unittest.expectedFailure
    def test_expected_subtest(self):
        for number in range(3):
            with self.subTest(number=number):
                self.assertEqual(number, 1)

    def test_subtests(self):
        for number in range(4):
            with self.subTest(number=number):
                self.assertEqual(number % 2, 0)

    def test_nested_subtests(self):
        with self.subTest('outer', i=1):
            with self.subTest('inner', j=2, i=3):
                self.assertTrue(False)
            with self.subTest():
                raise KeyError('key')
            self.skipTest('rest of the outer')

    def test_exit(self):
        raise SystemExit(3)


@unittest.skip('the whole class')
class Skipped(unittest.TestCase):
    def test_one(self):
        pass

    def test_two(self):
        pass


@unittest.expectedFailure
class AllFail(unittest.TestCase):
    def test_fails(self):
        self.fail()


class RunTest(unittest.TestCase):
    def runTest(self):
        self.assertEqual([], {})


for verbosity in (0, 1, 2):
    program = unittest.main(verbosity=verbosity, exit=False)
    print(program.result, program.result.wasSuccessful())
