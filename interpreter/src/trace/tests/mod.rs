//! Tests of the trace: the recorder is driven by frames made by hand.

mod arrows;
mod forms;
mod memory;
mod scene;
mod showing;
mod states;
mod variables;
mod words;
