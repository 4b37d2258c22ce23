//! States, exceptions, and the limit of steps.

use serde_json::{Value as Json, json};

use super::scene::{Scene, all, code, plain};
use crate::limits::Limits;
use crate::object::frame::Frame;
use crate::object::generator::State;
use crate::object::value::Value;
use crate::vm::watch::{How, Input, Through, Watch};
use crate::{Recording, Stream};
use stillframe_front::bytecode::code::CodeKind;

const OUTER: u32 = 1;
const INNER: u32 = 2;

fn scene() -> Scene {
    Scene::new(program())
}

fn program() -> Vec<stillframe_front::bytecode::code::Code> {
    vec![code(CodeKind::Module, "<module>", 1, &[]), code(CodeKind::Generator, "outer", 2, &[]), code(CodeKind::Generator, "inner", 5, &[])]
}

/// Two generators, the outer delegating to the inner, both suspended; then the module, the outer's frame, the inner's.
fn delegating(scene: &mut Scene, inner: u32) -> Box<Frame> {
    let module = scene.frame(0, None);
    scene.call(&module);
    let outer = scene.frame(OUTER, Some(module));
    scene.create(&outer);
    scene.next(&outer);
    let inner = scene.frame(inner, Some(outer));
    scene.create(&inner);
    scene.resume(&inner, How::YieldFrom, Some(Through::Send), Input::Nothing);
    scene.suspend(&inner, How::Yield, Value::Int(1));
    let outer = inner.back.as_deref().expect("the outer");
    scene.suspend(outer, How::YieldFrom, Value::Int(1));
    inner
}

#[test]
fn a_throw_passes_delegating_frames_by() {
    let mut scene = scene();
    let inner = delegating(&mut scene, INNER);
    let outer = inner.back.as_deref().expect("the outer");
    scene.pass_by(outer, State::Running);
    scene.resume(&inner, How::YieldFrom, Some(Through::Throw), Input::Exception(&scene.error("x")));
    scene.suspend(&inner, How::Yield, Value::Int(2));
    scene.pass_by(outer, State::Suspended);
    scene.output("written by who threw");
    let steps = scene.steps();
    assert_eq!(all(&steps[7..], "event"), ["resume", "suspend"]);
    assert_eq!(steps[8]["written"][0]["frame"], 0);
    assert_eq!(steps[7]["states"], json!({"1": "running", "2": "running"}));
    assert_eq!(steps[8]["states"], json!({"2": "suspended", "1": "suspended"}));
    assert_eq!(steps[7]["verb"], "throw");
}

#[test]
fn what_reaches_a_passed_by_frame_resumes_it() {
    let mut scene = scene();
    let inner = delegating(&mut scene, INNER);
    let outer = inner.back.as_deref().expect("the outer");
    let error = scene.error("x");
    scene.pass_by(outer, State::Running);
    scene.resume(&inner, How::YieldFrom, Some(Through::Throw), Input::Exception(&error));
    scene.fail(&inner, &error);
    scene.resume(outer, How::Throw, None, Input::Exception(&error));
    scene.fail(outer, &error);
    let steps = scene.steps();
    assert_eq!(all(&steps[8..], "event"), ["raise", "resume", "raise"]);
    assert_eq!(all(&steps[8..], "states"), [json!({"2": "closed"}), Json::Null, json!({"1": "closed"})]);
}

#[test]
fn a_frame_passed_by_for_a_hidden_one_changes_at_the_next_step() {
    let mut scene = scene();
    let hidden = scene.load("itertools", vec![code(CodeKind::Generator, "chain", 1, &[])], true);
    let inner = delegating(&mut scene, hidden);
    let outer = inner.back.as_deref().expect("the outer");
    let error = scene.error("x");
    // Thrown into the hidden frame, which yields again: nothing that could be seen.
    scene.pass_by(outer, State::Running);
    scene.resume(&inner, How::YieldFrom, Some(Through::Throw), Input::Exception(&error));
    scene.suspend(&inner, How::Yield, Value::Int(2));
    scene.pass_by(outer, State::Suspended);
    // Thrown into it again, and now it fails.
    scene.pass_by(outer, State::Running);
    scene.resume(&inner, How::YieldFrom, Some(Through::Throw), Input::Exception(&error));
    scene.fail(&inner, &error);
    scene.resume(outer, How::Throw, None, Input::Exception(&error));
    let steps = scene.steps();
    assert_eq!(all(&steps[3..], "event"), ["suspend", "resume"]);
    assert_eq!(all(&steps[3..], "states"), [json!({"1": "suspended"}), json!({"1": "running"})]);
}

