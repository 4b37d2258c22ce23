"""Random programs about asyncio: tasks that wait for one another in every way, cancel, time out and fail, on virtual time.

Delays are few and short, so that many timers fall due together. The main task has a deadline, so a program ends, or deadlocks as it ends.
"""

from author import Author

PROLOGUE = '''\
import asyncio
import contextlib

tasks = {}


class Boom(Exception):
    pass


def show(*things):
    print(round(asyncio.get_running_loop().time(), 3), *map(text, things))


def text(thing):
    if isinstance(thing, BaseExceptionGroup):
        return f"{type(thing).__name__}[{', '.join(map(text, thing.exceptions))}]"
    if isinstance(thing, BaseException):
        return told(thing)
    if isinstance(thing, (list, tuple)):
        return "[" + ", ".join(map(text, thing)) + "]"
    if isinstance(thing, asyncio.Task):
        return f"{thing.get_name()}:{'cancelled' if thing.cancelled() else 'done' if thing.done() else 'pending'}:{thing.cancelling()}"
    if isinstance(thing, asyncio.Future):
        return f"future:{'cancelled' if thing.cancelled() else 'done' if thing.done() else 'pending'}"
    return repr(thing)


def told(error):
    links = []
    while error is not None and len(links) < 6:
        links.append(f"{type(error).__name__}{error.args if not isinstance(error, (BaseExceptionGroup, RecursionError)) else ''}")
        error = error.__cause__ or error.__context__
    return " < ".join(links)


def called(n):
    show("called", n)


def done(future):
    show("done", future)


def spawn(name, coroutine):
    tasks[name] = asyncio.create_task(coroutine, name=name)
    return tasks[name]


async def leaf(n, delay=0, fails=False):
    try:
        await asyncio.sleep(delay)
        if fails:
            raise Boom(n)
        return n
    except asyncio.CancelledError as error:
        show("leaf cancelled", n, error)
        raise
    finally:
        show("leaf ends", n)


async def stubborn(n, delay=0):
    try:
        await asyncio.sleep(delay)
    except asyncio.CancelledError:
        show("refuses", n)
        await asyncio.sleep(delay)
    return n


async def ticks(n, delay=0):
    try:
        for i in range(3):
            await asyncio.sleep(delay)
            yield n + i
    finally:
        await asyncio.sleep(delay)
        show("ticked", n)
'''

DELAYS = ["0", "0", "0.1", "0.1", "0.2", "0.3", "0.05"]
ERRORS = ["asyncio.CancelledError", "asyncio.TimeoutError", "Boom", "Exception", "BaseException", "(Boom, asyncio.TimeoutError)"]


