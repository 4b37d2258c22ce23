//! The names that programs may use: the interpreter itself is asked for them.

use std::sync::LazyLock;

use stillframe_interpreter::{Host, Limits, Recording, Stream, library, run};

pub struct Names {
    /// Of built-in functions and types.
    pub builtins: Vec<String>,
    /// Of attributes of built-in objects.
    pub attributes: Vec<String>,
    /// Of modules, each with its members'.
    pub modules: Vec<(String, Vec<String>)>,
}

pub static NAMES: LazyLock<Names> = LazyLock::new(Names::ask);

const BUILTINS: &str = "import builtins; print(*dir(builtins))";

const ATTRIBUTES: &str = "\
import types
async def coroutine(): pass
async def asynchronous(): yield
def generator(): yield
class C: pass
awaiting = coroutine()
things = [
    0, 0.5, 1j, True, None, '', b'', bytearray(), (), [], {}, set(), frozenset(), range(3), slice(3), ..., NotImplemented,
    generator(), awaiting, asynchronous(), asynchronous().asend(None), C, C(), generator, C().__init__, ''.join, len, property(), classmethod(len), staticmethod(len),
    object(), type, ValueError('x'), StopIteration(), ImportError(), OSError(), UnicodeDecodeError('ascii', b'x', 0, 1, 'x'), SyntaxError(),
    ExceptionGroup('', [ValueError()]), {}.keys(), {}.values(), {}.items(), iter(''), iter([]), iter({}), enumerate([]), zip(), map(len, []), filter(None, []),
    reversed([]), generator.__code__, generator().gi_frame, list[int], int | str, super(C, C()), types,
]
awaiting.close()
names = set()
for thing in things:
    names.update(dir(thing))
print(*sorted(names))
";

impl Names {
    fn ask() -> Names {
        let modules = library::names().filter(|name| !name.starts_with('_') && *name != "prelude").map(|name| {
            let members = words(&format!("import {name}; print(*[n for n in dir({name}) if n[0] != '_'])"));
            (name.to_owned(), members)
        });
        Names { builtins: words(BUILTINS), attributes: words(ATTRIBUTES), modules: modules.collect() }
    }
}

/// The words that a program prints.
fn words(program: &str) -> Vec<String> {
    let mut said = Said::default();
    run(program, &Limits::default(), Recording::Off, &mut said);
    assert!(said.errors.is_empty() && !said.output.is_empty(), "{program}\n{}", said.errors);
    said.output.split_whitespace().map(str::to_owned).collect()
}

#[derive(Default)]
struct Said {
    output: String,
    errors: String,
}

impl Host for Said {
    fn write(&mut self, stream: Stream, text: &str) {
        match stream {
            Stream::Out => self.output.push_str(text),
            Stream::Err => self.errors.push_str(text),
        }
    }
}
