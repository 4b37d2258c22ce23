//! `docs/limits.md` has every limit of the tables, in their order, with their defaults and in their words.

use std::fs;
use std::path::Path;

use stillframe_front::limits::ROWS as OF_SOURCES;
use stillframe_interpreter::limits::{self, LOOKS, Limits, MAX_NESTED_NATIVES, MAX_RECURSION, OF_REGEXES, ROWS, Unit, told};

fn document() -> String {
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("../docs/limits.md");
    fs::read_to_string(file).expect("the document")
}

/// The rows of the first table under a heading, without its head.
fn table_under(heading: &str) -> Vec<String> {
    let document = document();
    let (_, section) = document.split_once(&format!("\n## {heading}\n")).expect("the heading");
    section.lines().skip_while(|line| !line.starts_with('|')).take_while(|line| line.starts_with('|')).skip(2).map(str::to_owned).collect()
}

/// Rows of a table that has no names: what is counted, and the most of it.
fn nameless(rows: &[(&str, usize)]) -> Vec<String> {
    let unit = |counted: &str| if counted.starts_with("bytes") { Unit::Bytes } else { Unit::Things };
    rows.iter().map(|(counted, most)| format!("| {counted} | {} |", told(*most as u64, unit(counted)))).collect()
}

#[test]
fn limits_of_a_run() {
    let limits = Limits::default();
    let rows: Vec<String> = ROWS.iter().map(|row| format!("| `{}` | {} | {} |", row.name, row.told(&limits), row.counted)).collect();
    assert_eq!(table_under("Of a run"), rows);
}

#[test]
fn limits_of_a_source() {
    assert_eq!(table_under("Of the source"), nameless(OF_SOURCES));
}

#[test]
fn limits_of_regular_expressions() {
    assert_eq!(table_under("Of regular expressions"), nameless(OF_REGEXES));
}

#[test]
fn limits_of_objects_and_of_what_is_watched() {
    for (name, most, unit) in [
        ("OBJECT_BYTES", limits::OBJECT_BYTES as u64, Unit::Bytes),
        ("OBJECT_LOOKS", limits::OBJECT_LOOKS, Unit::Things),
        ("OBJECT_DEPTH", u64::from(limits::OBJECT_DEPTH), Unit::Things),
        ("OBJECT_ITEMS", limits::OBJECT_ITEMS as u64, Unit::Things),
        ("OBJECT_ITEMS_A_STEP", limits::OBJECT_ITEMS_A_STEP as u64, Unit::Things),
        ("OBJECT_TEXT", limits::OBJECT_TEXT as u64, Unit::Things),
        ("WATCHES", limits::WATCHES as u64, Unit::Things),
        ("WATCH_TEXT", limits::WATCH_TEXT as u64, Unit::Things),
        ("WATCH_ITEMS", limits::WATCH_ITEMS as u64, Unit::Things),
    ] {
        let row = format!("| `{name}` | {}", told(most, unit));
        assert!(document().contains(&row), "the document does not have: {row}");
    }
}

#[test]
fn numbers_in_the_text() {
    let text = document().replace('\n', " ");
    for (before, number, after) in [
        ("limit, to at most ", u64::from(MAX_RECURSION), " ("),
        ("At most ", u64::from(MAX_NESTED_NATIVES), " natives"),
        ("Past ", LOOKS, " (`LOOKS`)"),
    ] {
        let told = format!("{before}{}{after}", told(number, Unit::Things));
        assert!(text.contains(&told), "the document does not say: {told}");
    }
}
