//! A program and its run for readers without JavaScript, for text browsers, search engines and paper: the program, the picture at a step, the output, and
//! a table of the steps. The sentences belong to the page's script; a row has the facts of its step.

use serde::Deserialize;
use stillframe_picture::Trace;
use stillframe_picture::trace::{Event, How, Outcome};
use tokio::task::spawn_blocking;

use crate::compression::Gzipped;
use crate::error::Error;

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
pub async fn facts(trace: Gzipped, most: usize, place: Place, author_step: Option<usize>) -> Result<Facts, Error> {
    let read = spawn_blocking(move || {
        let json = trace.plain(most).ok_or(Error::TraceTooLarge(most))?;
        let trace = Trace::read(&json).map_err(Error::internal)?;
        Ok(Facts::of(&trace, Place { step: place.step.or(author_step), ..place }))
    });
    read.await.map_err(Error::internal)?
}

impl Facts {
    fn of(trace: &Trace, place: Place) -> Self {
        let last = trace.last();
        let step = place.step.map_or_else(|| trace.interesting_step(), |step| step.min(last));
        let first = place.from.unwrap_or(if place.step.is_some() { step } else { 0 }).min(last) / PAGE * PAGE;
        let beyond = (first + PAGE).min(trace.len());
        let (output, output_is_cut) = output(trace);
        Facts {
            step,
            last,
            line: if trace.is_empty() { trace.outcome.line.unwrap_or(0) as usize } else { trace.step(step).line },
            rows: (first..beyond).map(|step| row(trace, step)).collect(),
            first,
            before: first.checked_sub(PAGE),
            after: (beyond < trace.len()).then_some(beyond),
            output,
            output_is_cut,
            ending: ending(&trace.outcome),
        }
    }
}

fn row(trace: &Trace, at: usize) -> Row {
    let step = trace.step(at);
    let event = match (step.event, step.how) {
        (Event::Resume, Some(How::Loop)) => "resume by the event loop".to_owned(),
        (Event::Resume, Some(how)) => format!("resume by {}", how.word()),
        (Event::Suspend, Some(how)) => format!("suspend at {}", how.word()),
        (Event::End, _) => "the program ends".to_owned(),
        (event, _) => event.word().to_owned(),
    };
    let locals = trace.locals_at(at).map(|(name, text)| text.map_or_else(|| format!("{name} deleted"), |text| format!("{name} = {text}")));
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
pub fn ending(outcome: &Outcome) -> String {
    let message = outcome.message.as_deref().unwrap_or_default();
    let kind = outcome.kind.as_deref().unwrap_or("Exception");
    let said = if message.is_empty() { kind.to_owned() } else { format!("{kind}: {message}") };
    match outcome.outcome.as_str() {
        "finished" => "The program ran to its end.".to_owned(),
        "raised" => format!("Nobody caught {said}."),
        "exit" => "The program ended itself.".to_owned(),
        "deadlock" => "Every task waits, and nothing will wake one.".to_owned(),
        "limit" => format!("The program passed the limit on {}.", outcome.limit.as_deref().unwrap_or("its work")),
        "syntax_error" => format!("The program did not run. {said}, line {}.", outcome.line.unwrap_or(1)),
        _ => "The run was stopped when its time was up.".to_owned(),
    }
}
