//! The house has floors: a file imports only from its own floor and those below.

use std::fs;
use std::path::{Path, PathBuf};

/// The floors, lowest first.
const FLOORS: &[&str] = &["limits", "outcome", "library", "object", "native", "vm", "trace", "run", "job"];

#[test]
fn no_file_imports_from_a_higher_floor() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let mut files = Vec::new();
    collect(&root, &mut files);
    assert!(files.len() > 100, "the sources were not found");
    let climbs: Vec<String> = files.iter().flat_map(|file| climbs_of(&root, file)).collect();
    assert!(climbs.is_empty(), "imports from a higher floor:\n{}", climbs.join("\n"));
}

fn collect(folder: &Path, files: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(folder).expect("a folder of sources").flatten() {
        let path = entry.path();
        if path.is_dir() {
            collect(&path, files);
        } else if path.extension().is_some_and(|extension| extension == "rs") {
            files.push(path);
        }
    }
}

/// The imports of one file that climb.
fn climbs_of(root: &Path, file: &Path) -> Vec<String> {
    let place = file.strip_prefix(root).expect("a file under the sources").to_string_lossy().replace('\\', "/");
    let name = place.split('/').next().unwrap_or_default().trim_end_matches(".rs");
    let Some(own) = FLOORS.iter().position(|floor| *floor == name) else { return Vec::new() };
    let text = fs::read_to_string(file).expect("a source");
    let code = text.lines().filter(|line| !line.trim_start().starts_with("//")).collect::<Vec<_>>().join("\n");
    FLOORS[own + 1..]
        .iter()
        .filter(|floor| code.contains(&format!("crate::{floor}::")))
        .map(|floor| format!("{place} imports from {floor}"))
        .collect()
}
