import logging

logging.warning('%s to %d', 'up', 3)
logging.info('not shown')
logging.basicConfig(level=logging.DEBUG, format='too late')
log = logging.getLogger('app.db')
log.error('lost %s', {'host': 'here'})
print(log.name, log.parent, log.getEffectiveLevel(), logging.getLogger('app.db') is log)
logging.getLogger().setLevel('DEBUG')
log.debug('now shown')
try:
    1 / 0
except ZeroDivisionError:
    log.exception('it failed')
