//! The commands `run`, `trace` and `disassemble`.

use std::cell::RefCell;
use std::fs;
use std::io::{self, BufRead, ErrorKind, Read, Write};
use std::path::Path;
use std::rc::Rc;

use stillframe_interpreter::{
    Await, Host, Limit, Limits, Options, Outcome, OutcomeKind, Reading, Recording, StopSignal, Stream, Unit, Window, disassemble, run,
};
use stillframe_picture as picture;

use crate::config::{Disassemble, PictureFormat, PictureTheme, Render, Run, Trace};
use crate::deep_stack::on_a_deep_stack;
use crate::pictures::FINE;

/// What a shell reports of a program that a closed pipe ended.
const CLOSED_PIPE: i32 = 141;

/// As `python3` says it of a file that it can't open.
const NO_PROGRAM: i32 = 2;

/// Output is gathered up to this size before it is passed on.
const BUFFER_BYTES: usize = 8 * 1024;

/// Runs a program as `python3 FILE` would, and gives the exit status.
pub fn run_program(command: Run) -> i32 {
    match read(&command.file) {
        Ok(source) => on_a_deep_stack(move || run_source(&source, &command)),
        Err(error) => complain(&error),
    }
}

/// Prints the trace of a program, and gives the exit status: 0 however the program ended, as that is in the trace.
pub fn trace_program(command: Trace) -> i32 {
    match read(&command.file) {
        Ok(source) => on_a_deep_stack(move || trace_source(&source, &command)),
        Err(error) => complain(&error),
    }
}

/// Prints a picture of a program's timeline, and gives the exit status: 0 however the program ended, as for a trace.
pub fn render_program(command: Render) -> i32 {
    match read(&command.file) {
        Ok(source) => on_a_deep_stack(move || render_source(&source, &command)),
        Err(error) => complain(&error),
    }
}

/// Prints the instructions of a program, and gives the exit status.
pub fn disassemble_program(command: Disassemble) -> i32 {
    match read(&command.file) {
        Ok(source) => on_a_deep_stack(move || match disassemble(&source, command.awaiting.allowed(), command.watched) {
            Ok(text) => print(|out| out.write_all(text.as_bytes())),
            Err(text) => {
                eprint!("{text}");
                1
            }
        }),
        Err(error) => complain(&error),
    }
}

fn run_source(source: &str, command: &Run) -> i32 {
    let limits = if command.unlimited { Limits::lifted() } else { Limits::default() };
    let mut console = Console::default();
    let options = Options { awaits: command.awaiting.allowed(), ..Recording::Off.into() };
    let trace = run(source, &limits, options, &mut console);
    let outcome = trace.outcome();
    if let Some(line) = last_line(outcome, &limits) {
        console.write(Stream::Err, &line);
    }
    if console.0.borrow_mut().flush() { CLOSED_PIPE } else { outcome.exit_status() }
}

fn trace_source(source: &str, command: &Trace) -> i32 {
    let recording = if command.library { Recording::Library } else { Recording::Program };
    let window = Window { from: command.from, steps: command.count };
    let options = Options { recording, awaits: command.awaiting.allowed(), watch: &command.watch, window };
    let trace = run(source, &Limits::default(), options, &mut Silent);
    print(|out| {
        if !command.steps {
            return writeln!(out, "{}", trace.packed());
        }
        let mut written = Ok(());
        trace.plain(&mut |line| {
            if written.is_ok() {
                written = writeln!(out, "{line}");
            }
        });
        written
    })
}

/// As the page runs it.
fn render_source(source: &str, command: &Render) -> i32 {
    let options = Options { awaits: Await::AtTopLevel, ..Recording::Program.into() };
    let packed = run(source, &Limits::default(), options, &mut Silent).packed();
    let trace = match picture::Trace::read(packed.to_string().as_bytes()) {
        Ok(trace) => trace,
        Err(error) => return complain(&error.to_string()),
    };
    let theme = if command.theme == PictureTheme::Dark { picture::Theme::Dark } else { picture::Theme::Light };
    let asked = picture::Asked { step: command.step, theme, width: command.width };
    let title = command.file.file_name().map_or_else(|| "program".into(), |name| name.to_string_lossy());
    match drawn(&trace, &title, asked, command) {
        Ok(picture) => print(|out| out.write_all(&picture)),
        Err(error) => complain(&error),
    }
}

fn drawn(trace: &picture::Trace, title: &str, asked: picture::Asked, command: &Render) -> Result<Vec<u8>, String> {
    let most = if command.format == PictureFormat::Gif { picture::MOVING_STEPS } else { picture::STRIP_STEPS };
    let several =
        |(first, last)| picture::Steps::new(first, last, most).ok_or(format!("a picture in this format has at most {most} steps"));
    let steps = command.steps.map(several).transpose()?;
    let svg = || steps.map_or_else(|| picture::picture(trace, title, asked), |steps| picture::strip(trace, title, steps, asked));
    match (command.format, steps) {
        (PictureFormat::Svg, _) => Ok(svg().into_bytes()),
        (PictureFormat::Png, _) => picture::png(&svg(), FINE),
        (PictureFormat::Gif, Some(steps)) => picture::moving(trace, title, steps, asked, FINE),
        (PictureFormat::Gif, None) => Err("a moving picture needs --steps FIRST..LAST".to_owned()),
    }
}

