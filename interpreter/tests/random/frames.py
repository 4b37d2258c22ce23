"""Random programs about suspended frames: generators, `types.coroutine`, coroutines and async generators that make, drive, throw
into, close and drop one another, from bodies of `try`, `with` and loops at random.

They end: a function makes only functions of a higher number, no loop runs for ever, and nothing that runs can be resumed.
"""

from author import Author

PROLOGUE = '''\
import contextlib
import inspect
import traceback
import types

slots = [None] * 5


class Boom(Exception):
    pass


class Bang(Boom):
    def __init__(self, *args):
        super().__init__(*args, "bang")


def show(*things):
    print(*map(text, things))


def text(thing):
    if isinstance(thing, BaseException):
        return told(thing)
    if inspect.isgenerator(thing):
        return f"{thing.__name__} {inspect.getgeneratorstate(thing)} from {text(thing.gi_yieldfrom)}"
    if inspect.iscoroutine(thing):
        return f"{thing.__name__} {inspect.getcoroutinestate(thing)} from {text(thing.cr_await)}"
    if inspect.isasyncgen(thing):
        return f"{thing.__name__} {thing.ag_running} {thing.ag_frame is None} from {text(thing.ag_await)}"
    return repr(thing)


def told(error):
    links = []
    while error is not None and len(links) < 8:
        links.append(f"{type(error).__name__}{error.args}{'!' if error.__suppress_context__ else ''}")
        error = error.__cause__ or error.__context__
    return " < ".join(links)


class Mark:
    def __init__(self, n):
        self.n = n

    def __repr__(self):
        return f"Mark({self.n})"

    def __del__(self):
        print("gone", self.n)


class Manager:
    def __init__(self, n, swallows=(), on_exit=None):
        self.n, self.swallows, self.on_exit = n, swallows, on_exit

    def __enter__(self):
        print("enter", self.n)
        return self.n

    def __exit__(self, kind, error, trace):
        show("exit", self.n, error)
        if self.on_exit is not None:
            raise self.on_exit
        return isinstance(error, self.swallows)

    async def __aenter__(self):
        await pause(self.n)
        return self.__enter__()

    async def __aexit__(self, kind, error, trace):
        await pause(-self.n)
        return self.__exit__(kind, error, trace)


@contextlib.contextmanager
def managed(n):
    print("begin", n)
    try:
        yield n
    except Bang as error:
        show("managed", n, error)
    finally:
        print("end", n)


@contextlib.asynccontextmanager
async def managed_async(n):
    await pause(n)
    try:
        yield n
    finally:
        await pause(-n)
        print("end", n)


class Countdown:
    def __init__(self, n):
        self.n = n % 3 + 1

    def __iter__(self):
        return self

    def __next__(self):
        self.n -= 1
        if self.n < 0:
            raise StopIteration("countdown")
        return self.n


class Delegate(Countdown):
    def send(self, value):
        show("send", value)
        return self.__next__()

    def throw(self, *error):
        print("throw", len(error))
        if self.n > 1:
            raise Boom("thrown")
        return self.__next__()

    def close(self):
        print("close")


class Awaitable:
    def __init__(self, n):
        self.n = n

    def __await__(self):
        try:
            got = yield self.n
            return got
        finally:
            print("awaited", self.n)


class Direct:
    def __init__(self, n):
        self.n = n

    def __await__(self):
        return Delegate(self.n)


@types.coroutine
def pause(n):
    return (yield n)


async def ticks(n):
    try:
        for i in range(3):
            show("tick", await pause(i))
            yield n + i
    finally:
        await pause(n)
        print("ticked", n)
'''

GENERATOR, AWAITABLE, COROUTINE, ASYNC, PLAIN, MODULE = "generator", "awaitable", "coroutine", "async", "plain", "module"
KINDS = {GENERATOR: 5, AWAITABLE: 1, COROUTINE: 3, ASYNC: 3, PLAIN: 1}
# What each of the slots is for, as a rule.
ITERATORS, AWAITABLES, ASYNC_GENERATORS, STEPS = (0, 1), (2,), (3,), (4,)
# Who may say what.
YIELDS = {GENERATOR, AWAITABLE, ASYNC}
AWAITS = {COROUTINE, ASYNC}


class Scope:
    """What may be written where the author stands."""

    def __init__(self, kind, number, statements):
        self.kind = kind
        self.number = number  # of the function: it makes those of a higher one
        self.statements = statements  # how many more it may have
        self.nested = 0
        self.loops = 0
        self.error = None  # the name of the exception that is handled
        self.names = []  # variables that are set


