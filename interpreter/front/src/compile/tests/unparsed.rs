//! Holds the text of annotations to CPython 3.11: `unparsed.txt` is what `record.py` says of `unparsed.py`.

use super::program_with;
use crate::bytecode::code::Const;
use crate::compile::Options;

#[test]
fn annotations_are_unparsed_as_cpython_does() {
    let mut lines = include_str!("unparsed.py").lines();
    let future = lines.next().expect("the import");
    let expected: Vec<&str> = include_str!("unparsed.txt").lines().collect();
    assert_eq!(lines.clone().count(), expected.len());
    for (line, expected) in lines.zip(expected) {
        let program = program_with(&format!("{future}\n{line}"), &Options::default());
        let texts: Vec<&str> = program.codes[0]
            .consts
            .iter()
            .filter_map(|value| match value {
                Const::Str(text) => Some(&**text),
                _ => None,
            })
            .collect();
        assert!(texts.contains(&expected), "{line}: expected {expected:?} among {texts:?}");
    }
}
