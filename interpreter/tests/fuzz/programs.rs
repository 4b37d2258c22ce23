//! Programs that make, drive, throw into, close and drop generators, coroutines, async generators and tasks, all well formed. Nothing keeps them
//! from running for ever but the limits.

use crate::choices::Choices;

/// How many functions there are of the program's own.
const FUNCTIONS: usize = 8;

/// So deep do blocks nest.
const DEPTH: usize = 4;

/// No program is longer, however many bytes there are.
const LONGEST: usize = 8 * 1024;

/// What every program has to begin with: things that tell of themselves, and wait in each of the ways there are.
const PROLOGUE: &str = "\
import asyncio, contextlib, types
slots = [None] * 6
n = 1
class Boom(Exception): pass
class Mark:
    def __init__(self, n): self.n = n
    def __repr__(self): return f'Mark({self.n})'
    def __del__(self): print('gone', self.n)
class Manager:
    def __init__(self, n, swallows=()): self.n, self.swallows = n, swallows
    def __enter__(self): print('enter', self.n); return self
    def __exit__(self, kind, error, trace): print('exit', self.n, kind); return isinstance(error, self.swallows)
    async def __aenter__(self): return self.__enter__()
    async def __aexit__(self, *error): await pause(self.n); return self.__exit__(*error)
class Countdown:
    def __init__(self, n): self.n = n % 4
    def __iter__(self): return self
    def __next__(self):
        self.n -= 1
        if self.n < 0: raise StopIteration('counted')
        return self.n
class Awaitable:
    def __init__(self, n): self.n = n
    def __await__(self):
        try: return (yield self.n)
        finally: print('awaited', self.n)
@types.coroutine
def pause(n): return (yield n)
@contextlib.contextmanager
def managed(n):
    try: yield n
    except Boom as error: print('managed', error.args)
    finally: print('managed', n)
@contextlib.asynccontextmanager
async def managed_async(n):
    try: yield n
    finally: await asyncio.sleep(0); print('managed', n)
async def together(*work): return len(await asyncio.gather(*work, return_exceptions=True))
async def group(*work):
    async with asyncio.TaskGroup() as tasks:
        return [tasks.create_task(one) for one in work]
def show(value): print(value if isinstance(value, (int, str, Mark, type(None), list)) else type(value).__name__); return value
";

#[derive(Clone, Copy, PartialEq, Eq)]
enum Kind {
    Module,
    Plain,
    Generator,
    Coroutine,
    AsyncGenerator,
}

use Kind::{AsyncGenerator, Coroutine, Generator, Module, Plain};

pub fn program(choices: &mut Choices) -> String {
    let kinds = std::array::from_fn(|_| choices.of(&[Generator, Coroutine, AsyncGenerator, Generator, Coroutine, Plain]));
    let mut author = Author { choices, text: PROLOGUE.to_owned(), kinds, kind: Module, indent: 0, loops: 0, in_star: false, number: 0 };
    for function in 0..FUNCTIONS {
        author.function(function);
    }
    while !author.is_full() {
        author.step();
    }
    author.text
}

struct Author<'a, 'b> {
    choices: &'a mut Choices<'b>,
    text: String,
    /// Of the program's functions.
    kinds: [Kind; FUNCTIONS],
    /// Of the function that is being written, or of the module.
    kind: Kind,
    indent: usize,
    /// How many loops there are around.
    loops: usize,
    /// Whether an `except*` is around, which nothing may return from.
    in_star: bool,
    /// Makes values tell where they come from.
    number: usize,
}

impl Author<'_, '_> {
    fn is_full(&self) -> bool {
        self.choices.spent() || self.text.len() > LONGEST
    }

    fn function(&mut self, number: usize) {
        self.kind = self.kinds[number];
        let asynchronous = if self.awaits() { "async " } else { "" };
        if self.kind == Generator && self.choices.once_in(6) {
            self.line("@types.coroutine");
        }
        self.line(&format!("{asynchronous}def f{number}(n=0):"));
        self.block(|author| {
            if matches!(author.kind, Generator | AsyncGenerator) {
                author.line("if n == -1: yield");
            }
            author.statements();
        });
        self.kind = Module;
    }

    /// What the module does: one thing, whose exception mostly ends nothing.
    fn step(&mut self) {
        self.line("try:");
        self.block(|author| match author.choices.below(4) {
            0 => {
                let (work, more) = (author.call_of(&[Coroutine]), author.call_of(&[Coroutine]));
                let way = author.choices.of(&["", "wait_for", "gather", "group"]);
                author.line(&match way {
                    "wait_for" => format!("asyncio.run(asyncio.wait_for({work}, 2.5))"),
                    "gather" => format!("show(asyncio.run(together({work}, {more})))"),
                    "group" => format!("show(asyncio.run(group({work}, {more})))"),
                    _ => format!("show(asyncio.run({work}))"),
                });
            }
            _ => author.statements(),
        });
        self.line("except BaseException as error: print(type(error).__name__, len(error.args))");
    }

