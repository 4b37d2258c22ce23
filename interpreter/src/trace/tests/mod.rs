//! Tests of the trace: the recorder is driven by frames made by hand.

mod arrows;
mod forms;
mod memory;
mod objects;
mod scene;
mod showing;
mod states;
#[path = "../../../tests/support/unpacked.rs"]
mod unpacked;
mod variables;
mod words;
