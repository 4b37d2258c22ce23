//! A run, from the source to the account of it: the roof of the crate.
//!
//! The front end makes bytecode of the source, [`vm`](crate::vm) runs it, and where it is to be recorded a [`Recorder`] watches.

use std::borrow::Cow;
use std::sync::Arc;

use stillframe_front::bytecode::code::Program;
use stillframe_front::bytecode::disassemble;
use stillframe_front::compile;
use stillframe_front::syntax::{self, Await, Error, SyntaxError};

use crate::limits::{Limit, Limits};
use crate::object::text::cookie;
use crate::outcome::{Outcome, OutcomeKind};
use crate::trace::{Recorder, Trace};
use crate::vm::run::execute;
use crate::vm::watch::NoWatch;
use crate::{Host, Options, Recording, Stream};

/// Runs a program and gives the account of it.
pub fn run<'a>(source: &str, limits: &Limits, options: impl Into<Options<'a>>, host: &mut dyn Host) -> Trace {
    run_with(source, limits, &options.into(), host)
}

/// The machine is compiled here, once: a generic function would be compiled anew in each crate that calls it.
fn run_with(source: &str, limits: &Limits, options: &Options, host: &mut dyn Host) -> Trace {
    let Options { recording, awaits, .. } = *options;
    if source.len() > limits.source {
        return Trace::unrecorded(Outcome::new(OutcomeKind::Limit(Limit::Source)));
    }
    let (source, program) = match build(source, awaits, recording != Recording::Off) {
        Ok(built) => built,
        Err(Error::NoMemory) => return Trace::unrecorded(Outcome::new(OutcomeKind::Limit(Limit::Memory))),
        Err(Error::Syntax(error)) => {
            host.write(Stream::Err, limits.cut(&error.traceback("main.py")));
            return Trace::unrecorded(syntax_outcome(&error, limits));
        }
    };
    if recording == Recording::Off {
        return Trace::unrecorded(execute(&source, program, limits, host, &mut NoWatch, false));
    }
    let mut recorder = Recorder::new(limits, options);
    let outcome = execute(&source, program, limits, host, &mut recorder, recording == Recording::Library);
    recorder.finish(outcome)
}

/// The code objects of a program as text, for eyes: those that a recorded run has where it is `watched`.
///
/// # Errors
///
/// What goes to standard error of a source that is no program, or that the host has no memory to read.
pub fn disassemble(source: &str, awaits: Await, watched: bool) -> Result<String, String> {
    match build(source, awaits, watched) {
        Ok((_, program)) => Ok(disassemble::disassemble(&program)),
        Err(Error::Syntax(error)) => Err(error.traceback("main.py")),
        Err(Error::NoMemory) => Err("there is no memory for the stack that so deep a source needs\n".to_owned()),
    }
}

/// The source as it is read, and what it compiles to.
fn build(source: &str, awaits: Await, watched: bool) -> Result<(Cow<'_, str>, Arc<Program>), Error> {
    let refused = |error: SyntaxError| Error::Syntax(Box::new(error));
    let source = cookie::decoded(source).map_err(|message| refused(SyntaxError::of_file(message)))?;
    let tree = syntax::parse_with(&source, awaits)?;
    let options = compile::Options { watched, module_registers: true };
    let program = compile::compile(&tree, &options).map_err(|refusal| refused(refusal.with_line_of(&source)))?;
    Ok((source, Arc::new(program)))
}

/// The outcome of a program that does not compile.
fn syntax_outcome(error: &SyntaxError, limits: &Limits) -> Outcome {
    let column = |offset: i32| u32::try_from(offset).ok().filter(|column| *column > 0);
    Outcome {
        type_name: Some(error.kind.name().to_owned()),
        message: Some(limits.cut(&error.message).to_owned()),
        line: Some(error.line).filter(|line| *line > 0),
        column: column(error.offset),
        end_line: Some(error.end_line).filter(|line| *line > 0),
        end_column: column(error.end_offset),
        ..Outcome::new(OutcomeKind::SyntaxError)
    }
}
