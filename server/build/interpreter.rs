//! Builds the interpreter as a WebAssembly module for the browser (`interpreter/browser`), and compresses it by brotli: `interpreter.wasm` and
//! `interpreter.wasm.br` in `OUT_DIR`.
//!
//! A release build does, where the target is installed (`rustup target add wasm32-wasip1`); without it both files stay empty and the page asks the server
//! alone. `STILLFRAME_BROWSER=skip` does not even try, `STILLFRAME_BROWSER=require` fails the build instead, and builds in a debug build, too.

use std::path::{Path, PathBuf};
use std::process::Command;
use std::{env, fs};

const SWITCH: &str = "STILLFRAME_BROWSER";
const TARGET: &str = "wasm32-wasip1";

pub fn build(root: &Path, out: &Path) {
    println!("cargo::rerun-if-env-changed={SWITCH}");
    let switch = env::var(SWITCH).unwrap_or_default();
    let required = switch == "require";
    let built = match switch.as_str() {
        "skip" => Err(format!("{SWITCH}=skip")),
        "" if !is_release() => Err("debug builds go without".to_owned()),
        "" | "require" => module(root, out).and_then(|()| compressed(root, out)),
        other => panic!("{SWITCH}={other}: say skip or require, or leave it unset"),
    };
    if let Err(reason) = built {
        assert!(!required, "the interpreter was not built for the browser: {reason}");
        for file in ["interpreter.wasm", "interpreter.wasm.br"] {
            fs::write(out.join(file), "").expect("OUT_DIR can be written");
        }
        if switch.is_empty() && is_release() {
            println!("cargo::warning=programs run on the server alone, not in the browser: {reason}");
        }
    }
}

fn module(root: &Path, out: &Path) -> Result<(), String> {
    for sources in ["interpreter/browser", "interpreter/front/src", "interpreter/src"] {
        println!("cargo::rerun-if-changed={}", root.join(sources).display());
    }
    if !is_installed() {
        return Err(format!("`rustup target add {TARGET}` installs what it needs"));
    }
    let folder = out.join("interpreter");
    // A release build makes the module small; a debug build is there for tests, and makes it soon.
    let profile = if is_release() { "browser" } else { "browser-soon" };
    let mut cargo = Command::new(env::var_os("CARGO").expect("cargo sets it"));
    cargo.args(["build", "--package", "stillframe-browser", "--target", TARGET, "--profile", profile, "--locked", "--target-dir"]);
    // What cargo said to this build is not said to the other one; a linter's wrapper would give no module.
    cargo.arg(&folder).current_dir(root).env_remove("CARGO_ENCODED_RUSTFLAGS").env_remove("RUSTC_WORKSPACE_WRAPPER");
    let output = cargo.output().map_err(|error| format!("cargo did not start: {error}"))?;
    if !output.status.success() {
        return Err(format!("cargo failed: {}", String::from_utf8_lossy(&output.stderr)));
    }
    let built = folder.join(TARGET).join(profile).join("stillframe-browser.wasm");
    fs::copy(&built, out.join("interpreter.wasm")).map(drop).map_err(|error| format!("{}: {error}", built.display()))
}

fn is_release() -> bool {
    env::var("PROFILE").is_ok_and(|profile| profile == "release")
}

fn is_installed() -> bool {
    let rustc = env::var_os("RUSTC").expect("cargo sets it");
    let output = Command::new(rustc).args(["--print", "target-libdir", "--target", TARGET]).output();
    let Ok(output) = output else { return false };
    let libraries = PathBuf::from(String::from_utf8_lossy(&output.stdout).trim());
    // The folder of all targets: the module is built once this one is added.
    if let Some(targets) = libraries.ancestors().nth(2) {
        println!("cargo::rerun-if-changed={}", targets.display());
    }
    libraries.is_dir()
}

/// Without node only gzip is there, which the server has itself. For a debug build that is enough: brotli takes half a minute.
fn compressed(root: &Path, out: &Path) -> Result<(), String> {
    let (plain, packed) = (out.join("interpreter.wasm"), out.join("interpreter.wasm.br"));
    if !is_release() {
        return fs::write(packed, "").map_err(|error| error.to_string());
    }
    let status = Command::new("node").arg(root.join("static/editor/brotli.mjs")).arg(plain).arg(&packed).status();
    if status.is_ok_and(|status| status.success()) { Ok(()) } else { fs::write(packed, "").map_err(|error| error.to_string()) }
}
