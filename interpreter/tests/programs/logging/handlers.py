import logging
import sys

log = logging.getLogger('shop')
log.setLevel(logging.DEBUG)
log.propagate = False
plain = logging.StreamHandler(sys.stdout)
plain.setFormatter(logging.Formatter('%(levelname)-8s|%(name)s|%(funcName)s|%(message)s'))
log.addHandler(plain)


class Counting(logging.Handler):
    def __init__(self):
        super().__init__(logging.ERROR)
        self.count = 0

    def emit(self, record):
        self.count += 1
        print('counted', record.levelname, record.getMessage())


counting = Counting()
log.addHandler(counting)
plain.addFilter(lambda record: 'secret' not in record.getMessage())


def sell(what):
    log.info('sold %s', what)
    log.debug('secret price')
    log.critical('no %s left', what)


sell('tea')
print(counting.count, log.handlers, logging.getLevelName(25), log.isEnabledFor(5))
logging.addLevelName(25, 'NOTICE')
log.log(25, 'noticed')
logging.LoggerAdapter(log, {'user': 'x'}).warning('adapted')
