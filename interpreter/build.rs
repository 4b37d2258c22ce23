//! Compiles the library's modules with the interpreter's own front end, so that no run has to: a program per module, packed, and a table of
//! them for `library/mod.rs`.

use std::fmt::Write;
use std::path::PathBuf;
use std::{env, fs};

#[path = "src/library/sources.rs"]
mod sources;

/// Compiling nests as deep as the source does, unoptimised too.
const STACK_BYTES: usize = 64 * 1024 * 1024;

fn main() {
    println!("cargo::rerun-if-changed=src/library");
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
