//! The compiler knows the names of built-ins: it has to leave variables of these names where a built-in may stand in for them. What the machine
//! has built in is in tables of natives and in the prelude.

#[path = "support/ear.rs"]
mod ear;

use std::collections::BTreeSet;

use ear::Ear;
use stillframe_front::compile::BUILTINS;
use stillframe_interpreter::{Limits, Recording, run};

/// What `site` adds for people who sit at a prompt.
const LEFT_OUT: &[&str] = &["copyright", "credits", "license"];

#[test]
fn the_compiler_knows_what_the_machine_has_built_in() {
    let mut ear = Ear::default();
    run("import builtins\nprint(*dir(builtins))\n", &Limits::default(), Recording::Off, &mut ear);
    let built_in: BTreeSet<&str> = ear.output.split_whitespace().filter(|name| !name.starts_with("__")).collect();
    let known: BTreeSet<&str> = BUILTINS.iter().copied().filter(|name| !LEFT_OUT.contains(name)).collect();
    assert_eq!(built_in, known);
    assert!(BUILTINS.is_sorted(), "the compiler searches the list");
}
