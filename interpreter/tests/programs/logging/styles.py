import logging
import sys

logging.basicConfig(stream=sys.stdout, style='{', format='{levelname:>7} {message}', level=logging.INFO)
logging.info('braces')
logging.debug('not this')
for handler in logging.root.handlers[:]:
    logging.root.removeHandler(handler)
logging.basicConfig(stream=sys.stdout, style='$', format='$name: $message', force=True)
logging.getLogger('dollar').warning('a %s', 'b')
for wrong in (lambda: logging.Formatter('x', style='!'), lambda: logging.basicConfig(force=True, nonsense=1), lambda: logging.root.setLevel('LOUD')):
    try:
        wrong()
    except ValueError as error:
        print(error)