    fn statements(&mut self) {
        for _ in 0..=self.choices.below(4) {
            self.statement();
        }
    }

    fn statement(&mut self) {
        if self.indent > DEPTH || self.is_full() {
            let value = self.value();
            self.line(&format!("show({value})"));
            return;
        }
        match self.choices.below(16) {
            0..3 => {
                let value = self.suspension();
                self.line(&format!("show({value})"));
            }
            3 | 4 => {
                let (slot, value) = (self.choices.below(6), self.sleeper());
                self.line(&format!("slots[{slot}] = {value}"));
            }
            5..8 => {
                let operation = self.operation();
                self.line(&format!("show({operation})"));
            }
            8 | 9 => self.attempt(),
            10 => self.repeat(),
            11 => self.manage(),
            12 => {
                let error = self.error();
                self.line(&format!("raise {error}"));
            }
            13 => {
                let value = if self.kind == AsyncGenerator { String::new() } else { self.value() };
                let jump = if self.loops > 0 { self.choices.of(&["break", "continue", "return"]) } else { "return" };
                self.line(&match jump {
                    "return" if self.kind == Module || self.in_star => format!("show({value})"),
                    "return" => format!("return {value}"),
                    jump => jump.to_owned(),
                });
            }
            14 => {
                let (condition, slot) = (self.choices.of(&["n % 2", "n > 20", "slots[0]", "not slots[1]"]), self.choices.below(6));
                self.line(&format!("if {condition}:"));
                self.block(Author::statements);
                self.line(&format!("else: slots[{slot}] = None"));
            }
            _ => {
                let value = self.comprehension();
                self.line(&format!("show({value})"));
            }
        }
    }

    fn attempt(&mut self) {
        self.line("try:");
        self.block(Author::statements);
        let caught = self.choices.below(4);
        if caught > 0 {
            let star = self.choices.once_in(4);
            let kind = self.caught_kind();
            self.line(&format!("except{} {kind} as error:", if star { "*" } else { "" }));
            let (loops, in_star) = (std::mem::take(&mut self.loops), self.in_star);
            self.in_star |= star;
            self.block(|author| {
                author.line("print('caught', type(error).__name__)");
                author.statements();
            });
            (self.loops, self.in_star) = (loops, in_star);
        }
        if caught == 0 || self.choices.once_in(2) {
            self.line("finally:");
            self.block(Author::statements);
        }
    }

    /// What an `except` asks for: a class, or an expression that waits, raises or is no class.
    fn caught_kind(&mut self) -> String {
        match self.choices.below(8) {
            0 => format!("(Boom, {})", self.suspension()),
            1 => self.suspension(),
            2 => self.choices.of(&["1 / 0", "absent", "BaseExceptionGroup", "5"]).to_owned(),
            _ => {
                self.choices.of(&["Boom", "Exception", "(GeneratorExit, StopIteration)", "asyncio.CancelledError", "ValueError"]).to_owned()
            }
        }
    }

    fn repeat(&mut self) {
        let head = match self.choices.below(4) {
            0 => "for x in range(3):".to_owned(),
            1 if self.awaits() => format!("async for x in {}:", self.call_of(&[AsyncGenerator])),
            2 => "while len(slots) > 5:".to_owned(),
            _ => format!("for x in {}:", self.iterable()),
        };
        self.line(&head);
        self.loops += 1;
        self.block(Author::statements);
        self.loops -= 1;
        if self.choices.once_in(3) {
            self.line("else:");
            self.block(Author::statements);
        }
    }

    fn manage(&mut self) {
        let number = self.number();
        let head = match self.choices.below(4) {
            0 if self.awaits() => format!("async with managed_async({number}):"),
            1 if self.awaits() => format!("async with Manager({number}, Boom):"),
            2 => format!("with managed({number}):"),
            _ => format!("with Manager({number}, {}):", self.choices.of(&["()", "Boom", "GeneratorExit", "BaseException"])),
        };
        self.line(&head);
        self.block(Author::statements);
    }

    // Expressions.

    fn value(&mut self) -> String {
        let number = self.number();
        match self.choices.below(4) {
            0 => number.to_string(),
            1 => format!("Mark({number})"),
            2 => "None".to_owned(),
            _ => format!("slots[{}]", self.choices.below(6)),
        }
    }

    /// Something that suspends who says it, as far as the function can.
    fn suspension(&mut self) -> String {
        match (self.kind, self.choices.below(4)) {
            (Plain | Module, _) => self.value(),
            (Generator, 0 | 1) | (AsyncGenerator, 0 | 1) => format!("(yield {})", self.value()),
            (Generator, _) => format!("(yield from {})", self.iterable()),
            _ => format!("(await {})", self.awaitable()),
        }
    }

    fn iterable(&mut self) -> String {
        let number = self.number();
        match self.choices.below(8) {
            0 => format!("Countdown({number})"),
            1 => "[1, 2]".to_owned(),
            2 => format!("slots[{}]", self.choices.below(6)),
            3 => format!("(x for x in {})", self.call_of(&[Generator])),
            4 => format!("map(show, {})", self.call_of(&[Generator])),
            5 => format!("zip({}, Countdown({number}))", self.call_of(&[Generator])),
            _ => self.call_of(&[Generator]),
        }
    }

