//! Programs and their trees as CPython's `ast` has them, places included; `record_syntax.py` asked it.

#[path = "support/tree_json.rs"]
mod tree_json;

use std::fs;
use std::path::Path;

use serde_json::Value;
use stillframe_front::syntax;

#[test]
fn trees_are_those_of_cpython() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/trees");
    let mut compared = 0;
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.extension().is_some_and(|extension| extension == "py") {
            compared += compare(&path);
        }
    }
    assert!(compared > 100, "only {compared} statements were compared");
}

/// Compares the statements of a program one by one; how many they are.
fn compare(path: &Path) -> usize {
    let source = fs::read_to_string(path).unwrap();
    let module = syntax::parse(&source).unwrap_or_else(|error| panic!("{error:?}"));
    let recorded = fs::read_to_string(path.with_extension("json")).expect("record_syntax.py has not been run");
    let expected: Vec<Value> = serde_json::from_str(&recorded).unwrap();
    let ours = tree_json::module(&module);
    let ours = ours.as_array().unwrap();
    assert_eq!(ours.len(), expected.len(), "{}", path.display());
    for (ours, expected) in ours.iter().zip(&expected) {
        assert_eq!(ours, expected, "{} at {}", path.display(), expected["at"]);
    }
    expected.len()
}
