//! Steps of the page's fixtures in words.

use std::fs;
use std::path::Path;

use stillframe_picture::{Trace, sentence};

const FIXTURES: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../static/tests/fixtures");

fn of(name: &str) -> Trace {
    Trace::read(&fs::read(Path::new(FIXTURES).join(format!("{name}.json"))).unwrap()).unwrap()
}

#[test]
fn every_step_is_told_by_the_name_of_its_frame() {
    for name in ["agen", "averager", "calls", "cancel", "channel", "dropped", "group", "locks", "tasks"] {
        let trace = of(name);
        for step in 0..trace.last() {
            let told = sentence(&trace, step);
            let frame = trace.label(trace.step_frame[step] as i32);
            assert!(told.contains(&frame) && told.ends_with('.') && told.len() < 600, "{name} {step}: {told}");
        }
        assert!(sentence(&trace, trace.last()).ends_with("The program has ended."), "{name}");
    }
}