    fn awaitable(&mut self) -> String {
        let number = self.number();
        match self.choices.below(16) {
            0 => "asyncio.sleep(0)".to_owned(),
            1 => format!("asyncio.sleep({}, {number})", self.choices.of(&["0.5", "1", "2", "-1"])),
            2 => format!("Awaitable({number})"),
            3 => format!("pause({})", self.choices.of(&["None", "1"])),
            4 => format!("asyncio.gather({}, {}, return_exceptions=True)", self.call_of(&[Coroutine]), self.call_of(&[Coroutine])),
            5 => format!("asyncio.create_task({})", self.call_of(&[Coroutine])),
            6 => format!("asyncio.wait_for({}, {})", self.call_of(&[Coroutine]), self.choices.of(&["0", "1.5", "None"])),
            7 => format!("asyncio.shield({})", self.call_of(&[Coroutine])),
            8 => format!("anext({})", self.async_generator()),
            9 => format!("{}.{}", self.async_generator(), self.async_operation()),
            10 => format!("slots[{}]", self.choices.below(6)),
            11 => "asyncio.get_running_loop().create_future()".to_owned(),
            _ => self.call_of(&[Coroutine]),
        }
    }

    fn async_generator(&mut self) -> String {
        if self.choices.once_in(3) { format!("slots[{}]", self.choices.below(6)) } else { self.call_of(&[AsyncGenerator]) }
    }

    fn async_operation(&mut self) -> String {
        match self.choices.below(4) {
            0 => format!("asend({})", self.choices.of(&["None", "1"])),
            1 => format!("athrow({})", self.error()),
            2 => "aclose()".to_owned(),
            _ => "__anext__()".to_owned(),
        }
    }

    /// Something that sleeps, to be kept.
    fn sleeper(&mut self) -> String {
        match self.choices.below(8) {
            0 => "None".to_owned(),
            1 => format!("{}.{}", self.async_generator(), self.async_operation()),
            2 => format!("{}.__await__()", self.call_of(&[Coroutine])),
            3 if self.awaits() => format!("asyncio.create_task({})", self.call_of(&[Coroutine])),
            4 => format!("iter({})", self.iterable()),
            _ => self.call_of(&[Generator, Coroutine, AsyncGenerator]),
        }
    }

    /// Something done to what sleeps in a slot.
    fn operation(&mut self) -> String {
        let slot = self.choices.below(6);
        let operation = match self.choices.below(8) {
            0 | 1 => "send(None)".to_owned(),
            2 => format!("send({})", self.value()),
            3 => format!("throw({})", self.error()),
            4 => "close()".to_owned(),
            5 => "cancel()".to_owned(),
            _ => return format!("next(slots[{slot}], None)"),
        };
        format!("slots[{slot}].{operation}")
    }

    fn comprehension(&mut self) -> String {
        match self.choices.below(4) {
            0 if self.awaits() => format!("[x async for x in {}]", self.async_generator()),
            1 if self.awaits() => format!("[await {} for x in {}]", self.awaitable(), self.iterable()),
            2 => format!("list({})", self.iterable()),
            _ => format!("[x for x in {}]", self.iterable()),
        }
    }

    fn error(&mut self) -> String {
        let number = self.number();
        if self.choices.once_in(8) {
            return format!(
                "BaseExceptionGroup('', [Boom({number}), {}])",
                self.choices.of(&["ValueError(1)", "GeneratorExit()", "StopIteration(2)"])
            );
        }
        let error = self.choices.of(&[
            "Boom",
            "ValueError",
            "StopIteration",
            "GeneratorExit",
            "StopAsyncIteration",
            "asyncio.CancelledError",
            "KeyboardInterrupt",
        ]);
        format!("{error}({number})")
    }

    /// A call of a function of one of these kinds, if there is one.
    fn call_of(&mut self, kinds: &[Kind]) -> String {
        let number = self.number();
        let fitting: Vec<usize> = (0..FUNCTIONS).filter(|function| kinds.contains(&self.kinds[*function])).collect();
        match (fitting.is_empty(), kinds[0]) {
            (false, _) => format!("f{}({number})", self.choices.of(&fitting)),
            (true, Generator) => format!("Countdown({number})"),
            (true, AsyncGenerator) => format!("(x async for x in slots[{}])", number % 6),
            (true, _) => format!("pause({number})"),
        }
    }

    fn awaits(&self) -> bool {
        matches!(self.kind, Coroutine | AsyncGenerator)
    }

    fn number(&mut self) -> usize {
        self.number += 1;
        self.number
    }

    // Lines.

    fn line(&mut self, text: &str) {
        self.text.extend(std::iter::repeat_n("    ", self.indent));
        self.text.push_str(text);
        self.text.push('\n');
    }

    fn block(&mut self, write: impl FnOnce(&mut Self)) {
        self.indent += 1;
        write(self);
        self.indent -= 1;
    }
}