#[test]
fn a_generator_that_never_ran_is_dropped() {
    let mut scene = scene();
    let module = scene.frame(0, None);
    scene.call(&module);
    let outer = scene.frame(OUTER, Some(module));
    scene.create(&outer);
    scene.tell(|recorder, view| recorder.drop_unstarted(view, &outer, outer.id, false));
    scene.tell(|recorder, view| recorder.drop_unstarted(view, &outer, 99, true));
    let steps = scene.steps();
    assert_eq!(steps.len(), 3);
    assert_eq!(
        steps[2],
        json!({
            "step": 2, "event": "drop", "frame": 1, "kind": "generator", "name": "outer", "line": 2, "states": {"1": "closed"},
        })
    );
}

#[test]
fn awaitable_generators_say_so() {
    let mut scene = scene();
    let module = scene.frame(0, None);
    scene.call(&module);
    let outer = scene.frame(OUTER, Some(module));
    scene.create_awaitable(&outer, true);
    scene.next(&outer);
    assert_eq!(all(&scene.steps(), "awaitable"), [Json::Null, json!(true), json!(true)]);
}

#[test]
fn exceptions_stand_at_steps_of_their_frame() {
    let mut scene = scene();
    let mut module = scene.frame(0, None);
    scene.call(&module);
    scene.line(&mut module, 2);
    let own = scene.error("own");
    scene.exception(&module, &own, false);
    scene.exception(&module, &own, true);
    let mut callee = scene.frame(OUTER, Some(module));
    scene.create(&callee);
    scene.next(&callee);
    let key = scene.runtime.exception(&scene.runtime.classes.key_error, "k");
    scene.exception(&callee, &key, false);
    scene.fail(&callee, &key);
    let mut module = callee.back.take().expect("the module");
    scene.exception(&module, &key, false);
    scene.exception(&module, &key, true);
    scene.line(&mut module, 4);
    let steps = scene.steps();
    assert_eq!(
        steps[1]["exception"],
        json!([
            {"event": "raised", "type": "ValueError", "message": "own"},
            {"event": "caught", "type": "ValueError", "message": "own"},
        ])
    );
    assert_eq!(steps[3]["exception"], json!([{"event": "raised", "type": "KeyError", "message": "'k'"}]));
    assert_eq!(steps[4]["exception"], Json::Null);
    assert_eq!(steps[5]["exception"], json!([{"event": "caught", "before": true, "type": "KeyError", "message": "'k'"}]));
}

#[test]
fn past_the_limit_of_steps_only_output_is_told() {
    let limits = Limits { steps: 2, ..Limits::default() };
    let mut scene = Scene::with(program(), Recording::Program, limits);
    let mut module = scene.frame(0, None);
    scene.call(&module);
    scene.line(&mut module, 2);
    let mut outer = scene.frame(OUTER, Some(module));
    scene.create(&outer);
    scene.next(&outer);
    scene.line(&mut outer, 3);
    scene.tell(|recorder, _| recorder.output(Stream::Out, "a"));
    scene.tell(|recorder, _| recorder.output(Stream::Out, "b"));
    scene.finish(&outer, Value::None);
    scene.tell(|recorder, _| recorder.end());
    let trace = scene.trace();
    assert!(!trace.outcome().recorded());
    assert_eq!(trace.outcome().steps, 2);
    let lines = plain(&trace);
    assert_eq!(lines.len(), 4);
    assert_eq!(lines[1]["out"], "ab");
    assert_eq!(lines[2]["overview"]["steps"], 6);
    assert_eq!(lines[3]["recorded"], false);
}

#[test]
fn after_the_end_only_output_is_told() {
    let mut scene = scene();
    let mut module = scene.frame(0, None);
    scene.call(&module);
    scene.finish(&module, Value::None);
    scene.tell(|recorder, _| recorder.end());
    scene.line(&mut module, 9);
    let outer = scene.frame(OUTER, Some(module));
    scene.create(&outer);
    scene.tell(|recorder, _| recorder.output(Stream::Err, "late"));
    let trace = scene.trace();
    assert!(trace.outcome().recorded());
    let lines = plain(&trace);
    assert_eq!(lines.len(), 3);
    assert_eq!(lines[1]["err"], "late");
}
