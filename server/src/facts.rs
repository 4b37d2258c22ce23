//! A program and its run for readers without JavaScript, for text browsers, search engines and paper: the program, the picture at a step, the output, and
//! a table of the steps. The sentences belong to the page's script; a row has the facts of its step.

use serde::Deserialize;
use stillframe_picture::Trace;
use stillframe_picture::trace::{Event, How, Outcome};
use tokio::task::spawn_blocking;

use crate::compression::Gzipped;
use crate::error::Error;
use crate::words::Words;

/// Steps on one page.
const PAGE: usize = 50;
/// Of longer output the end is left out.
const OUTPUT_BYTES: usize = 20_000;

/// Which steps are asked for.
#[derive(Clone, Copy, Debug, Default, Deserialize)]
pub struct Place {
    /// The step to look at.
    pub step: Option<usize>,
    /// The first step of the table. Whoever says it waits for the run.
    pub from: Option<usize>,
}

/// The facts of a run.
pub struct Facts {
    pub step: usize,
    pub last: usize,
    /// The line of the step, which is marked in the program.
    pub line: usize,
    pub rows: Vec<Row>,
    pub first: usize,
    pub before: Option<usize>,
    pub after: Option<usize>,
    pub output: Vec<Piece>,
    pub output_is_cut: bool,
    pub ending: String,
}

pub struct Row {
    pub step: usize,
    pub event: String,
    pub frame: String,
    pub line: usize,
    pub value: String,
}

pub struct Piece {
    pub is_error: bool,
    pub text: String,
}

/// Reads them off a trace, on a thread where that may take its time.
pub async fn facts(trace: Gzipped, most: usize, place: Place, author_step: Option<usize>, words: &'static Words) -> Result<Facts, Error> {
    let read = spawn_blocking(move || {
        let json = trace.plain(most).ok_or(Error::TraceTooLarge(most))?;
        let trace = Trace::read(&json).map_err(Error::internal)?;
        Ok(Facts::of(&trace, Place { step: place.step.or(author_step), ..place }, words))
    });
    read.await.map_err(Error::internal)?
}

impl Facts {
    fn of(trace: &Trace, place: Place, words: &Words) -> Self {
        let last = trace.last();
        let step = place.step.map_or_else(|| trace.interesting_step(), |step| step.min(last));
        let first = place.from.unwrap_or(if place.step.is_some() { step } else { 0 }).min(last) / PAGE * PAGE;
        let beyond = (first + PAGE).min(trace.len());
        let (output, output_is_cut) = output(trace);
        Facts {
            step,
            last,
            line: if trace.is_empty() { trace.outcome.line.unwrap_or(0) as usize } else { trace.step(step).line },
            rows: (first..beyond).map(|step| row(trace, step, words)).collect(),
            first,
            before: first.checked_sub(PAGE),
            after: (beyond < trace.len()).then_some(beyond),
            output,
            output_is_cut,
            ending: ending(&trace.outcome, words),
        }
    }
}

fn row(trace: &Trace, at: usize, words: &Words) -> Row {
    let words = &words.plain;
    let step = trace.step(at);
    let event = match (step.event, step.how) {
        (Event::Resume, Some(How::Loop)) => words.resume_by_loop.plain(),
        (Event::Resume, Some(how)) => words.resume_by(how.word()).plain(),
        (Event::Suspend, Some(how)) => words.suspend_at(how.word()).plain(),
        (Event::End, _) => words.program_ends.plain(),
        (event, _) => event.word().to_owned(),
    };
    let locals =
        trace.locals_at(at).map(|(name, text)| text.map_or_else(|| words.deleted(name).plain(), |text| format!("{name} = {text}")));
    let value: Vec<String> = step.value.filter(|text| !text.is_empty()).map(str::to_owned).into_iter().chain(locals).collect();
    Row { step: at, event, frame: trace.label(step.frame as i32), line: step.line, value: value.join(", ") }
}

/// The pieces of a run's output, and whether its end is left out.
pub fn output(trace: &Trace) -> (Vec<Piece>, bool) {
    let mut pieces = Vec::<Piece>::new();
    let mut left = OUTPUT_BYTES;
    for (_, written) in &trace.output {
        let text = trace.text(*written);
        let text = &text[..text.floor_char_boundary(left)];
        match pieces.last_mut() {
            Some(last) if last.is_error == written.is_error => last.text.push_str(text),
            _ => pieces.push(Piece { is_error: written.is_error, text: text.to_owned() }),
        }
        left -= text.len();
        if left == 0 {
            return (pieces, true);
        }
    }
    (pieces, false)
}

/// How the run ended, in a sentence.
pub fn ending(outcome: &Outcome, words: &Words) -> String {
    let words = &words.plain;
    let message = outcome.message.as_deref().unwrap_or_default();
    let kind = outcome.kind.as_deref().unwrap_or("Exception");
    let said = if message.is_empty() { kind.to_owned() } else { format!("{kind}: {message}") };
    match outcome.outcome.as_str() {
        "finished" => words.finished.plain(),
        "raised" => words.raised(said).plain(),
        "exit" => words.exited.plain(),
        "deadlock" => words.deadlock.plain(),
        "limit" => words.limit(outcome.limit.as_deref().unwrap_or("its work")).plain(),
        "syntax_error" => words.misspelt(said, outcome.line.unwrap_or(1)).plain(),
        _ => words.stopped.plain(),
    }
}
