//! Builds the editor of the page: CodeMirror, bundled by esbuild from `static/editor`, into `OUT_DIR/editor.js`.
//!
//! Without node, npm or a registry the file stays empty, cargo warns, and the page falls back to a plain textarea.
//! `STILLFRAME_EDITOR=skip` does not even try, `STILLFRAME_EDITOR=require` fails the build instead.

use std::path::{Path, PathBuf};
use std::process::Command;
use std::{env, fs, io};

const SWITCH: &str = "STILLFRAME_EDITOR";

fn main() {
    let sources = Path::new(env!("CARGO_MANIFEST_DIR")).join("../static/editor");
    let out = PathBuf::from(env::var_os("OUT_DIR").expect("cargo sets OUT_DIR"));
    let bundle = out.join("editor.js");

    println!("cargo::rerun-if-changed=build.rs");
    println!("cargo::rerun-if-env-changed={SWITCH}");
    println!("cargo::rerun-if-changed={}", sources.display());

    let switch = env::var(SWITCH).unwrap_or_default();
    let required = switch == "require";
    let built = match switch.as_str() {
        "skip" => Err(format!("{SWITCH}=skip")),
        "" | "require" => build(&sources, &out.join("editor"), &bundle, required),
        other => panic!("{SWITCH}={other}: say skip or require, or leave it unset"),
    };
    if let Err(reason) = built {
        assert!(!required, "the editor's bundle was not built: {reason}");
        fs::write(&bundle, "").expect("OUT_DIR can be written");
        println!("cargo::warning=the page gets a plain textarea for an editor: {reason}");
        if switch != "skip" {
            // A path that never exists: the next build tries again.
            println!("cargo::rerun-if-changed={}", out.join("try-again").display());
        }
    }
}

fn build(sources: &Path, work: &Path, bundle: &Path, required: bool) -> Result<(), String> {
    if work.exists() {
        fs::remove_dir_all(work).map_err(|e| format!("clearing {}: {e}", work.display()))?;
    }
    copy(sources, work).map_err(|e| format!("copying {}: {e}", sources.display()))?;
    // Nobody waits minutes for a registry that is not there, unless the bundle is required.
    let retries = if required { "--fetch-retries=3" } else { "--fetch-retries=0" };
    let install = ["ci", "--ignore-scripts", "--no-audit", "--no-fund", "--prefer-offline", retries];
    run(work, "npm", &install)?;
    run(work, "node", &["build.mjs", &format!("--outfile={}", bundle.display())])?;
    match fs::metadata(bundle) {
        Ok(file) if file.len() > 0 => Ok(()),
        _ => Err("build.mjs wrote no bundle".to_owned()),
    }
}

/// Copies the files of a folder, so that npm never writes into the source tree. What npm put there by hand is left out.
fn copy(from: &Path, to: &Path) -> io::Result<()> {
    fs::create_dir_all(to)?;
    for entry in fs::read_dir(from)? {
        let entry = entry?;
        let target = to.join(entry.file_name());
        if entry.file_name() == "node_modules" {
            continue;
        } else if entry.file_type()?.is_dir() {
            copy(&entry.path(), &target)?;
        } else {
            fs::copy(entry.path(), target)?;
        }
    }
    Ok(())
}

fn run(folder: &Path, program: &str, arguments: &[&str]) -> Result<(), String> {
    let output = Command::new(program).args(arguments).current_dir(folder).output().map_err(|e| format!("{program} did not start: {e}"))?;
    if output.status.success() {
        return Ok(());
    }
    let told = String::from_utf8_lossy(&output.stderr);
    let errors: Vec<&str> = told.lines().filter(|line| line.contains("rror")).take(3).collect();
    Err(format!("`{program} {}` failed: {}", arguments[0], errors.join(" / ")))
}
