//! Who resumes whom, where frames of the library lie between.

use serde_json::{Value as Json, json};

use super::scene::{Scene, all, code};
use crate::Recording;
use crate::limits::Limits;
use crate::object::frame::Frame;
use crate::object::value::Value;
use crate::vm::watch::{How, Input, Through};
use stillframe_front::bytecode::code::CodeKind;

const MODULE: u32 = 0;
const CALLEE: u32 = 1;
const SLEEPER: u32 = 2;

fn scene(recording: Recording) -> Scene {
    let program = vec![
        code(CodeKind::Module, "<module>", 1, &[]),
        code(CodeKind::Function, "callee", 2, &[]),
        code(CodeKind::Coroutine, "sleeper", 5, &[]),
    ];
    Scene::with(program, recording, Limits::default())
}

/// A library function on the stack, called by `back`.
fn library(scene: &mut Scene, module: &str, back: Box<Frame>) -> Box<Frame> {
    let index = scene.load(module, vec![code(CodeKind::Function, "helper", 1, &["secret"])], true);
    let frame = scene.frame(index, Some(back));
    scene.call(&frame);
    frame
}

#[test]
fn arrows_through_the_library_are_joined() {
    let mut scene = scene(Recording::Program);
    let module = scene.frame(MODULE, None);
    scene.call(&module);
    let mut helper = library(&mut scene, "contextlib", module);
    scene.line(&mut helper, 2);
    let deeper = library(&mut scene, "functools", helper);
    let callee = scene.frame(CALLEE, Some(deeper));
    scene.call(&callee);
    scene.finish(&callee, Value::Int(1));
    let deeper = callee.back.expect("the library's");
    scene.finish(&deeper, Value::None);
    let steps = scene.steps();
    assert_eq!(all(&steps, "event"), ["call", "call", "return"]);
    assert_eq!(all(&steps, "frame"), [0, 1, 1]);
    assert_eq!(steps[1]["by"], 0);
    assert_eq!(steps[2]["to"], 0);
}

#[test]
fn frames_of_asyncio_are_the_event_loop() {
    let mut scene = scene(Recording::Program);
    let module = scene.frame(MODULE, None);
    scene.call(&module);
    let mut sleeper = scene.frame(SLEEPER, Some(module));
    scene.create(&sleeper);
    let module = sleeper.back.take().expect("the module");
    let runner = library(&mut scene, "asyncio.runners", module);
    let task = library(&mut scene, "asyncio", runner);
    sleeper.back = Some(task);
    scene.resume(&sleeper, How::Send, None, Input::Nothing);
    scene.suspend(&sleeper, How::Await, Value::None);
    scene.resume(&sleeper, How::Throw, None, Input::Exception(&scene.error("late")));
    scene.finish(&sleeper, Value::Int(1));
    let steps = scene.steps();
    assert_eq!(all(&steps, "how"), [Json::Null, Json::Null, json!("loop"), json!("await"), json!("loop"), Json::Null]);
    assert_eq!(all(&steps, "verb")[4], "throw");
    assert_eq!(all(&steps, "by"), [json!(-1), json!(0), json!(-1), Json::Null, json!(-1), Json::Null]);
    assert_eq!(all(&steps, "to")[3..], [json!(-1), Json::Null, json!(-1)]);
    assert_eq!(steps[4]["value"], "ValueError('late')");
}

#[test]
fn a_module_that_only_sounds_like_asyncio_is_not_the_loop() {
    let mut scene = scene(Recording::Program);
    let module = scene.frame(MODULE, None);
    scene.call(&module);
    let helper = library(&mut scene, "asyncio_tools", module);
    let sleeper = scene.frame(SLEEPER, Some(helper));
    scene.create(&sleeper);
    scene.resume(&sleeper, How::Await, Some(Through::Throw), Input::Nothing);
    let steps = scene.steps();
    assert_eq!((&steps[2]["how"], &steps[2]["verb"], &steps[2]["by"]), (&json!("await"), &json!("throw"), &json!(0)));
}

#[test]
fn the_library_is_shown_when_it_is_asked_for() {
    let mut scene = scene(Recording::Library);
    let module = scene.frame(MODULE, None);
    scene.call(&module);
    let prelude = library(&mut scene, "prelude", module);
    let mut helper = library(&mut scene, "asyncio", prelude);
    helper.registers[0] = Value::Int(1);
    scene.line(&mut helper, 2);
    let callee = scene.frame(CALLEE, Some(helper));
    scene.call(&callee);
    scene.finish(&callee, Value::None);
    let helper = callee.back.expect("the library's");
    scene.finish(&helper, Value::None);
    let trace = scene.trace();
    assert_eq!(trace.outcome().steps, 3);
    let steps = super::scene::plain(&trace);
    assert_eq!(all(&steps[..6], "step"), [0, 0, 0, 1, 2, 2]);
    assert_eq!(all(&steps[..6], "sub"), [Json::Null, json!(1), json!(2), Json::Null, Json::Null, json!(1)]);
    assert_eq!(all(&steps[..6], "frame"), [0, 1, 1, 2, 2, 1]);
    assert_eq!(steps[1]["library"], "asyncio");
    assert_eq!(steps[1]["by"], 0);
    assert_eq!(steps[2]["locals"], json!({"secret": "1"}));
    assert_eq!(steps[3]["by"], 1);
    assert_eq!(steps[3]["library"], Json::Null);
}