class Tasks(Author):
    """The author of these programs."""

    def __init__(self, seed):
        super().__init__(f"tasks {seed}")
        self.workers = self.chance.randint(2, 5)
        self.lines = PROLOGUE.splitlines()
        for worker in range(self.workers):
            self.worker(worker)
        self.main()

    def worker(self, worker):
        self.line("")
        self.line("")
        with self.block(f"async def w{worker}():"):
            self.body(1, self.chance.randint(2, 6))
            self.line(f"return {self.number()}")

    def main(self):
        self.line("")
        self.line("")
        with self.block("async def main():"):
            self.line("global queue, event, lock, semaphore, condition, barrier, future")
            self.line(f"queue = asyncio.{self.one_of('Queue', 'Queue', 'LifoQueue', 'PriorityQueue')}({self.chance.randint(1, 3)})")
            self.line("event, lock, condition = asyncio.Event(), asyncio.Lock(), asyncio.Condition()")
            self.line(f"semaphore, barrier = asyncio.{self.one_of('Semaphore', 'BoundedSemaphore')}(2), asyncio.Barrier(2)")
            self.line("future = asyncio.get_running_loop().create_future()")
            way = self.weighed({"gather": 4, "group": 1, "wait": 2, "leave": 1, "one by one": 1})
            if way == "group":
                with self.block("try:"), self.block("async with asyncio.TaskGroup() as group:"):
                    for worker in range(self.workers):
                        self.line(f"tasks['w{worker}'] = group.create_task(w{worker}(), name='w{worker}')")
                with self.block("except BaseException as error:"):
                    self.line("show('group', error)")
            else:
                for worker in range(self.workers):
                    self.line(f"spawn('w{worker}', w{worker}())")
                self.waiting(way)
            if self.happens(0.3):
                self.body(0, 2)
            self.line("show('tasks', *tasks.values())")
        self.line("")
        self.line("")
        with self.block("try:"):
            if self.happens(0.2):
                with self.block("with asyncio.Runner() as runner:"):
                    self.line("runner.run(main())")
                    self.line("print('between')")
            else:
                self.line("asyncio.run(main())")
        with self.block("except BaseException as error:"):
            self.line("print('over', text(error))")

    def waiting(self, way):
        deadline = self.one_of("1", "2", "0.5", "0.35")
        with self.block("try:"):
            if way == "gather":
                self.line(
                    f"show(await asyncio.wait_for(asyncio.gather(*tasks.values(), return_exceptions={self.one_of('True', 'True', 'False')}), {deadline}))"
                )
            elif way == "wait":
                self.line(f"finished, pending = await asyncio.wait(tasks.values(), timeout={deadline}, return_when=asyncio.{self.when()})")
                self.line("show(len(finished), len(pending))")
            elif way == "leave":
                self.line(f"await asyncio.sleep({self.delay()})")
            else:
                with self.block(f"async with asyncio.timeout({deadline}):"), self.block("for task in list(tasks.values()):"):
                    self.line("show(await task)")
        with self.block("except BaseException as error:"):
            self.line("show('main', error)")

    # Statements.

    def body(self, nested, most):
        for _ in range(self.chance.randint(1, most) if nested else most):
            self.statement(nested)

    def statement(self, nested):
        compound = 1 if nested < 4 else 0
        getattr(
            self,
            "write_"
            + self.weighed(
                {
                    "await": 8,
                    "cancel": 3,
                    "try": 6 * compound,
                    "timeout": 2 * compound,
                    "group": 2 * compound,
                    "locked": 2 * compound,
                    "queue": 2.5,
                    "event": 2,
                    "future": 1.5,
                    "wait": 1.5,
                    "as_completed": 1,
                    "call": 2,
                    "state": 1.5,
                    "raise": 1.2,
                    "loop": 1.5,
                    "spawn": 1.5,
                    "barrier": 0.5,
                    "condition": 1,
                    "uncancel": 0.4,
                    "generator": 0.7,
                }
            ),
        )(nested)

    def write_await(self, nested):
        self.line(f"show({self.number()}, await {self.awaitable()})")

    def write_cancel(self, nested):
        message = self.one_of("", "", f"'{self.number()}'")
        self.line(f"show({self.number()}, {self.task()}.cancel({message}))")

    def write_uncancel(self, nested):
        self.line(f"show({self.number()}, asyncio.current_task().uncancel())")

    def write_try(self, nested):
        with self.block("try:"):
            self.body(nested + 1, 2)
        handled = self.happens(0.75)
        if handled:
            error = f"e{self.number()}"
            with self.block(f"except {self.one_of(*ERRORS)} as {error}:"):
                self.line(f"show({self.number()}, {error})")
                if self.happens(0.4):
                    self.body(nested + 1, 1)
                if self.happens(0.35):
                    self.line(self.one_of("raise", "raise", f"raise Boom({self.number()})", f"raise Boom({self.number()}) from {error}"))
        if not handled or self.happens(0.4):
            with self.block("finally:"):
                self.line(f"show('finally', {self.number()})")
                if self.happens(0.6):
                    self.body(nested + 1, 1)

    def write_timeout(self, nested):
        name = f"t{self.number()}"
        header = self.one_of(
            f"asyncio.timeout({self.delay()})",
            f"asyncio.timeout({self.delay()})",
            "asyncio.timeout(None)",
            f"asyncio.timeout_at(asyncio.get_running_loop().time() + {self.delay()})",
        )
        with self.block(f"async with {header} as {name}:"):
            self.body(nested + 1, 2)
            if self.happens(0.2):
                self.line(f"{name}.reschedule(asyncio.get_running_loop().time() + {self.delay()})")
        self.line(f"show({self.number()}, {name}.expired())")

    def write_group(self, nested):
        name = f"g{self.number()}"
        with self.block(f"async with asyncio.TaskGroup() as {name}:"):
            for _ in range(self.chance.randint(1, 3)):
                self.line(f"{name}.create_task({self.leaf()})")
            if self.happens(0.6):
                self.body(nested + 1, 1)

    def write_locked(self, nested):
        with self.block(f"async with {self.one_of('lock', 'semaphore', 'condition')}:"):
            self.line(f"show('in', {self.number()})")
            self.body(nested + 1, 2)

    def write_queue(self, nested):
        k = self.number()
        self.line(
            self.one_of(
                f"await queue.put({k})",
                f"await queue.put({k})",
                f"show({k}, await asyncio.wait_for(queue.get(), {self.delay()}))",
                f"show({k}, queue.get_nowait())",
                f"queue.put_nowait({k})",
                f"show({k}, queue.qsize(), queue.full())",
                "queue.task_done()",
                f"await asyncio.wait_for(queue.join(), {self.delay()})",
            )
        )

    def write_event(self, nested):
        self.line(
            self.one_of(
                "event.set()",
                "event.set()",
                "event.clear()",
                f"show({self.number()}, await asyncio.wait_for(event.wait(), {self.delay()}))",
            )
        )

    def write_future(self, nested):
        k = self.number()
        self.line(
            self.one_of(
                f"future.set_result({k})",
                f"future.set_exception(Boom({k}))",
                "future.cancel()",
                "future.add_done_callback(done)",
                f"show({k}, await asyncio.shield(future))",
                f"show({k}, await asyncio.wait_for(future, {self.delay()}))",
            )
        )

    def write_wait(self, nested):
        k = self.number()
        some = self.one_of(f"asyncio.create_task({self.leaf()}), asyncio.create_task({self.leaf()})", self.task())
        timeout = self.one_of("None", self.delay())
        self.line(f"d{k}, p{k} = await asyncio.wait([{some}], timeout={timeout}, return_when=asyncio.{self.when()})")
        self.line(f"show({k}, len(d{k}), len(p{k}), sorted(map(text, d{k})) if not any('Task-' in text(t) for t in d{k}) else '')")

    def write_as_completed(self, nested):
        k = self.number()
        timeout = self.one_of("", f", timeout={self.delay()}")
        with self.block(f"for c{k} in asyncio.as_completed([asyncio.create_task({self.leaf()})]{timeout}):"):
            self.line(f"show({k}, await c{k})")

    def write_call(self, nested):
        k = self.number()
        loop = "asyncio.get_running_loop()"
        self.line(
            self.one_of(
                f"{loop}.call_soon(called, {k})",
                f"{loop}.call_later({self.delay()}, called, {k})",
                f"{loop}.call_at({loop}.time() + {self.delay()}, called, {k})",
                f"{loop}.call_later({self.delay()}, called, {k}).cancel()",
                f"{loop}.call_later({self.delay()}, {self.task()}.cancel)",
                f"{self.task()}.add_done_callback(done)",
                f"{loop}.call_later({self.delay()}, event.set)",
            )
        )

    def write_state(self, nested):
        self.line(
            f"show({self.number()}, {self.one_of(self.task(), '*tasks.values()', 'future', 'len(asyncio.all_tasks())', 'asyncio.current_task()')})"
        )

    def write_raise(self, nested):
        k = self.number()
        self.line(
            self.one_of(
                f"raise Boom({k})",
                f"raise Boom({k})",
                "raise asyncio.CancelledError",
                f"raise ExceptionGroup('{k}', [Boom({k}), ValueError({k})])",
            )
        )

    def write_loop(self, nested):
        k = self.number()
        with self.block(self.one_of(f"async for i{k} in ticks({k}, {self.delay()}):", f"for i{k} in range(2):")):
            self.body(nested + 1, 1)
            if self.happens(0.3):
                self.line("break")

    def write_spawn(self, nested):
        k = self.number()
        self.line(f"spawn('s{k}', {self.leaf()})")

    def write_barrier(self, nested):
        self.line(f"show({self.number()}, await asyncio.wait_for(barrier.wait(), {self.delay()}))")

    def write_condition(self, nested):
        with self.block("async with condition:"):
            self.line(
                self.one_of(
                    "condition.notify()",
                    "condition.notify_all()",
                    f"show({self.number()}, await asyncio.wait_for(condition.wait(), {self.delay()}))",
                )
            )

    def write_generator(self, nested):
        k = self.number()
        self.line(
            self.one_of(f"show({k}, await anext(ticks({k}, {self.delay()})))", f"show([x async for x in ticks({k}, {self.delay()})])")
        )

    # Expressions.

    def delay(self):
        return self.one_of(*DELAYS)

    def when(self):
        return self.one_of("ALL_COMPLETED", "FIRST_COMPLETED", "FIRST_EXCEPTION")

    def task(self):
        return f"tasks['w{self.chance.randrange(self.workers)}']"

    def leaf(self):
        k = self.number()
        return self.weighed({f"leaf({k}, {self.delay()})": 4, f"leaf({k}, {self.delay()}, True)": 1.5, f"stubborn({k}, {self.delay()})": 1})

    def awaitable(self):
        k = self.number()
        return self.weighed(
            {
                f"asyncio.sleep({self.delay()}, {k})": 4,
                self.leaf(): 2,
                self.task(): 1,
                f"asyncio.shield({self.task()})": 1,
                f"asyncio.shield({self.leaf()})": 0.7,
                f"asyncio.gather({self.leaf()}, {self.leaf()}, return_exceptions={self.one_of('True', 'False')})": 1.5,
                f"asyncio.wait_for({self.one_of(self.leaf(), self.leaf(), self.task())}, {self.delay()})": 2,
                f"asyncio.wait_for({self.leaf()}, None)": 0.3,
            }
        )