/// Writes to standard output, and gives the exit status.
fn print(write: impl FnOnce(&mut dyn Write) -> io::Result<()>) -> i32 {
    let mut out = io::BufWriter::new(io::stdout().lock());
    match write(&mut out).and_then(|()| out.flush()) {
        Ok(()) => 0,
        Err(error) if error.kind() == ErrorKind::BrokenPipe => CLOSED_PIPE,
        Err(error) => complain(&format!("standard output: {error}")),
    }
}

/// What the program itself can't say of its end.
fn last_line(outcome: &Outcome, limits: &Limits) -> Option<String> {
    let why = match outcome.kind {
        OutcomeKind::Limit(limit) => passed(limit, limits),
        OutcomeKind::Deadlock => deadlock(outcome.message.as_deref().unwrap_or_default()),
        _ => return None,
    };
    Some(format!("stillframe: stopped: {why}\n"))
}

/// The first line says that it is one, the others name the tasks that sleep.
fn deadlock(message: &str) -> String {
    let mut lines = message.lines();
    let first = lines.next().unwrap_or_default();
    let tasks: String = lines.map(|line| format!("\n    {line}")).collect();
    format!("{first}, so the event loop would wait for ever{tasks}")
}

fn passed(limit: Limit, limits: &Limits) -> String {
    let (row, most) = (limit.row(), limit.row().most(limits));
    let unit = if row.unit == Unit::Bytes { " bytes" } else { "" };
    let way_out = if row.most(&Limits::lifted()) > most { "; --unlimited lifts it" } else { "" };
    format!("the program passed the limit on {limit} ({most}{unit}){way_out}")
}

fn read(file: &Path) -> Result<String, String> {
    let mut bytes = Vec::new();
    let read =
        if file == Path::new("-") { io::stdin().read_to_end(&mut bytes).map(drop) } else { fs::read(file).map(|content| bytes = content) };
    read.map_err(|e| format!("can't open {}: {e}", file.display()))?;
    let text = String::from_utf8(bytes)
        .map_err(|e| format!("{} is not UTF-8 (byte {}); save it as UTF-8", file.display(), e.utf8_error().valid_up_to() + 1))?;
    Ok(text.strip_prefix('\u{feff}').map(str::to_owned).unwrap_or(text))
}

fn complain(error: &str) -> i32 {
    let _ = writeln!(io::stderr(), "stillframe: {error}");
    NO_PROGRAM
}

/// The host of `stillframe run`: passes output on as it comes, in order.
#[derive(Default)]
struct Console(Rc<RefCell<Pipes>>);

struct Pipes {
    held: Vec<u8>,
    out: io::Stdout,
    err: io::Stderr,
    /// Nobody reads any more.
    closed: bool,
}

impl Default for Pipes {
    fn default() -> Self {
        Pipes { held: Vec::new(), out: io::stdout(), err: io::stderr(), closed: false }
    }
}

impl Pipes {
    /// Passes on what is held; whether nobody reads any more.
    fn flush(&mut self) -> bool {
        if !self.held.is_empty() {
            let done = self.out.write_all(&self.held).and_then(|()| self.out.flush());
            self.closed |= done.is_err();
            self.held.clear();
        }
        self.closed
    }
}

impl Host for Console {
    fn write(&mut self, stream: Stream, text: &str) {
        let mut pipes = self.0.borrow_mut();
        match stream {
            Stream::Out => {
                pipes.held.extend_from_slice(text.as_bytes());
                if pipes.held.len() >= BUFFER_BYTES {
                    pipes.flush();
                }
            }
            Stream::Err => {
                pipes.flush();
                // As in CPython, a standard error that nobody reads ends no program.
                let _ = pipes.err.write_all(text.as_bytes());
            }
        }
    }

    fn read_line(&mut self) -> Reading {
        // So that a prompt is seen.
        self.0.borrow_mut().flush();
        line_of_standard_input()
    }

    /// Asked often enough that whoever watches sees output without delay.
    fn stop_signal(&self) -> StopSignal {
        let pipes = Rc::clone(&self.0);
        Rc::new(move || pipes.borrow_mut().flush())
    }
}

struct Silent;

impl Host for Silent {
    fn write(&mut self, _: Stream, _: &str) {}

    fn read_line(&mut self) -> Reading {
        line_of_standard_input()
    }
}

/// Bytes that are no UTF-8 are read as the character that stands for them.
fn line_of_standard_input() -> Reading {
    let mut line = Vec::new();
    match io::stdin().lock().read_until(b'\n', &mut line) {
        Ok(length) if length > 0 => Reading::Line(String::from_utf8_lossy(&line).into_owned()),
        _ => Reading::End,
    }
}
