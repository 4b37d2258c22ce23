//! Compiles the library's modules with the interpreter's own front end, so that no run has to: a program per module, packed, and a table of
//! them for `library/mod.rs`.

// Of these, a build needs the way from a source to its program alone; and what is public in the crate, where lints spare it, is not here.
#![allow(dead_code, unused_imports, clippy::all)]

use std::fmt::Write;
use std::path::PathBuf;
use std::{env, fs};

#[path = "src/bytecode/mod.rs"]
mod bytecode;
#[path = "src/compile/mod.rs"]
mod compile;
#[path = "src/limits.rs"]
mod limits;
#[path = "src/library/sources.rs"]
mod sources;
#[path = "src/syntax/mod.rs"]
mod syntax;

pub use limits::{Limit, Limits};

/// Compiling nests as deep as the source does, unoptimised too.
const STACK_BYTES: usize = 64 * 1024 * 1024;

fn main() {
    for part in ["bytecode", "compile", "library", "limits.rs", "syntax"] {
        println!("cargo::rerun-if-changed=src/{part}");
    }
    let packing = std::thread::Builder::new().stack_size(STACK_BYTES).spawn(pack_all).expect("a thread");
    packing.join().expect("every module of the library compiles");
}

fn pack_all() {
    let folder = PathBuf::from(env::var_os("OUT_DIR").expect("cargo names a folder"));
    let mut table = String::from("static PROGRAMS: &[(&str, &[u8])] = &[\n");
    for module in sources::MODULES {
        let packed = postcard::to_stdvec(&sources::compile(module, false)).expect("a program can be packed");
        let path = folder.join(format!("{}.program", module.name));
        fs::write(&path, packed).expect("the folder can be written");
        writeln!(table, "    ({:?}, include_bytes!({path:?})),", module.name).expect("a string can be written");
    }
    table.push_str("];\n");
    fs::write(folder.join("programs.rs"), table).expect("the folder can be written");
}
