//! Notes that an author puts on the steps of a shared program. They are plain text. What they point at, steps, frames and lines, the server only passes on:
//! the page, which has the trace, knows whether it is there.

use serde::{Deserialize, Serialize};

use crate::error::Error;

/// Notes of one program. `static/js/model/notes.js` has the same two limits, and a test compares them.
pub const MOST_NOTES: usize = 40;
/// Letters of a note.
pub const MOST_LETTERS: usize = 500;

#[derive(Clone, Debug, PartialEq, Eq, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub struct Note {
    /// The step that it belongs to.
    pub step: u32,
    /// The last step of a range that begins there.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub until: Option<u32>,
    pub text: String,
    /// From a frame to another one, by their numbers.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub arrow: Option<(u32, u32)>,
    /// The first and the last of a range of lines.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub lines: Option<(u32, u32)>,
}

/// Notes in the form in which they are stored: in the order of their steps, without spaces around their texts.
pub fn checked(mut notes: Vec<Note>) -> Result<Vec<Note>, Error> {
    if notes.len() > MOST_NOTES {
        return Err(malformed(format!("there are more than {MOST_NOTES} notes")));
    }
    for note in &mut notes {
        note.text = text(&note.text)?;
        if note.until.is_some_and(|until| until <= note.step) {
            return Err(malformed("a note's range of steps ends before it begins".to_owned()));
        }
        if note.lines.is_some_and(|(first, last)| first == 0 || last < first) {
            return Err(malformed("a note's range of lines ends before it begins".to_owned()));
        }
    }
    notes.sort_by_key(|note| note.step);
    Ok(notes)
}

fn text(said: &str) -> Result<String, Error> {
    let said = said.trim();
    // No more is copied than may be kept.
    if said.chars().take(2 * MOST_LETTERS + 1).filter(|c| *c != '\r').count() > MOST_LETTERS {
        return Err(malformed(format!("a note has more than {MOST_LETTERS} letters")));
    }
    let text = said.replace("\r\n", "\n");
    match text.chars().find(|c| c.is_control() && *c != '\n') {
        Some(_) => Err(malformed("a note has a control character".to_owned())),
        None if text.is_empty() => Err(malformed("a note has no text".to_owned())),
        None => Ok(text),
    }
}

fn malformed(reason: String) -> Error {
    Error::Malformed(reason)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn note(step: u32, text: &str) -> Note {
        Note { step, until: None, text: text.to_owned(), arrow: None, lines: None }
    }

    #[test]
    fn notes_are_stored_in_the_order_of_their_steps() {
        let notes = checked(vec![note(7, " late\r\n"), note(2, "early"), note(7, "later")]).unwrap();
        assert_eq!(notes, [note(2, "early"), note(7, "late"), note(7, "later")]);
    }

    #[test]
    fn what_passes_a_limit_or_points_backwards_is_refused() {
        let long = "é".repeat(MOST_LETTERS);
        assert!(checked(vec![note(0, &long)]).is_ok());
        for (notes, reason) in [
            (vec![note(0, "a"); MOST_NOTES + 1], "more than 40 notes"),
            (vec![note(0, &(long + "e"))], "more than 500 letters"),
            (vec![note(0, " \n")], "no text"),
            (vec![note(0, "a\0")], "control character"),
            (vec![Note { until: Some(3), ..note(3, "a") }], "range of steps"),
            (vec![Note { lines: Some((3, 2)), ..note(3, "a") }], "range of lines"),
            (vec![Note { lines: Some((0, 2)), ..note(3, "a") }], "range of lines"),
        ] {
            let error = checked(notes).unwrap_err().message();
            assert!(error.contains(reason), "{error} does not tell {reason}");
        }
    }

    #[test]
    fn only_what_is_there_is_written() {
        let arrow = Note { arrow: Some((0, 1)), ..note(3, "a") };
        assert_eq!(
            serde_json::to_string(&[note(3, "a"), arrow]).unwrap(),
            r#"[{"step":3,"text":"a"},{"step":3,"text":"a","arrow":[0,1]}]"#
        );
    }
}
