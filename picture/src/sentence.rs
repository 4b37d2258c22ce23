//! What a step shows, in a sentence or two, for readers without the page's script: programs that ask for a trace, and captions of pictures.
//!
//! The page's own sentences (`static/js/model/sentence.js`) know the program's text, its event loop and the objects, and say more. These say what the
//! packed trace itself has: who did what to whom, in which line.

use crate::labels::cut;
use crate::trace::{Event, How, Kind, NOBODY, Step, Trace};

/// More letters of a value or of output are cut.
const VALUE: usize = 60;
/// More variables or pieces of output are counted.
const TOLD: usize = 2;

/// What was printed and bound before a step, and the step itself.
pub fn sentence(trace: &Trace, at: usize) -> String {
    if trace.is_empty() {
        return "Nothing ran.".to_owned();
    }
    let act = Act { trace, at, step: trace.step(at) };
    let told = [act.printed(), act.bound(), Some(act.told())];
    told.into_iter().flatten().collect::<Vec<_>>().join(" ")
}

struct Act<'a> {
    trace: &'a Trace,
    at: usize,
    step: Step<'a>,
}

impl Act<'_> {
    fn printed(&self) -> Option<String> {
        let words: Vec<String> = self.trace.output_at(self.at).map(|written| quoted(self.trace.text(written))).collect();
        (!words.is_empty()).then(|| format!("The program wrote {}.", listed(&words)))
    }

    fn bound(&self) -> Option<String> {
        let words = self.locals();
        // What a frame is made with is told with that.
        let is_told = !words.is_empty() && self.step.event != Event::Create;
        is_told.then(|| format!("In {}: {}.", self.me(), listed(&words)))
    }

    fn locals(&self) -> Vec<String> {
        let set = |(name, text): (&str, Option<&str>)| match text {
            Some(text) => format!("{name} = {}", cut(text, VALUE)),
            None => format!("{name} deleted"),
        };
        self.trace.locals_at(self.at).map(set).collect()
    }

    /// The arguments that a frame is made with.
    fn given(&self) -> String {
        let words = self.locals();
        if words.is_empty() { String::new() } else { format!(" with {}", listed(&words)) }
    }

    fn told(&self) -> String {
        let (me, line) = (self.me(), self.step.line);
        match self.step.event {
            Event::Line => format!("Next in {me}: line {line}."),
            Event::Create => {
                format!("{} makes {me}{}, {}, which is created; none of its body has run.", self.who(), self.given(), self.kind())
            }
            Event::Call if self.trace.frames[self.step.frame].kind == Kind::Module => format!("The program begins: its {me} is running."),
            Event::Call => format!("{} calls {me}.", self.who()),
            Event::Resume => self.resumed(),
            Event::Suspend => self.suspended(),
            Event::Return => format!("{me} returns {} and is closed{}.", self.value(), self.control()),
            Event::Raise if self.trace.is_orderly_close(self.at) => {
                format!("{} leaves {me}, as the close asked: it is closed.", self.value())
            }
            Event::Raise => format!("{} leaves {me} from line {line}: it is closed{}.", self.value(), self.control()),
            Event::Drop => format!("{me} is closed; none of its body ever ran."),
            Event::End => "The program has ended.".to_owned(),
        }
    }

    fn resumed(&self) -> String {
        let (who, me, value) = (self.who(), self.me(), self.value());
        let act = match self.step.how {
            Some(How::Next | How::Anext) => format!("{who} asks {me} for its next value"),
            Some(How::Send | How::Asend) => format!("{who} sends {value} to {me}"),
            Some(How::Throw | How::Athrow) => format!("{who} throws {value} into {me}"),
            Some(How::Close) if matches!(self.step.peer, Some(NOBODY) | None) => {
                format!("The last reference to {me} was dropped, so Python closes it, which raises GeneratorExit in it")
            }
            Some(How::Close | How::Aclose) => format!("{who} closes {me}, which raises GeneratorExit in it"),
            Some(How::Await | How::YieldFrom) if self.step.throws => format!("{who} passes {value} on into {me}, to be raised"),
            Some(How::Await) if self.is_first() => format!("{who} awaits {me}"),
            Some(How::YieldFrom) if self.is_first() => format!("{who} delegates to {me}"),
            Some(How::Await | How::YieldFrom) if self.step.value.is_some_and(|value| value != "None") => {
                format!("{who} passes {value} on to {me}")
            }
            Some(How::Loop) if !self.task().is_empty() => format!("{who} resumes {me} of {}", self.task()),
            Some(How::Await | How::YieldFrom | How::Loop | How::Yield) | None => format!("{who} resumes {me}"),
        };
        let goes_on =
            if self.is_first() { "it runs for the first time".to_owned() } else { format!("it goes on in line {}", self.step.line) };
        format!("{act}: {goes_on}.")
    }

    fn suspended(&self) -> String {
        let (me, line, control) = (self.me(), self.step.line, self.control());
        match self.step.how {
            Some(How::Yield) => format!("{me} yields {} in line {line} and is suspended{control}.", self.value()),
            Some(how) => format!("{me} is suspended in line {line}, at its {}{control}.", how.word()),
            None => format!("{me} is suspended in line {line}{control}."),
        }
    }

    fn me(&self) -> String {
        self.trace.label(self.step.frame as i32)
    }

    /// Whoever makes, calls or resumes the frame, as a sentence begins.
    fn who(&self) -> String {
        match self.step.peer {
            Some(NOBODY) | None => if self.has_loop() { "The event loop" } else { "Python" }.to_owned(),
            Some(peer) => self.trace.label(peer),
        }
    }

    /// Who has control then.
    fn control(&self) -> String {
        match self.step.peer {
            Some(peer) if peer != NOBODY || self.has_loop() => format!("; control goes to {}", self.trace.label(peer)),
            _ => String::new(),
        }
    }

    fn has_loop(&self) -> bool {
        !self.trace.loop_runs.is_empty()
    }

    fn value(&self) -> String {
        cut(self.step.value.unwrap_or("None"), VALUE)
    }

    fn task(&self) -> &str {
        &self.trace.frames[self.step.frame].task
    }

    fn kind(&self) -> &'static str {
        match self.trace.frames[self.step.frame].kind {
            Kind::Coroutine | Kind::Module => "a coroutine",
            Kind::AsyncGenerator => "an async generator",
            _ => "a generator",
        }
    }

    /// Whether the frame runs for the first time.
    fn is_first(&self) -> bool {
        let own = self.trace.steps_of(self.step.frame);
        own.iter().find(|step| self.trace.events[**step] == Event::Resume) == Some(&self.at)
    }
}

fn listed(words: &[String]) -> String {
    let more = words.len().saturating_sub(TOLD);
    let told = words[..words.len() - more].join(", ");
    if more > 0 { format!("{told} and {more} more") } else { told }
}

/// The first line of a text, as it is written in a program.
fn quoted(text: &str) -> String {
    format!("{:?}", cut(text.trim_end_matches('\n'), VALUE))
}
