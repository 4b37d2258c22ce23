//! The program that a page shows: its text, what it is called, its addresses, and its trace where that is at hand.

use serde::Serialize;

use crate::access::Asker;
use crate::compression::Gzipped;
use crate::course::Lesson;
use crate::error::Error;
use crate::examples::Example;
use crate::facts::Place;
use crate::notes::Note;
use crate::runner;
use crate::state::AppState;
use crate::store::Kept;
use crate::words::Words;

/// A page carries no larger trace than this, in JSON: it is made anew for each who asks.
const FIRST_TRACE_BYTES: usize = 2 * 1024 * 1024;

#[derive(Clone, Copy, Default, Serialize)]
pub struct Program<'a> {
    pub source: &'a str,
    /// What it reads from standard input; none where there is none.
    pub input: Option<&'a str>,
    pub id: Option<&'a str>,
    pub example: Option<&'a str>,
    pub title: Option<&'a str>,
    pub description: Option<&'a str>,
    pub step: Option<u32>,
    /// Those of its author. The first one is at the program's step.
    pub notes: &'a [Note],
    /// That it belongs to.
    #[serde(skip)]
    pub lesson: Option<&'a Lesson>,
    /// It stands in for one that was asked for and is not there.
    pub missing: bool,
}

impl<'a> Program<'a> {
    pub fn first(state: &'a AppState, words: &Words) -> Self {
        state.examples.in_language(words.code).first().map_or_else(Program::default, Program::of)
    }

    pub fn of(example: &'a Example) -> Self {
        Program {
            source: &example.source,
            example: Some(&example.slug),
            title: Some(&example.title),
            description: Some(&example.summary),
            step: example.step,
            ..Program::default()
        }
    }

    pub fn of_lesson(lesson: &'a Lesson) -> Self {
        let Lesson { source, facts, .. } = lesson;
        Program { source, title: Some(&facts.title), step: Some(facts.step), lesson: Some(lesson), ..Program::default() }
    }

    pub fn shared(id: &'a str, kept: &'a Kept) -> Self {
        let Kept { source, input, title, description, notes } = kept;
        let (input, title, description) = (input.as_deref(), title.as_deref(), description.as_deref());
        Program { source, input, id: Some(id), title, description, notes, step: notes.first().map(|note| note.step), ..Program::default() }
    }

    /// That of an example's name.
    pub fn example(state: &'a AppState, slug: &str, words: &Words) -> Result<Self, Error> {
        let found = state.examples.in_language(words.code).iter().find(|example| example.slug == slug);
        found.map(Program::of).ok_or(Error::NoSuchExample)
    }

    /// What its author says about it, in plain words.
    pub fn about(&self, words: &Words) -> Option<String> {
        match self.lesson {
            Some(lesson) if lesson.is_misconception() => Some(plain_words(&words.plain.many_believe(&lesson.facts.aim).plain())),
            Some(lesson) => Some(plain_words(&lesson.facts.aim)),
            None => self.description.map(plain_words),
        }
    }

    /// The step that its author chose.
    pub fn author_step(&self) -> Option<usize> {
        self.step.map(|step| step as usize)
    }

    pub fn name(&self, words: &'static Words) -> &'a str {
        self.title.unwrap_or(words.site.shared_program.0)
    }

    /// Its address, from the root of the site on, at a step.
    pub fn address(&self, step: Option<usize>) -> String {
        let base = self.base();
        match step {
            Some(step) => format!("{base}step={step}"),
            None => base.trim_end_matches(['?', '&']).to_owned(),
        }
    }

    /// The beginning of its address, up to where a query goes on.
    pub fn base(&self) -> String {
        match (self.id, self.example, self.lesson) {
            (Some(id), ..) => format!("/p/{id}?"),
            (None, Some(example), _) => format!("/?example={example}&"),
            (None, None, Some(lesson)) => format!("{}?", lesson.address),
            (None, None, None) => "/?".to_owned(),
        }
    }

    /// The picture of a form such as `.svg` or `/preview.png`, at a step.
    pub fn picture(&self, form: &str, step: Option<usize>) -> String {
        let query = step.map_or_else(String::new, |step| format!("?step={step}"));
        match (self.id, self.lesson) {
            (Some(id), _) => format!("/p/{id}{form}{query}"),
            (None, Some(lesson)) => format!("{}{form}{query}", lesson.address),
            (None, None) => format!("/examples/{}{form}{query}", self.example.unwrap_or_default()),
        }
    }

    /// The trace that a page's script would ask for next, so that it need not. Only who asks for a part of the steps waits for a longer run, and who writes files.
    pub async fn trace(&self, state: &AppState, place: Place, asker: &Asker) -> Result<Option<Gzipped>, Error> {
        let program = runner::of_page(self.source, self.input);
        match place.from {
            _ if state.is_of_files() => state.runner.trace(program, asker).await.map(Some),
            Some(_) => state.runner.trace(program, asker).await.map(Some),
            None => Ok(state.runner.quick_trace(program, asker).await),
        }
    }
}

/// A text without the marks of code, and of links to steps such as `[it wakes](#step=3)`.
fn plain_words(text: &str) -> String {
    let (mut words, mut rest) = (String::new(), text);
    while let Some((before, after)) = rest.split_once("](#step=") {
        let (head, label) = before.rsplit_once('[').unwrap_or((before, ""));
        words.extend([head, label]);
        rest = after.split_once(')').map_or("", |(_, rest)| rest);
    }
    (words + rest).replace('`', "")
}

/// A trace, fit to stand inside of a script element; none where it is too large.
pub fn first_trace(trace: &Gzipped) -> Option<String> {
    String::from_utf8(trace.plain(FIRST_TRACE_BYTES)?).ok().map(|json| in_a_script(&json))
}

/// No text of a program can end the script element, or open a comment in it.
pub fn in_a_script(json: &str) -> String {
    json.replace('<', "\\u003c")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn marks_are_taken_out_of_a_text() {
        assert_eq!(plain_words("`throw` [wakes it](#step=11) at [x] and [ends](#step=2)."), "throw wakes it at [x] and ends.");
        assert_eq!(plain_words("](#step="), "");
    }
}
