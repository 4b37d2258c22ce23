//! docs/promises.md names the tests that hold each promise. They have to be there.

use std::fs;
use std::path::Path;

#[test]
fn every_promise_names_tests_that_are_there() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).parent().unwrap();
    let promises = fs::read_to_string(root.join("docs/promises.md")).unwrap();
    let rows = promises.lines().filter(|line| line.starts_with("| ") && !line.starts_with("| promise"));
    let mut named = 0;
    for row in rows {
        let (_, held_by) = row.trim_end_matches(" |").rsplit_once(" | ").unwrap();
        for test in held_by.split(", ") {
            let test = test.trim_matches('`');
            assert!(is_there(root, test), "there is no {test}, which should hold this promise: {row}");
            named += 1;
        }
    }
    assert!(named > 25, "the page names {named} tests");
}

/// A file, a folder, or a function in a file: `path::name`.
fn is_there(root: &Path, test: &str) -> bool {
    let Some((file, name)) = test.split_once("::") else { return root.join(test).exists() };
    let text = fs::read_to_string(root.join(file)).unwrap_or_default();
    ["fn ", "def "].iter().any(|keyword| text.contains(&format!("{keyword}{name}(")))
}
