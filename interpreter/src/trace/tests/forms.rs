//! The two forms tell the same, and look as `docs/trace.md` says.

use serde_json::{Value as Json, json};

use super::scene::{Scene, code, plain};
use super::unpacked;
use crate::Stream;
use crate::limits::{Limit, RecordingLimit};
use crate::object::generator::GeneratorKind;
use crate::object::runtime::{LoopEvent, TaskEnd};
use crate::object::value::Value;
use crate::trace::Trace;
use crate::vm::watch::{How, Input, Watch};
use crate::{Outcome, OutcomeKind};
use stillframe_front::bytecode::code::CodeKind;

/// Unpacks the packed form by the rules of the document alone, and compares it with the plain form.
pub fn assert_forms_agree(trace: &Trace) {
    let packed: Json = serde_json::from_str(&trace.packed()).expect("the packed form is JSON");
    let unpacked = unpacked::lines(&packed);
    let plain = plain(trace);
    assert_eq!(unpacked.len(), plain.len());
    for (unpacked, plain) in unpacked.iter().zip(&plain) {
        assert_eq!(unpacked, plain);
    }
}

/// A module that makes a generator, asks it once and lets it go on to its end.
fn countdown() -> Trace {
    let program = vec![code(CodeKind::Module, "<module>", 1, &["g", "x"]), code(CodeKind::Generator, "countdown", 1, &["n"])];
    let mut scene = Scene::new(program);
    let mut module = scene.frame(0, None);
    scene.call(&module);
    scene.line(&mut module, 4);
    let mut countdown = scene.frame(1, Some(module));
    countdown.registers[0] = Value::Int(3);
    scene.create(&countdown);
    let generator = scene.generator(&countdown, GeneratorKind::Generator, false);
    let mut module = countdown.back.take().expect("the module");
    module.registers[0] = Value::Generator(generator);
    scene.line(&mut module, 5);
    countdown.back = Some(module);
    scene.next(&countdown);
    scene.line(&mut countdown, 2);
    scene.suspend(&countdown, How::Yield, Value::Int(3));
    let mut module = countdown.back.take().expect("the module");
    module.registers[1] = Value::float(0.5);
    scene.line(&mut module, 6);
    scene.tell(|recorder, _| recorder.output(Stream::Out, "0.5\n"));
    countdown.back = Some(module);
    scene.resume(&countdown, How::Send, None, Input::Value(&Value::str("it's")));
    scene.finish(&countdown, Value::None);
    let module = countdown.back.take().expect("the module");
    scene.finish(&module, Value::None);
    scene.tell(|recorder, _| {
        recorder.end();
        recorder.output(Stream::Err, "bye\n");
    });
    scene.trace()
}

