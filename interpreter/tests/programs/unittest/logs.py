"""assertLogs and assertNoLogs."""

import logging
import unittest

log = logging.getLogger('app')


class Logs(unittest.TestCase):
    def test_logs(self):
        with self.assertLogs('app', level='INFO') as caught:
            log.info('first %s', 1)
            logging.getLogger('app.part').error('second')
            log.debug('not this')
        self.assertEqual(caught.output, ['INFO:app:first 1', 'ERROR:app.part:second'])
        self.assertEqual([record.levelno for record in caught.records], [logging.INFO, logging.ERROR])

    def test_nothing(self):
        with self.assertLogs(log):
            log.debug('too low')

    def test_root(self):
        with self.assertLogs():
            pass

    def test_level(self):
        with self.assertLogs('app', logging.ERROR):
            log.warning('too low')

    def test_no_logs(self):
        with self.assertNoLogs('app', level='ERROR'):
            log.warning('low enough')

    def test_unwanted(self):
        with self.assertNoLogs(log):
            log.info('unwanted')

    def test_error_inside(self):
        with self.assertLogs(log):
            raise ValueError('inside')


unittest.main(exit=False)
log.warning('the handlers are back')
