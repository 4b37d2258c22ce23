"""The order of what is set up, torn down and cleaned up, and what happens when that fails."""

import unittest


def setUpModule():
    print('module up')
    unittest.addModuleCleanup(print, 'module clean-up')


def tearDownModule():
    print('module down')


class Order(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        print('class up')
        cls.addClassCleanup(print, 'class clean-up', 1)
        cls.addClassCleanup(print, 'class clean-up', 2)

    @classmethod
    def tearDownClass(cls):
        print('class down')

    def setUp(self):
        print('up', self._testMethodName)
        self.addCleanup(print, 'clean-up', 1)
        self.addCleanup(print, 'clean-up', 2)

    def tearDown(self):
        print('down')

    def test_a(self):
        print('a')

    def test_b(self):
        print('b')
        raise ValueError('b')


class ClassFails(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.addClassCleanup(print, 'cleaned all the same')
        raise RuntimeError('no class')

    def test_never(self):
        print('never')


class ClassSkips(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        raise unittest.SkipTest('the class has skipped itself')

    def test_never(self):
        print('never')


class DownFails(unittest.TestCase):
    def tearDown(self):
        raise RuntimeError('down')

    @classmethod
    def tearDownClass(cls):
        raise RuntimeError('class down')

    def test_ok(self):
        print('ok')

    def test_fails_too(self):
        self.fail('and down fails, too')


class UpFails(unittest.TestCase):
    def setUp(self):
        self.addCleanup(print, 'cleaned after a failed setUp')
        raise OSError('up')

    def tearDown(self):
        print('never')

    def test_never(self):
        print('never')


class CleanupFails(unittest.TestCase):
    def test_cleanup(self):
        self.addCleanup(self.fail, 'first')
        self.addCleanup(lambda: 1 / 0)


class Manager:
    def __init__(self, name):
        self.name = name

    def __enter__(self):
        print('enter', self.name)
        return self.name

    def __exit__(self, *exc_info):
        print('exit', self.name, exc_info)


class Contexts(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.enterClassContext(Manager('class'))

    def test_enter(self):
        self.assertEqual(self.enterContext(Manager('test')), 'test')

    def test_wrong(self):
        self.enterContext(3)


unittest.main(exit=False)
