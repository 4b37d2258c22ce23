//! The language's own library, written in the language.
//!
//! One file a module, listed in [`MODULES`]; a package's parts stand in its folder. `prelude` is the part that implements builtins which
//! call back into the program: natives hand over to its functions by name. Each module is compiled once for the process.

pub mod absent;

use std::collections::HashMap;
use std::sync::{Arc, LazyLock, Mutex};

use crate::bytecode::code::Program;
use crate::compile;
use crate::limits::Limits;
use crate::syntax;

/// A module of the library.
struct Module {
    name: &'static str,
    source: &'static str,
}

macro_rules! modules {
    ($($name:literal: $($file:literal)+,)+) => {
        /// Every module, by its dotted name.
        static MODULES: &[Module] = &[$(Module { name: $name, source: concat!($(include_str!($file)),+) }),+];
    };
}

modules! {
    "prelude": "prelude/machine.py" "prelude/containers.py" "prelude/text.py" "prelude/traceback.py",
    "__future__": "__future__.py",
    "_annotation": "_annotation.py",
    "_calendar": "_calendar.py",
    "_collections": "_collections.py",
    "_decimal": "_decimal.py",
    "_structseq": "_structseq.py",
    "abc": "abc.py",
    "asyncio": "asyncio/__init__.py",
    "asyncio.base_events": "asyncio/base_events.py",
    "asyncio.coroutines": "asyncio/coroutines.py",
    "asyncio.events": "asyncio/events.py",
    "asyncio.exceptions": "asyncio/exceptions.py",
    "asyncio.futures": "asyncio/futures.py",
    "asyncio.locks": "asyncio/locks.py",
    "asyncio.queues": "asyncio/queues.py",
    "asyncio.runners": "asyncio/runners.py",
    "asyncio.taskgroups": "asyncio/taskgroups.py",
    "asyncio.tasks": "asyncio/tasks.py",
    "asyncio.threads": "asyncio/threads.py",
    "asyncio.timeouts": "asyncio/timeouts.py",
    "bisect": "bisect.py",
    "collections": "collections/__init__.py",
    "collections._user": "collections/_user.py",
    "collections.abc": "collections/abc.py",
    "contextlib": "contextlib.py",
    "contextvars": "contextvars.py",
    "copy": "copy.py",
    "dataclasses": "dataclasses.py",
    "datetime": "datetime.py",
    "decimal": "decimal.py",
    "enum": "enum.py",
    "fractions": "fractions.py",
    "functools": "functools.py",
    "gc": "gc.py",
    "heapq": "heapq.py",
    "inspect": "inspect.py",
    "io": "io.py",
    "itertools": "itertools.py",
    "json": "json.py",
    "json.decoder": "_json_decoder.py",
    "json.encoder": "_json_encoder.py",
    "linecache": "linecache.py",
    "logging": "logging.py",
    "math": "math.py",
    "numbers": "numbers.py",
    "operator": "operator.py",
    "pprint": "pprint.py",
    "queue": "queue.py",
    "random": "random.py",
    "re": "re.py",
    "reprlib": "reprlib.py",
    "statistics": "statistics.py",
    "string": "string.py",
    "sys": "sys.py",
    "textwrap": "textwrap.py",
    "time": "time.py",
    "traceback": "traceback.py",
    "types": "types.py",
    "typing": "typing.py",
    "warnings": "warnings.py",
    "weakref": "weakref.py",
}

/// The source of a module.
pub fn source(name: &str) -> Option<&'static str> {
    MODULES.iter().find(|module| module.name == name).map(|module| module.source)
}

/// Whether it is a package: other modules stand in it.
pub fn is_package(name: &str) -> bool {
    MODULES.iter().any(|module| module.name.strip_prefix(name).is_some_and(|rest| rest.starts_with('.')))
}

/// The names of all modules.
pub fn names() -> impl Iterator<Item = &'static str> {
    MODULES.iter().map(|module| module.name)
}

type Compiled = Mutex<HashMap<(&'static str, bool), Arc<Program>>>;

/// A module's program, compiled to be watched or not.
pub fn program(name: &str, watched: bool) -> Option<Arc<Program>> {
    static COMPILED: LazyLock<Compiled> = LazyLock::new(Compiled::default);
    let module = MODULES.iter().find(|module| module.name == name)?;
    let key = (module.name, watched);
    let lock = || COMPILED.lock().unwrap_or_else(std::sync::PoisonError::into_inner);
    if let Some(program) = lock().get(&key) {
        return Some(program.clone());
    }
    let program = Arc::new(build(module, watched));
    Some(lock().entry(key).or_insert(program).clone())
}

/// Compiles a module. Its source is ours: an error in it is a defect that the tests find.
fn build(module: &Module, watched: bool) -> Program {
    let limits = Limits { source: usize::MAX, ..Limits::default() };
    let fail = |error: &dyn std::fmt::Debug| -> ! { panic!("the library's module {} does not compile: {error:?}", module.name) };
    let tree = syntax::parse(module.source, &limits).unwrap_or_else(|error| fail(&error));
    let options = compile::Options { watched, module_registers: false };
    compile::compile(&tree, &options).unwrap_or_else(|error| fail(&error))
}

#[cfg(test)]
mod tests {
    use super::{names, program};

    #[test]
    fn every_module_compiles() {
        for name in names() {
            for watched in [false, true] {
                assert!(program(name, watched).is_some(), "{name}");
            }
        }
    }
}
