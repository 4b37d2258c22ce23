//! Bundles what the browser gets, by esbuild (`static/editor/build.mjs`), into `OUT_DIR`: `editor.js`, which is CodeMirror; `page-LANGUAGE.js` and
//! `page.css`, which are the page's modules and style sheets; `embed-LANGUAGE.js` and `embed.css`, those of the player in other pages;
//! `course-LANGUAGE.js`, that of the lists of lessons; `first-paint.js`, which runs before them; `interpreter-worker.js`, which runs programs in the
//! browser; `qr.js`, which makes QR codes.
//!
//! Without node, npm or a registry the files stay empty and cargo warns. The page then gets a plain textarea for an editor, and loads its modules
//! and style sheets one by one. `STILLFRAME_EDITOR=skip` does not even try, `STILLFRAME_EDITOR=require` fails the build instead.

mod interpreter;
mod words;

use std::path::{Path, PathBuf};
use std::process::Command;
use std::{env, fs, io};

const SWITCH: &str = "STILLFRAME_EDITOR";
const BUNDLES: [&str; 6] = ["editor.js", "first-paint.js", "interpreter-worker.js", "page.css", "embed.css", "qr.js"];
/// There is one for each language.
const SPOKEN: [&str; 3] = ["page", "embed", "course"];

fn main() {
    let folder_of = |name| PathBuf::from(env::var_os(name).expect("cargo sets it"));
    // Asked for as it runs: a folder that was copied or moved keeps the script that was compiled in the old place.
    let root = folder_of("CARGO_MANIFEST_DIR").join("..");
    let out = folder_of("OUT_DIR");

    println!("cargo::rerun-if-changed=build");
    println!("cargo::rerun-if-env-changed={SWITCH}");
    for sources in ["static/editor", "static/js", "static/css", "templates/page.html", "templates/embed.html"] {
        println!("cargo::rerun-if-changed={}", root.join(sources).display());
    }

    let languages = words::build(&root, &out);
    let spoken = languages.iter().flat_map(|language| SPOKEN.map(|name| format!("{name}-{language}.js")));
    let bundles: Vec<String> = BUNDLES.map(str::to_owned).into_iter().chain(spoken).collect();
    fs::write(out.join("spoken.rs"), source_of_spoken(&languages)).expect("OUT_DIR can be written");

    let switch = env::var(SWITCH).unwrap_or_default();
    let required = switch == "require";
    let built = match switch.as_str() {
        "skip" => Err(format!("{SWITCH}=skip")),
        "" | "require" => build(&root, &out, &bundles, required),
        other => panic!("{SWITCH}={other}: say skip or require, or leave it unset"),
    };
    if let Err(reason) = built {
        assert!(!required, "the page was not bundled: {reason}");
        for bundle in &bundles {
            fs::write(out.join(bundle), "").expect("OUT_DIR can be written");
        }
        println!("cargo::warning=the page is not bundled and gets a plain textarea for an editor: {reason}");
        if switch != "skip" {
            // A path that never exists: the next build tries again.
            println!("cargo::rerun-if-changed={}", out.join("try-again").display());
        }
    }
    interpreter::build(&root, &out);
}

fn build(root: &Path, out: &Path, bundles: &[String], required: bool) -> Result<(), String> {
    let sources = root.join("static/editor");
    let work = out.join("editor");
    copy(&sources, &work).map_err(|e| format!("copying {}: {e}", sources.display()))?;
    install(&work, required)?;
    let root = root.canonicalize().map_err(|e| format!("{}: {e}", root.display()))?;
    run(&work, "node", &["build.mjs", &format!("--root={}", root.display()), &format!("--outdir={}", out.display())])?;
    for bundle in bundles {
        match fs::metadata(out.join(bundle)) {
            Ok(file) if file.len() > 0 => {}
            _ => return Err(format!("build.mjs wrote no {bundle}")),
        }
    }
    Ok(())
}

/// The bundles of each language, for `assets.rs`.
fn source_of_spoken(languages: &[String]) -> String {
    let file = |name: &str, language: &str| format!("include_bytes!(concat!(env!(\"OUT_DIR\"), \"/{name}-{language}.js\"))");
    let row = |language: &String| format!("    (\"{language}\", [{}]),\n", SPOKEN.map(|name| file(name, language)).join(", "));
    let rows: String = languages.iter().map(row).collect();
    format!("static SPOKEN: &[(&str, [&[u8]; {}])] = &[\n{rows}];\n", SPOKEN.len())
}

/// Installs the packages, unless those of this very lockfile are there from the last build.
fn install(work: &Path, required: bool) -> Result<(), String> {
    let installed = work.join("node_modules/.installed");
    let lock = fs::read(work.join("package-lock.json")).map_err(|e| format!("package-lock.json: {e}"))?;
    if fs::read(&installed).is_ok_and(|before| before == lock) {
        return Ok(());
    }
    // Nobody waits minutes for a registry that is not there, unless the bundle is required.
    let retries = if required { "--fetch-retries=3" } else { "--fetch-retries=0" };
    run(work, "npm", &["ci", "--ignore-scripts", "--no-audit", "--no-fund", "--prefer-offline", retries])?;
    fs::write(&installed, lock).map_err(|e| format!("{}: {e}", installed.display()))
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
