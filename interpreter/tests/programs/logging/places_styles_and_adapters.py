# Where a message comes from, the stack that led there, formats that are checked, styles, adapters, and messages that can't be written.
import io
import logging
import sys
import time

logging.basicConfig(stream=sys.stdout, format='%(levelname)s:%(name)s:%(funcName)s:%(lineno)d:%(filename)s:%(module)s:%(message)s')
log = logging.getLogger('a.b')


def t(function):
    try:
        print(function())
    except Exception as error:
        print(type(error).__name__, error)


def say(level):
    log.warning('from level %d', level, stacklevel=level)


def outer():
    say(1)
    say(2)
    say(3)


outer()


class Short(logging.Formatter):
    def formatStack(self, stack_info):
        return ' / '.join([line.strip() for line in stack_info.splitlines()[-4:]])


short = logging.StreamHandler(sys.stdout)
short.setFormatter(Short())
shortly = logging.getLogger('shortly')
shortly.addHandler(short)
shortly.propagate = False


def told():
    shortly.error('here', stack_info=True)


told()


class Wrapping(logging.Logger):
    def hint(self, message):
        self._log(logging.INFO, message, ())


logging.setLoggerClass(Wrapping)
wrapping = logging.getLogger('w')
wrapping.setLevel(logging.INFO)
wrapping.hint('by a method of its own')

for fmt, style in [
    ('$', '$'), ('{message!x}', '{'), ('{0}', '{'), ('{message', '{'), ('%(message', '%'), ('{message:x!}', '{'), ('$1', '$'), ('{a.b}', '{'),
    ('{message:<30}', '{'), ('{message!r:>{width}}', '{'), ('plain', '%'), ('plain', '{'), ('plain', '$'), ('${message}', '$'), ('x', '?'),
    ('{a b}', '{'), ('%(message)5.2s', '%'), ('', '{'),
]:  # fmt: skip
    t(lambda: logging.Formatter(fmt, style=style)._fmt)
t(lambda: logging.Formatter('plain', validate=False)._fmt)
record = logging.makeLogRecord({'msg': 'text %s', 'args': ('x',), 'name': 'n', 'levelname': 'INFO'})
for fmt, style in [('%(name)s %(message)s %(more)s', '%'), ('{name} {message} {more}', '{'), ('$name ${message} $more', '$')]:
    print(logging.Formatter(fmt, style=style, defaults={'more': 'extra'}).format(record))
    t(lambda: logging.Formatter(fmt, style=style).format(record))
print(logging.Formatter('{asctime} x', style='{').usesTime(), logging.Formatter('$asctime', style='$').usesTime(), logging.Formatter().usesTime())
print(type(logging.Formatter()._style).__name__, logging.PercentStyle('%(message)s').format(record), logging.StrFormatStyle('').default_format)


class ByLevel(logging.Formatter):
    def format(self, record):
        self._style._fmt = '!! %(message)s' if record.levelno >= logging.ERROR else '%(message)s'
        return super().format(record)


handler = logging.StreamHandler(sys.stdout)
handler.setFormatter(ByLevel())
styled = logging.getLogger('styled')
styled.addHandler(handler)
styled.propagate = False
styled.warning('plain')
styled.error('loud')
formatter = logging.Formatter('%(asctime)s', '%H:%M:%S')
formatter.converter = time.gmtime
record.created = 3661.0
print(formatter.format(record))

adapter = logging.LoggerAdapter(log, {'k': 1})
print(adapter, adapter.name, adapter.hasHandlers(), adapter.getEffectiveLevel(), adapter.process('m', {}), adapter.manager is log.manager)
adapter.warning('adapted')
adapter.log(logging.ERROR, 'by %s', 'level', stacklevel=1)

made = log.makeRecord('n', 10, '/p/f.py', 1, 'm', (), None, extra={'more': 5})
print(made, made.more, made.filename, made.module, [name for name in vars(made) if name not in ('created', 'msecs', 'relativeCreated', 'process', 'thread')])
t(lambda: log.makeRecord('n', 10, 'f', 1, 'm', (), None, extra={'message': 5}))
t(lambda: log.log('high', 'm'))
print(log.findCaller()[1:], log.findCaller(stack_info=True)[3].splitlines()[0])

log.warn('deprecated')
logging.warn('deprecated')
adapter.warn('deprecated')



class Telling(logging.Handler):
    def emit(self, record):
        try:
            self.format(record)
        except TypeError:
            self.handleError(record)


telling = logging.getLogger('telling')
telling.addHandler(Telling())
telling.propagate = False
sys.stderr = io.StringIO()
telling.error('too few %s %s', 'x')
written, sys.stderr = sys.stderr.getvalue().splitlines(), sys.__stderr__
print(written[0], written[-2:], [text for text in ('Call stack:', 'TypeError: not enough arguments for format string') if text in written])
logging.raiseExceptions = False
telling.error('too few %s %s', 'x')