#[test]
fn the_plain_form_reads_as_documented() {
    let mut lines = Vec::new();
    countdown().plain(&mut |line| lines.push(line.to_owned()));
    let outcome = lines.pop().expect("an outcome");
    assert_eq!(
        lines,
        [
            r#"{"step":0,"event":"call","frame":0,"kind":"module","name":"<module>","line":1,"by":-1,"states":{"0":"running"}}"#,
            r#"{"step":1,"event":"line","frame":0,"kind":"module","name":"<module>","line":4}"#,
            r#"{"step":2,"event":"create","frame":1,"kind":"generator","name":"countdown","line":1,"by":0,"states":{"1":"created"},"locals":{"n":"3"}}"#,
            r#"{"step":3,"event":"line","frame":0,"kind":"module","name":"<module>","line":5,"locals":{"g":"<generator countdown>"},"ids":{"g":1},"frames":{"g":1},"objects":[{"id":1,"type":"generator","frame":1}]}"#,
            r#"{"step":4,"event":"resume","how":"next","frame":1,"kind":"generator","name":"countdown","line":1,"by":0,"states":{"1":"running"}}"#,
            r#"{"step":5,"event":"line","frame":1,"kind":"generator","name":"countdown","line":2}"#,
            r#"{"step":6,"event":"suspend","how":"yield","frame":1,"kind":"generator","name":"countdown","line":2,"to":0,"value":"3","states":{"1":"suspended"}}"#,
            r#"{"step":7,"event":"line","frame":0,"kind":"module","name":"<module>","line":6,"locals":{"x":"0.5"},"out":"0.5\n","written":[{"stream":"out","text":"0.5\n","frame":0,"line":6}]}"#,
            r#"{"step":8,"event":"resume","how":"send","frame":1,"kind":"generator","name":"countdown","line":2,"by":0,"value":"\"it's\"","states":{"1":"running"}}"#,
            r#"{"step":9,"event":"return","frame":1,"kind":"generator","name":"countdown","line":2,"to":0,"value":"None","states":{"1":"closed"}}"#,
            r#"{"step":10,"event":"return","frame":0,"kind":"module","name":"<module>","line":6,"to":-1,"value":"None","states":{"0":"closed"},"err":"bye\n","written":[{"stream":"err","text":"bye\n","frame":-1}]}"#,
        ]
    );
    assert!(outcome.starts_with(r#"{"outcome":"finished","recorded":true,"steps":11,"instructions":0,"memory":"#), "{outcome}");
}

#[test]
fn the_packed_form_is_in_columns() {
    let trace = countdown();
    let packed: Json = serde_json::from_str(&trace.packed()).expect("JSON");
    assert!(trace.packed().starts_with(r#"{"version":1,"#));
    assert_eq!(packed["frames"]["kind"], "mg");
    assert_eq!(packed["frames"]["creator"], json!([-1, 0]));
    assert_eq!(
        packed["steps"],
        json!({
            "event": "clnlrlslrtt",
            "frame": [0, 0, 1, -1, 1, 0, 0, -1, 1, 0, -1],
            "line": [1, 3, -3, 4, -4, 1, 0, 4, -4, 0, 4],
        })
    );
    assert_eq!(packed["how"], json!({"at": [4, 2, 2], "how": [0, 11, 1], "verb": [0, 0, 0], "construct": [0, 0, 0]}));
    assert_eq!(packed["peer"], json!({"at": [0, 2, 2, 2, 2, 1, 1], "frame": [-1, 0, 0, 0, 0, 0, -1]}));
    assert_eq!(packed["states"], json!({"at": [0, 2, 2, 2, 2, 1, 1], "frame": [0, 1, 1, 1, 1, 1, 0], "state": "rcrsrxx"}));
    assert_eq!(packed["locals"]["at"], json!([2, 1, 4]));
    assert_eq!(packed["locals"]["object"], json!([0, 1, 0]));
    assert_eq!(packed["locals"]["frame"], json!([-1, 1, -1]));
    assert_eq!(packed["output"]["at"], json!([7, 3]));
    assert_eq!(packed["output"]["error"], json!([0, 1]));
    assert_eq!(packed["strings"][0], "");
    let strings: Vec<&Json> = packed["strings"].as_array().expect("a list").iter().collect();
    for text in ["<module>", "countdown", "g", "<generator countdown>", "n", "3", "\"it's\"", "None", "0.5", "0.5\n"] {
        assert_eq!(strings.iter().filter(|other| ***other == *text).count(), 1, "{text}");
    }
}

#[test]
fn the_loop_is_told() {
    let mut scene = Scene::new(vec![code(CodeKind::Module, "<module>", 1, &[]), code(CodeKind::Coroutine, "main", 1, &[])]);
    let module = scene.frame(0, None);
    scene.call(&module);
    let main = scene.frame(1, Some(module));
    scene.create(&main);
    let task = || "Task-1".to_owned();
    let events = vec![
        LoopEvent::Begin,
        LoopEvent::Task { number: 1, name: task(), coroutine: "main".to_owned(), frame: Some(main.id) },
        LoopEvent::Task { number: 2, name: "Task-2".to_owned(), coroutine: "sleep".to_owned(), frame: Some(77) },
        LoopEvent::Ready { id: 3, text: task(), task: Some(1), steps: true },
        LoopEvent::Run { id: 3 },
        LoopEvent::TaskWaits { number: 1, what: "Task-2".to_owned() },
        LoopEvent::TaskName { number: 2, name: "nap".to_owned() },
        LoopEvent::Passed { id: 5 },
        LoopEvent::Timer { id: 4, text: "sleep".to_owned(), when: 1.5, task: Some(1) },
        LoopEvent::Time(1.5),
        LoopEvent::TimerGone { id: 4 },
        LoopEvent::TaskCancel { number: 1 },
        LoopEvent::TaskDone { number: 2, end: TaskEnd::Raised, value: "ValueError()".to_owned() },
        LoopEvent::Stop,
    ];
    scene.tell(|recorder, _| recorder.loop_events(events));
    let steps = scene.steps();
    assert_eq!(steps[1]["task"], "Task-1");
    assert_eq!(
        steps[1]["loop"],
        json!([
            {"op": "begin"},
            {"op": "task", "id": 1, "text": "Task-1", "frame": 1},
            {"op": "task", "id": 2, "text": "Task-2"},
            {"op": "task_drives", "id": 2, "text": "sleep"},
            {"op": "ready", "id": 3, "text": "Task-1", "frame": 1, "task": 1},
            {"op": "run", "id": 3},
            {"op": "task_waits", "id": 1, "text": "Task-2", "frame": 1},
            {"op": "task_name", "id": 2, "text": "nap"},
            {"op": "passed", "id": 5},
            {"op": "timer", "id": 4, "text": "sleep", "when": 1.5, "task": 1},
            {"op": "time", "when": 1.5},
            {"op": "timer_gone", "id": 4},
            {"op": "task_cancel", "id": 1, "text": "Task-1", "frame": 1},
            {"op": "task_done", "id": 2, "text": "Task-2", "end": "raised", "value": "ValueError()"},
            {"op": "stop"},
        ])
    );
}

#[test]
fn outcomes_say_what_applies() {
    let json = |outcome: &Outcome| serde_json::to_value(outcome).expect("JSON");
    let limit = Outcome { recording_ended_by: Some(RecordingLimit::Trace), ..Outcome::new(OutcomeKind::Limit(Limit::Memory)) };
    assert_eq!(
        json(&limit),
        json!({"outcome": "limit", "limit": "memory", "recorded": false, "recording_ended_by": "trace", "steps": 0, "instructions": 0, "memory": 0})
    );
    let raised = Outcome { type_name: Some("ValueError".into()), line: Some(3), ..Outcome::new(OutcomeKind::Raised) };
    assert_eq!(json(&raised)["type"], "ValueError");
    assert_eq!(json(&raised)["line"], 3);
    let exit = Outcome { status: Some(7), ..Outcome::new(OutcomeKind::Exit) };
    let statuses = [
        (Outcome::new(OutcomeKind::Finished), "finished", 0),
        (raised, "raised", 1),
        (Outcome::new(OutcomeKind::SyntaxError), "syntax_error", 1),
        (exit, "exit", 7),
        (limit, "limit", 3),
        (Outcome::new(OutcomeKind::Stopped), "stopped", 3),
        (Outcome::new(OutcomeKind::Deadlock), "deadlock", 3),
    ];
    for (outcome, name, status) in statuses {
        assert_eq!((outcome.name(), outcome.exit_status()), (name, status));
    }
}

#[test]
fn a_run_nobody_watched_has_an_outcome_alone() {
    let trace = Trace::unrecorded(Outcome::new(OutcomeKind::Finished));
    assert_forms_agree(&trace);
    assert_eq!(plain(&trace).len(), 1);
}
