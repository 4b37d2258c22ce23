//! Compiles the library's modules with the interpreter's own front end, so that no run has to: a program per module, packed, and a table of
//! them for `library/mod.rs`. Without the feature `precompiled` only the common ones. Fails where the Rust side names a function that the prelude does not have.

use std::fmt::Write;
use std::path::{Path, PathBuf};
use std::{env, fs};

#[path = "src/library/sources.rs"]
mod sources;

/// Compiling nests as deep as the source does, unoptimised too.
const STACK_BYTES: usize = 64 * 1024 * 1024;

/// What stands before the name of a function of the prelude.
const NAMERS: [&str; 4] = ["prelude(", "prelude_function(", "call_prelude(codes,", "prelude_name("];

fn main() {
    println!("cargo::rerun-if-changed=src");
    tell_speed();
    let folder = PathBuf::from(env::var_os("OUT_DIR").expect("cargo names a folder"));
    if !is_packed(&folder) {
        let packing = std::thread::Builder::new().stack_size(STACK_BYTES).spawn(move || pack_all(&folder)).expect("a thread");
        packing.join().expect("every module of the library compiles");
    }
    let unknown = unknown_names();
    assert!(unknown.is_empty(), "library/prelude has no function of these names:\n{}", unknown.join("\n"));
}

/// Tests that bound times allow for a build that is not optimised.
fn tell_speed() {
    println!("cargo::rustc-check-cfg=cfg(optimised)");
    if env::var("OPT_LEVEL").is_ok_and(|level| level == "3") {
        println!("cargo::rustc-cfg=optimised");
    }
}

/// Whether what was packed is newer than the library, and than this script with the compiler in it.
fn is_packed(folder: &Path) -> bool {
    let changed = |path: &Path| fs::metadata(path).and_then(|data| data.modified()).ok();
    let Some(packed) = changed(&folder.join("programs.rs")) else { return false };
    let parts = files(Path::new("src/library")).into_iter().chain(env::current_exe());
    parts.into_iter().all(|part| changed(&part).is_some_and(|time| time < packed))
}

/// Where the Rust side names what is not a variable of the prelude: `file: name`.
fn unknown_names() -> Vec<String> {
    let prelude = fs::read_dir("src/library/prelude").expect("the prelude's folder");
    let texts: Vec<String> =
        prelude.map(|entry| fs::read_to_string(entry.expect("an entry").path()).expect("a file of the prelude")).collect();
    let defined = |name: &str| {
        let is_definition = |line: &str| {
            ["def ", "class ", ""].iter().any(|word| {
                let rest = line.strip_prefix(word).and_then(|rest| rest.strip_prefix(name));
                rest.is_some_and(|rest| rest.starts_with(['(', ':']) || rest.starts_with(" ="))
            })
        };
        texts.iter().flat_map(|text| text.lines()).any(is_definition)
    };
    let mut unknown = Vec::new();
    for file in files(Path::new("src")).into_iter().filter(|file| file.extension().is_some_and(|end| end == "rs")) {
        let source = fs::read_to_string(&file).expect("a file of Rust");
        for namer in NAMERS {
            for (at, _) in source.match_indices(namer) {
                let behind = source[at + namer.len()..].trim_start().strip_prefix('"');
                let name = behind.and_then(|text| text.split('"').next());
                unknown.extend(name.filter(|name| !defined(name)).map(|name| format!("{}: {name}", file.display())));
            }
        }
    }
    unknown
}

/// The files of a folder and of those in it; a file itself.
fn files(path: &Path) -> Vec<PathBuf> {
    match fs::read_dir(path) {
        Ok(entries) => entries.flat_map(|entry| files(&entry.expect("an entry").path())).collect(),
        Err(_) => vec![path.to_owned()],
    }
}

/// Modules that most programs need, the prelude first.
fn is_common(name: &str) -> bool {
    const COMMON: [&str; 8] = ["asyncio", "collections", "contextlib", "contextvars", "functools", "prelude", "types", "_collections"];
    COMMON.contains(&name) || name.starts_with("asyncio.")
}

fn pack_all(folder: &Path) {
    let mut table = String::from("static PROGRAMS: &[(&str, &[u8])] = &[\n");
    let all = env::var_os("CARGO_FEATURE_PRECOMPILED").is_some();
    for module in sources::MODULES.iter().filter(|module| all || is_common(module.name)) {
        let packed = postcard::to_stdvec(&sources::compile(module, false)).expect("a program can be packed");
        let path = folder.join(format!("{}.program", module.name));
        fs::write(&path, packed).expect("the folder can be written");
        writeln!(table, "    ({:?}, include_bytes!({path:?})),", module.name).expect("a string can be written");
    }
    table.push_str("];\n");
    fs::write(folder.join("programs.rs"), table).expect("the folder can be written");
}
