//! What arrows are called, in few words, as `static/js/view/timeline/labels.js` has it.

use crate::trace::{Event, How, Trace};

/// The label of a step's arrow, with room for so many letters.
pub fn arrow_label(trace: &Trace, at: usize, room: usize) -> String {
    let step = trace.step(at);
    let text = step.value.unwrap_or("");
    let how = step.how.map_or("", How::word);
    let label = match (step.event, step.how) {
        (Event::Call, _) => return "call".to_owned(),
        (Event::Suspend, Some(How::Await)) => how.to_owned(),
        (Event::Suspend, _) => format!("yield {text}"),
        (Event::Return, _) if room < 12 => format!("ret {text}"),
        (Event::Return, _) => format!("return {text}"),
        (Event::Raise, _) => text.to_owned(),
        (Event::Resume, Some(How::Send | How::Asend)) => format!("{how}({text})"),
        (Event::Resume, Some(How::Throw | How::Athrow)) => format!("{how} {text}"),
        (Event::Resume, Some(How::Close | How::Aclose)) if !text.is_empty() => text.to_owned(),
        (Event::Resume, Some(How::Close | How::Aclose)) => how.to_owned(),
        (Event::Resume, Some(How::Await | How::YieldFrom)) if !text.is_empty() && text != "None" => format!("send({text})"),
        (Event::Resume, Some(How::Await | How::YieldFrom)) => how.to_owned(),
        (Event::Resume, Some(How::Loop)) if !trace.frames[step.frame].task.is_empty() => trace.frames[step.frame].task.clone(),
        (Event::Resume, _) => return how.to_owned(),
        _ => return String::new(),
    };
    cut(&label, room)
}

/// A text in a room of so many letters, counted as the page counts them: in UTF-16.
pub fn cut(text: &str, room: usize) -> String {
    if utf16_length(text) <= room {
        return text.to_owned();
    }
    let most = room.saturating_sub(1).max(1);
    let mut taken = 0;
    let fits = |letter: &char| {
        taken += letter.len_utf16();
        taken <= most
    };
    let head: String = text.chars().take_while(fits).collect();
    format!("{head}…")
}

pub fn utf16_length(text: &str) -> usize {
    text.chars().map(char::len_utf16).sum()
}
