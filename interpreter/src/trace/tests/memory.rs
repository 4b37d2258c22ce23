//! The peaks of memory of frames, and of the run.

use serde_json::{Value as Json, json};

use super::scene::{Scene, code};
use crate::Recording;
use crate::limits::Limits;
use crate::object::heap::{self, Header};
use crate::object::value::Value;
use stillframe_front::bytecode::code::{Code, CodeKind};

fn program() -> Vec<Code> {
    vec![code(CodeKind::Module, "<module>", 1, &[]), code(CodeKind::Function, "f", 2, &[])]
}

fn peaks(scene: Scene) -> (Json, usize) {
    let trace = scene.trace();
    let packed: Json = serde_json::from_str(&trace.packed()).expect("JSON");
    (packed["frames"]["peak"].clone(), trace.outcome().memory)
}

/// Calls `f`, which holds `bytes` for a while.
fn call_that_holds(scene: &mut Scene, module: Box<crate::object::frame::Frame>, bytes: usize) -> Box<crate::object::frame::Frame> {
    let mut frame = scene.frame(1, Some(module));
    scene.call(&frame);
    drop(Header::new(bytes));
    scene.finish(&frame, Value::None);
    frame.back.take().expect("the module")
}

#[test]
fn each_frame_has_its_own_peak() {
    let mut scene = Scene::new(program());
    let start = heap::used();
    let module = scene.frame(0, None);
    scene.call(&module);
    let kept = Header::new(1_000);
    let module = call_that_holds(&mut scene, module, 500);
    let module = call_that_holds(&mut scene, module, 20);
    let module = call_that_holds(&mut scene, module, 0);
    scene.finish(&module, Value::None);
    drop(kept);
    let (peaks, memory) = peaks(scene);
    assert_eq!(peaks, json!([[0, 1_500], [1, 500], [2, 20]]));
    assert_eq!(memory, start + 1_500);
}

#[test]
fn frames_open_at_the_end_have_theirs_so_far() {
    let mut scene = Scene::new(program());
    let start = heap::used();
    let module = scene.frame(0, None);
    scene.call(&module);
    let kept = Header::new(700);
    let frame = scene.frame(1, Some(module));
    scene.call(&frame);
    drop(Header::new(50));
    drop(kept);
    let (peaks, memory) = peaks(scene);
    assert_eq!(peaks, json!([[0, 750], [1, 50]]));
    assert_eq!(memory, start + 750);
}

#[test]
fn peaks_of_open_frames_are_followed_past_the_limit_of_steps() {
    let limits = Limits { steps: 2, ..Limits::default() };
    let mut scene = Scene::with(program(), Recording::Program, limits);
    let module = scene.frame(0, None);
    scene.call(&module);
    let mut frame = scene.frame(1, Some(module));
    scene.call(&frame);
    let frame_id = frame.id;
    let inner = call_that_holds(&mut scene, frame, 300);
    frame = inner;
    assert_eq!(frame.id, frame_id);
    scene.finish(&frame, Value::None);
    let module = frame.back.take().expect("the module");
    drop(Header::new(900));
    scene.finish(&module, Value::None);
    let (peaks, _) = peaks(scene);
    assert_eq!(peaks, json!([[0, 900], [1, 300]]));
}

#[test]
fn functions_that_first_run_past_the_limit_of_steps_are_told_for_their_peaks() {
    let limits = Limits { steps: 1, ..Limits::default() };
    let mut scene = Scene::with(program(), Recording::Program, limits);
    let mut module = scene.frame(0, None);
    scene.call(&module);
    scene.line(&mut module, 2);
    let module = call_that_holds(&mut scene, module, 300);
    let module = call_that_holds(&mut scene, module, 400);
    scene.finish(&module, Value::None);
    let trace = scene.trace();
    let packed: Json = serde_json::from_str(&trace.packed()).expect("JSON");
    assert_eq!(packed["frames"]["kind"], "mf");
    assert_eq!(packed["frames"]["creator"], json!([-1, 0]));
    assert_eq!(packed["frames"]["peak"], json!([[0, 400], [1, 300]]));
    assert_eq!(packed["steps"]["frame"], json!([0]));
}
