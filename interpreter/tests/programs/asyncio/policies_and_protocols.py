# Policies, loops of classes of their own, futures by protocol, exceptions of asyncio.
import asyncio
class Policy(asyncio.DefaultEventLoopPolicy):
    def new_event_loop(self):
        print('new loop'); return super().new_event_loop()
asyncio.set_event_loop_policy(Policy())
async def main(): print(type(asyncio.get_event_loop_policy()).__name__); return asyncio.get_event_loop() is asyncio.get_running_loop()
print(asyncio.run(main()))
try: asyncio.set_event_loop_policy(3)
except (TypeError, AssertionError) as e: print(e)
class MyLoop(asyncio.SelectorEventLoop):
    def call_soon(self, callback, *args, context=None):
        print('call_soon', getattr(callback, '__name__', type(callback).__name__)); return super().call_soon(callback, *args, context=context)
class P2(asyncio.DefaultEventLoopPolicy):
    _loop_factory = None
loop = MyLoop(); print(loop); loop.call_soon(print, 'called'); loop.stop(); loop.run_forever(); loop.close()
al = asyncio.AbstractEventLoop()
for n in ('run_forever', 'stop', 'time', 'close'):
    try: getattr(al, n)()
    except NotImplementedError as e: print(n, repr(e))
p = asyncio.AbstractEventLoopPolicy()
for n in ('get_event_loop', 'new_event_loop'):
    try: getattr(p, n)()
    except NotImplementedError as e: print(n, repr(e))
class Fut:
    "a future by protocol"
    def __init__(self, loop): self._loop = loop; self.cbs = []; self._asyncio_future_blocking = False; self.v = None; self.d = False
    def get_loop(self): return self._loop
    def add_done_callback(self, fn, *, context=None): self.cbs.append(fn)
    def cancel(self, msg=None): return False
    def done(self): return self.d
    def result(self): return self.v
    def set(self, v):
        self.v = v; self.d = True
        for cb in self.cbs: self._loop.call_soon(cb, self)
    def __await__(self):
        if not self.d: self._asyncio_future_blocking = True; yield self
        return self.v
async def duck():
    f = Fut(asyncio.get_running_loop()); asyncio.get_running_loop().call_soon(f.set, 'duck'); return await f
print(asyncio.run(duck()))
print(asyncio.iscoroutinefunction(asyncio.sleep), asyncio.run(asyncio.sleep(0, 'slept')))
from asyncio import *
print([n for n in ('run', 'sleep', 'TaskGroup', 'timeout', 'Runner', 'tasks', 'CancelledError') if n in globals()])
import asyncio.tasks, asyncio.exceptions
print(asyncio.tasks.Task is asyncio.Task, asyncio.exceptions.CancelledError.__mro__, asyncio.TimeoutError is TimeoutError)
e = asyncio.IncompleteReadError(b'abc', 5); print(e, e.partial, e.expected, repr(e)); print(asyncio.IncompleteReadError(b'', None))
e = asyncio.LimitOverrunError('too long', 7); print(e, e.consumed, repr(e))

print(repr(asyncio.CancelledError()), issubclass(asyncio.CancelledError, Exception), issubclass(asyncio.InvalidStateError, Exception), issubclass(asyncio.QueueEmpty, Exception), issubclass(asyncio.BrokenBarrierError, RuntimeError))
