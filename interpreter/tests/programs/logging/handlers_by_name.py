# Handlers have names, and make their lock where a subclass may see it.
import array
import io
import logging
import random
import reprlib
import sys
import time

handler = logging.StreamHandler(io.StringIO())
print(handler.name, handler.get_name())
handler.set_name('console')
print(handler.name, handler.get_name(), handler)
handler.name = 'other'
print(handler.get_name())


class Locked(logging.Handler):
    def createLock(self):
        print('lock')
        super().createLock()

    def emit(self, record):
        self.acquire()
        print(record.getMessage())
        self.release()


Locked().handle(logging.makeLogRecord({'msg': 'hi'}))

# What else was missing of other modules.
print(reprlib.repr(array.array('i', range(10))), reprlib.repr(array.array('i')), reprlib.repr(array.array('d', [1.5])))
print(time.tzset(), sys.audit('an.event', 1), random.RECIP_BPF)
