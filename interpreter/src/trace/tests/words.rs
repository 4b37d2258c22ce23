//! The words of a trace stand in one file, `docs/trace-words.json`: the recorder's words, their letters and their places are those of the file, and the
//! document names each. The page's reader is held to the same file by a test of its own.

use serde_json::{Value as Json, json};

use crate::limits::{Limit, RecordingLimit};
use crate::object::generator::State;
use crate::object::runtime::TaskEnd;
use crate::trace::account::WATCH_KINDS;
use crate::trace::event::{
    Construct, Event, LoopOp, ObjectOp, end_index, end_name, how_index, how_name, kind_letter, kind_name, state_letter, state_name,
    through_index, through_name,
};
use crate::vm::watch::{How, Through};
use crate::{Outcome, OutcomeKind};
use stillframe_front::bytecode::code::CodeKind;

/// The file.
pub fn all() -> Json {
    serde_json::from_str(include_str!("../../../../docs/trace-words.json")).expect("the words are JSON")
}

fn by_letter(words: impl IntoIterator<Item = (u8, &'static str)>) -> Json {
    Json::Object(words.into_iter().map(|(letter, name)| (char::from(letter).to_string(), json!(name))).collect())
}

/// Words in the order of their numbers, which begin at 0.
fn by_number(words: impl IntoIterator<Item = (u8, &'static str)>) -> Json {
    let words: Vec<_> = words.into_iter().collect();
    assert!(words.iter().zip(0..).all(|((number, _), at)| *number == at), "{words:?}");
    json!(words.iter().map(|(_, name)| name).collect::<Vec<_>>())
}

#[test]
fn letters_are_those_of_the_file() {
    use Event::{Call, Create, Drop, Line, Open, Raise, Resume, Return, Suspend};
    let events = [Line, Create, Call, Resume, Suspend, Return, Raise, Drop, Open].map(|event| (event.letter(), event.name()));
    assert_eq!(by_letter(events), all()["events"]);
    let kinds = [
        CodeKind::Module,
        CodeKind::Class,
        CodeKind::Function,
        CodeKind::Comprehension,
        CodeKind::Generator,
        CodeKind::Coroutine,
        CodeKind::AsyncGenerator,
    ];
    assert_eq!(by_letter(kinds.map(|kind| (kind_letter(kind), kind_name(kind)))), all()["kinds"]);
    let states = [State::Created, State::Running, State::Suspended, State::Closed];
    assert_eq!(by_letter(states.map(|state| (state_letter(state), state_name(state)))), all()["states"]);
}

#[test]
fn numbers_are_those_of_the_file() {
    use How::{Aclose, Anext, Asend, Athrow, Await, Close, Loop, Next, Send, Throw, Yield, YieldFrom};
    let hows = [Next, Send, Throw, Close, Anext, Asend, Athrow, Aclose, Await, YieldFrom, Loop, Yield];
    assert_eq!(by_number(hows.map(|how| (how_index(how), how_name(how)))), all()["hows"]);
    let verbs = [None, Some(Through::Send), Some(Through::Throw)];
    assert_eq!(by_number(verbs.map(|verb| (through_index(verb), verb.map_or("", through_name)))), all()["verbs"]);
    use Construct::{AsyncFor, AsyncWith, Expression, For, Unpacking, With};
    let constructs = [Expression, For, AsyncFor, Unpacking, With, AsyncWith, Construct::Drop];
    assert_eq!(by_number(constructs.map(|construct| (construct.index(), construct.name()))), all()["constructs"]);
    let ends = [None, Some(TaskEnd::Returned), Some(TaskEnd::Raised), Some(TaskEnd::Cancelled)];
    assert_eq!(by_number(ends.map(|end| (end_index(end), end.map_or("", end_name)))), all()["task_ends"]);
    let ops = [
        LoopOp::Time,
        LoopOp::Ready,
        LoopOp::Run,
        LoopOp::Timer,
        LoopOp::TimerGone,
        LoopOp::Task,
        LoopOp::TaskDone,
        LoopOp::TaskCancel,
        LoopOp::Begin,
        LoopOp::Stop,
        LoopOp::TaskWaits,
        LoopOp::TaskDrives,
        LoopOp::TaskName,
        LoopOp::Passed,
    ];
    assert_eq!(by_number(ops.map(|op| (op.code(), op.name()))), all()["loop_ops"]);
    use ObjectOp::{Attribute, Delete, Forget, Insert, Key, Length, New, Remove, Set, Text, Truncate};
    let object_ops = [New, Attribute, Delete, Insert, Key, Set, Remove, Truncate, Length, Forget, Text];
    assert_eq!(by_number(object_ops.map(|op| (op.code(), op.name()))), all()["object_ops"]);
    assert_eq!(json!(WATCH_KINDS), all()["watch_kinds"]);
}

#[test]
fn names_of_endings_are_those_of_the_file() {
    let outcomes = [
        OutcomeKind::Finished,
        OutcomeKind::Raised,
        OutcomeKind::Exit,
        OutcomeKind::Limit(Limit::Memory),
        OutcomeKind::Deadlock,
        OutcomeKind::Stopped,
        OutcomeKind::SyntaxError,
    ];
    assert_eq!(json!(outcomes.map(|kind| Outcome::new(kind).name())), all()["outcomes"]);
    assert_eq!(json!(names_of(Limit::ALL, Limit::name)), all()["limits"]);
    assert_eq!(json!(names_of(RecordingLimit::ALL, RecordingLimit::name)), all()["recording_limits"]);
}

#[test]
fn the_document_names_every_word() {
    let document = include_str!("../../../../docs/trace.md");
    for (family, words) in all().as_object().expect("families of words") {
        let words: Vec<&Json> =
            words.as_object().map_or_else(|| words.as_array().into_iter().flatten().collect(), |words| words.values().collect());
        for word in words.into_iter().filter_map(Json::as_str).filter(|word| !word.is_empty()) {
            let is_named = ["`", "\""].iter().any(|quote| document.contains(&format!("{quote}{word}{quote}")));
            assert!(is_named, "docs/trace.md does not name `{word}` of {family}");
        }
    }
}

fn names_of<T: Copy>(all: &[T], name: fn(T) -> &'static str) -> Vec<&'static str> {
    all.iter().map(|one| name(*one)).collect()
}