class Frames(Author):
    """The author of these programs."""

    def __init__(self, seed):
        super().__init__(f"frames {seed}")
        self.kinds = [self.weighed(KINDS) for _ in range(self.chance.randint(2, 6))]
        self.lines = PROLOGUE.splitlines()
        # Most programs are tame: too many exceptions at once, and nothing much happens.
        self.wildness = self.one_of(0.3, 0.6, 1.0)
        for number, kind in enumerate(self.kinds):
            self.function(number, kind)
        self.line("")
        self.line("")
        self.drive()

    def function(self, number, kind):
        self.line("")
        self.line("")
        if kind == AWAITABLE:
            self.line("@types.coroutine")
        scope = Scope(kind, number, self.chance.randint(2, 6))
        with self.block(f"{'async ' if kind in AWAITS else ''}def f{number}(n):"):
            if self.happens(0.3):
                self.line(f"mark = Mark({self.number()})")
            while scope.statements > 0:
                self.statement(scope)
            if kind in YIELDS:
                self.line(f"yield {self.number()}")
            if kind != ASYNC and self.happens(0.5):
                self.line(f"return {self.number()}")

    def drive(self):
        """The module's own statements."""
        scope = Scope(MODULE, -1, 40)
        for slot in range(5):
            self.line(self.assignment(scope, slot))
        for _ in range(self.chance.randint(6, 20)):
            self.trial(scope)
        scope.statements = self.chance.randint(0, 3)
        while scope.statements > 0:
            self.statement(scope)
        if self.happens(0.2):
            self.line(f"show({self.poke()})")

    def trial(self, scope):
        way = self.weighed({"try": 10, "handler": 2, "loop": 2, "finish": 2, "assign": 4, "state": 2, "traceback": 2})
        error = f"e{self.number()}"
        if way == "assign":
            self.line(self.assignment(scope))
        elif way == "state":
            self.line(f"show({self.one_of('*slots', self.slot(*range(5)))})")
        elif way == "handler":
            with self.block("try:"):
                self.line(f"raise {self.new_error()}")
            with self.block(f"except BaseException as {error}:"):
                scope.error = error
                self.guarded(scope)
                scope.error = None
        elif way == "loop":
            with self.block("try:"), self.block(f"for value in {self.slot(*ITERATORS)}:"):
                self.line("show('loop', value)")
                if self.happens(0.3):
                    self.line("break")
            with self.block(f"except BaseException as {error}:"):
                self.line(f"show({error})")
        elif way == "finish":
            with self.block("try:"):
                slot = self.slot(*ITERATORS, *AWAITABLES, *STEPS)
                with self.block("for turn in range(6):"):
                    self.line(f"show(turn, {slot}.send({self.one_of('None', 'turn or None')}))")
            with self.block(f"except BaseException as {error}:"):
                self.line(f"show({error})")
        elif way == "traceback":
            with self.block("try:"):
                self.line(f"show({self.poke()})")
            with self.block("except BaseException:"):
                self.line("print(traceback.format_exc())")
        else:
            self.guarded(scope)

    def guarded(self, scope):
        """Something is tried; what is raised is shown."""
        error = f"e{self.number()}"
        with self.block("try:"):
            for _ in range(self.chance.randint(1, 3)):
                self.line(f"show({self.number()}, {self.poke(scope)})" if self.happens(0.8) else self.assignment(scope))
        with self.block(f"except BaseException as {error}:"):
            self.line(f"show({error})")

    # Statements.

    def statement(self, scope):
        scope.statements -= 1
        compound = 0 if scope.nested >= 3 else 1
        suspending = 1 if scope.kind in YIELDS | AWAITS else 0
        getattr(
            self,
            "write_"
            + self.weighed(
                {
                    "show": 3,
                    "suspension": 10 * suspending,
                    "poke": 2,
                    "assignment": 1.5,
                    "local": 1.5,
                    "try": 7 * compound,
                    "with": 3 * compound,
                    "loop": 3 * compound,
                    "if": 2 * compound,
                    "comprehension": 1.5,
                    "raise": 2 * self.wildness,
                    "return": 0.7 * self.wildness * (scope.kind != MODULE),
                    "jump": 2 * bool(scope.loops),
                }
            ),
        )(scope)

    def body(self, scope, most=2):
        scope.nested += 1
        for _ in range(self.chance.randint(1, most)):
            self.statement(scope)
        scope.nested -= 1

    def write_show(self, scope):
        if scope.error and self.happens(0.6):
            self.line(f"show({self.number()}, {scope.error})")
        else:
            self.line(f"show({self.number()}, {self.value(scope)})")

    def write_suspension(self, scope):
        suspension = self.suspension(scope)
        way = self.weighed({"bare": 3, "name": 2, "show": 3, "two": 0.5})
        if way == "bare":
            self.line(suspension)
        elif way == "name":
            self.line(f"{self.new_name(scope)} = {suspension}")
        elif way == "show":
            self.line(f"show({self.number()}, ({suspension}))")
        else:
            self.line(f"show({self.number()}, ({suspension}), ({self.suspension(scope)}))")

    def write_poke(self, scope):
        self.line(f"show({self.number()}, {self.poke(scope)})")

    def write_assignment(self, scope):
        self.line(self.assignment(scope))

    def write_local(self, scope):
        """A sleeper of this function's own, begun perhaps, and perhaps dropped."""
        slot = self.one_of(*ITERATORS, *AWAITABLES, *STEPS)
        making = self.fit_for(slot, scope)
        name = self.new_name(scope)
        self.line(f"{name} = {making}")
        for _ in range(self.chance.randrange(3)):
            self.line(f"show({self.operation(scope, name, slot in ITERATORS)})")
        if self.happens(0.3):
            self.line(self.one_of(f"del {name}", f"{name} = None", f"{name} = {self.fit_for(slot, scope)}"))
            if self.lines[-1].lstrip().startswith("del"):
                scope.names.remove(name)

    def write_try(self, scope):
        names = list(scope.names)
        with self.block("try:"):
            self.body(scope)
        scope.names = list(names)
        finally_too = self.happens(0.4)
        handlers = self.weighed({0: 1 if finally_too else 0, 1: 4, 2: 1})
        star = self.happens(0.05)
        outer, loops = scope.error, scope.loops
        for _ in range(handlers):
            error = self.one_of(None, f"e{self.number()}")
            kind = self.one_of(
                "Boom",
                "Bang",
                "(Boom, ValueError)",
                "GeneratorExit",
                "StopIteration",
                "Exception",
                "BaseException",
                "ZeroDivisionError",
                "(TypeError, AttributeError)",
                "RuntimeError",
            )
            scope.error = error or outer
            if star:
                scope.loops = 0
            with self.block(f"except{'*' if star else ''} {kind}{f' as {error}' if error else ''}:"):
                before = len(self.lines)
                self.body(scope, 2)
                if star:  # neither break, continue nor return
                    del self.lines[before:]
                    self.line(f"show({self.number()}, {scope.error})" if scope.error else f"show({self.number()})")
            scope.names = list(names)
        scope.error, scope.loops = outer, loops
        if handlers and self.happens(0.25):
            with self.block("else:"):
                self.body(scope, 2)
            scope.names = list(names)
        if finally_too or not handlers:
            with self.block("finally:"):
                self.body(scope, 2)
            scope.names = list(names)

    def write_with(self, scope):
        k = self.number()
        awaits = scope.kind in AWAITS and self.happens(0.5)
        if awaits:
            manager = self.one_of(
                f"Manager({k})",
                f"Manager({k}, Boom)",
                f"managed_async({k})",
                f"Manager({k}, (), Bang({k}))",
                f"contextlib.aclosing({self.async_generator(scope)})",
            )
        else:
            manager = self.one_of(
                f"Manager({k})",
                f"Manager({k}, Boom)",
                f"Manager({k}, BaseException)",
                f"Manager({k}, (), Bang({k}))",
                f"managed({k})",
                "contextlib.suppress(Boom)",
                f"contextlib.closing({self.generator(scope)})",
            )
        if self.happens(0.2):
            manager += f", Manager({self.number()}, {self.one_of('()', 'Bang')})"
        if self.happens(0.3):
            manager += f" as v{self.number()}"
        names = list(scope.names)
        with self.block(f"{'async ' if awaits else ''}with {manager}:"):
            self.body(scope)
        scope.names = names

    def write_loop(self, scope):
        names = list(scope.names)
        k = self.number()
        way = self.weighed({"range": 3, "while": 2, "generator": 3, "async": 3 if scope.kind in AWAITS else 0})
        if way == "range":
            header = f"for i{k} in range({self.chance.randint(1, 3)}):"
        elif way == "while":
            self.line(f"w{k} = {self.chance.randint(1, 3)}")
            header = f"while w{k}:"
        elif way == "generator":
            header = f"for i{k} in {self.generator(scope)}:"
        else:
            header = f"async for i{k} in {self.async_generator(scope)}:"
        scope.loops += 1
        with self.block(header):
            self.line(f"w{k} -= 1" if way == "while" else f"show('turn', i{k})")
            self.body(scope, 2)
        scope.loops -= 1
        scope.names = list(names)
        if self.happens(0.2):
            with self.block("else:"):
                self.body(scope, 1)
            scope.names = names

    def write_if(self, scope):
        names = list(scope.names)
        condition = self.one_of("n % 2", "not n % 3", "slots[0] is None") if scope.kind != MODULE else "slots[1] is None"
        with self.block(f"if {condition}:"):
            self.body(scope, 2)
        scope.names = list(names)
        if self.happens(0.4):
            with self.block("else:"):
                self.body(scope, 2)
            scope.names = names

    def write_comprehension(self, scope):
        if scope.kind in AWAITS and self.happens(0.6):
            source = self.async_generator(scope)
            self.line(
                f"show({self.number()}, {self.one_of(f'[x async for x in {source}]', f'{{x: 0 async for x in {source}}}', f'[await pause(x) async for x in {source}]', f'[await pause(x) for x in {self.generator(scope)}]')})"
            )
            return
        source = self.generator(scope)
        self.line(
            f"show({self.number()}, {self.one_of(f'[x for x in {source}]', f'list({source})', f'*{source}', f'sum({source})', f'next(iter({source}))', f'any(x is None for x in {source})', f'list(zip({source}, {self.generator(scope)}))', f'dict.fromkeys({source})')})"
        )

    def write_raise(self, scope):
        way = self.weighed({"new": 4, "from": 2, "bare": 2 if scope.error else 0.1, "again": 2 if scope.error else 0, "native": 1})
        error = self.new_error()
        if way == "new":
            self.line(f"raise {error}")
        elif way == "from":
            self.line(f"raise {error} from {self.one_of('None', 'Boom', scope.error or 'None', f'ValueError({self.number()})')}")
        elif way == "bare":
            self.line("raise")
        elif way == "again":
            self.line(f"raise {scope.error}")
        else:
            self.line(
                self.one_of("1 / 0", "None.nothing", "nowhere", "[][n]" if scope.kind != MODULE else "[][0]", "a, b = 1, 2, 3", "int('x')")
            )

    def write_return(self, scope):
        self.line("return" if scope.kind == ASYNC or self.happens(0.2) else f"return {self.value(scope)}")

    def write_jump(self, scope):
        self.line(self.one_of("break", "continue"))

    # Expressions.

    def value(self, scope):
        if scope.names and self.happens(0.3):
            return self.one_of(*scope.names)
        return self.one_of(str(self.number()), "None", f"Mark({self.number()})", "n" if scope.kind != MODULE else "1", f"'{self.number()}'")

    def new_name(self, scope):
        name = f"x{self.number()}"
        scope.names.append(name)
        return name

    def new_error(self):
        k = self.number()
        return self.weighed(
            {
                f"Boom({k})": 6,
                "Boom": 1,
                f"Bang({k})": 3,
                "Bang": 1,
                f"ValueError({k})": 1,
                f"StopIteration({k})": 1,
                "GeneratorExit": 0.7,
                f"StopAsyncIteration({k})": 0.5,
                f"KeyError({k})": 0.5,
                f"ExceptionGroup('{k}', [Boom({k}), ValueError({k})])": 0.3,
            }
        )

    def thrown(self, scope):
        """The arguments of a throw."""
        k = self.number()
        if scope.error and self.happens(0.3):
            return scope.error
        # Not the class Bang: what its constructor would be told to do when is a known difference (docs/language.md).
        error = self.new_error()
        return self.weighed(
            {
                f"Bang({k})" if error == "Bang" else error: 8,
                f"Boom, Boom({k})": 0.5,
                f"Boom, ({k}, {k})": 0.3,
                f"{k}": 0.2,
                "ValueError, None, None": 0.2,
            }
        )

    def suspension(self, scope):
        way = self.weighed(
            {
                "yield": 4 if scope.kind in YIELDS else 0,
                "from": 4 if scope.kind in (GENERATOR, AWAITABLE) else 0,
                "await": 4 if scope.kind in AWAITS else 0,
            }
        )
        if way == "yield":
            return self.one_of("yield", f"yield {self.value(scope)}", f"yield {self.number()}", f"yield {self.number()}")
        if way == "from":
            return f"yield from {self.delegate(scope)}"
        return f"await {self.awaitable(scope)}"

    def callable_of(self, scope, *kinds):
        """The number of a function of these kinds that may be called here, if there is one."""
        found = [number for number, kind in enumerate(self.kinds) if number > scope.number and kind in kinds]
        return self.chance.choice(found) if found else None

    def call(self, number):
        return f"f{number}({self.number()})"

    def generator(self, scope):
        """An iterable."""
        number = self.callable_of(scope, GENERATOR, AWAITABLE)
        k = self.number()
        if number is not None and self.happens(0.7):
            call = self.call(number)
            return self.weighed(
                {call: 8, f"map(text, {call})": 1, f"(x for x in {call} if x != {k})": 2, f"zip({call}, Countdown({k}))": 0.5}
            )
        return self.one_of(
            f"Countdown({k})", f"Delegate({k})", f"[{k}, {k}]", f"range({k % 3})", self.slot(*ITERATORS), f"(i for i in range({k % 4}))"
        )

    def async_generator(self, scope):
        number = self.callable_of(scope, ASYNC)
        k = self.number()
        call = f"ticks({k})" if number is None else self.call(number)
        choices = {call: 6, self.slot(*ASYNC_GENERATORS): 2}
        if scope.kind in AWAITS:
            choices |= {f"(i async for i in {call})": 1, f"({k} + await pause(i) for i in range(2))": 1}
        return self.weighed(choices)

    def delegate(self, scope):
        if scope.kind == AWAITABLE and self.happens(0.4):
            return self.awaitable(scope)
        k = self.number()
        way = self.weighed({"generator": 8, "slot": 1, "await": 1})
        if way == "generator":
            return self.generator(scope)
        return (
            self.slot(*ITERATORS, *AWAITABLES) if way == "slot" else self.one_of(f"Awaitable({k}).__await__()", f"Direct({k}).__await__()")
        )

    def awaitable(self, scope):
        k = self.number()
        number = self.callable_of(scope, COROUTINE, AWAITABLE)
        if number is not None and self.happens(0.5):
            return self.weighed({self.call(number): 6, f"{self.call(number)}.__await__()": 0.2})
        source = self.async_generator(scope)
        return self.weighed(
            {
                f"pause({k})": 4,
                f"Awaitable({k})": 2,
                f"Direct({k})": 1,
                self.slot(*AWAITABLES, *STEPS): 1,
                f"{source}.asend(None)": 1,
                f"anext({source})": 0.5,
                f"anext({source}, {k})": 0.5,
                f"{source}.athrow({self.thrown(scope)})": 0.7,
                f"{source}.aclose()": 0.7,
                f"{source}.__anext__()": 0.5,
            }
        )

    def slot(self, *usual):
        """One of the slots: nearly always one that holds what is asked for."""
        return f"slots[{self.chance.choice(usual) if self.happens(0.97) else self.chance.randrange(5)}]"

    def assignment(self, scope, slot=None):
        fresh = slot is not None
        slot = self.chance.randrange(5) if slot is None else slot
        if not fresh and self.happens(0.15):
            return f"slots[{slot}] = None" if self.happens(0.7) else f"slots[{slot}], slots[{self.chance.randrange(5)}] = None, None"
        return f"slots[{slot}] = {self.fit_for(slot, scope)}"

    def fit_for(self, slot, scope):
        k = self.number()
        if slot in ITERATORS:
            number = self.callable_of(scope, GENERATOR, AWAITABLE)
            return self.generator(scope) if number is None else self.call(number)
        if slot in AWAITABLES:
            number = self.callable_of(scope, COROUTINE, AWAITABLE)
            call = f"Awaitable({k}).__await__()" if number is None else self.call(number)
            return self.weighed({call: 8, f"pause({k})": 1})
        number = self.callable_of(scope, ASYNC)
        call = f"ticks({k})" if number is None else self.call(number)
        if slot in ASYNC_GENERATORS:
            return call
        source = self.weighed({self.slot(*ASYNC_GENERATORS): 5, call: 1})
        return source + self.weighed(
            {".asend(None)": 5, f".asend({k})": 1, f".athrow({self.thrown(scope)})": 1, ".aclose()": 2, ".__anext__()": 1}
        )

    def poke(self, scope=None):
        scope = scope or Scope(MODULE, -1, 0)
        slots = self.one_of(ITERATORS, ITERATORS, AWAITABLES, STEPS)
        return self.operation(scope, self.slot(*slots), slots == ITERATORS)

    def operation(self, scope, sleeper, iterates):
        return self.weighed(
            {
                f"next({sleeper})": 3 if iterates else 0.05,
                f"next({sleeper}, {self.number()})": 1 if iterates else 0.05,
                f"{sleeper}.send(None)": 5,
                f"{sleeper}.send({self.value(scope)})": 2,
                f"{sleeper}.throw({self.thrown(scope)})": 2,
                f"{sleeper}.close()": 1,
                sleeper: 1,
            }
        )
