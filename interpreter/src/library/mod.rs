//! The language's own library, written in the language.
//!
//! [`sources`] lists the modules and their files. A large module is several files in a folder, joined to one source. A package is a folder
//! with an `__init__.py`, and its files are modules. `prelude` is the part that implements builtins which call back into the program:
//! natives hand over to its functions by name. The build script compiles each module. Modules to be watched are compiled when they are
//! needed, once for the process.

pub(crate) mod absent;
mod sources;

use std::collections::HashMap;
use std::sync::{Arc, LazyLock, Mutex};

use sources::MODULES;

use stillframe_front::bytecode::code::Program;

// `PROGRAMS`: the programs of modules, packed, by their names.
include!(concat!(env!("OUT_DIR"), "/programs.rs"));

/// The name of a function of the prelude, where it is chosen apart from the call: the build script looks whether there is one.
pub(crate) const fn prelude_name(name: &'static str) -> &'static str {
    name
}

/// The source of a module.
pub fn source(name: &str) -> Option<&'static str> {
    MODULES.iter().find(|module| module.name == name).map(|module| module.source)
}

/// Whether it is a package: other modules stand in it.
pub(crate) fn is_package(name: &str) -> bool {
    MODULES.iter().any(|module| module.name.strip_prefix(name).is_some_and(|rest| rest.starts_with('.')))
}

/// Whether CPython has the module in C, so that there is no file of it.
pub(crate) fn is_in_c(name: &str) -> bool {
    matches!(name, "gc" | "itertools" | "math" | "sys" | "time") || name.starts_with('_') && name != "__future__"
}

/// Whether CPython imports `warnings` as it imports the module.
pub fn imports_warnings(name: &str) -> bool {
    const IMPORTERS: [&str; 14] = [
        "argparse",
        "asyncio",
        "dataclasses",
        "doctest",
        "hmac",
        "inspect",
        "logging",
        "pprint",
        "random",
        "secrets",
        "statistics",
        "typing",
        "unittest",
        "warnings",
    ];
    IMPORTERS.contains(&name)
}

/// The names of all modules.
pub fn names() -> impl Iterator<Item = &'static str> {
    MODULES.iter().map(|module| module.name)
}

type Compiled = Mutex<HashMap<(&'static str, bool), Arc<Program>>>;

/// A module's program, compiled to be watched or not.
pub(crate) fn program(name: &str, watched: bool) -> Option<Arc<Program>> {
    static COMPILED: LazyLock<Compiled> = LazyLock::new(Compiled::default);
    let module = MODULES.iter().find(|module| module.name == name)?;
    let key = (module.name, watched);
    let lock = || COMPILED.lock().unwrap_or_else(std::sync::PoisonError::into_inner);
    if let Some(program) = lock().get(&key) {
        return Some(program.clone());
    }
    let program = Arc::new(if watched { None } else { unpack(module.name) }.unwrap_or_else(|| sources::compile(module, watched)));
    Some(lock().entry(key).or_insert(program).clone())
}

/// A module's program, if the build script has packed it.
fn unpack(name: &str) -> Option<Program> {
    let (_, packed) = PROGRAMS.iter().find(|(known, _)| *known == name)?;
    let program = postcard::from_bytes(packed);
    Some(program.unwrap_or_else(|error| panic!("the library's module {name} is not packed as it should be: {error}")))
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
