//! From source text to a tree, or to the error CPython would give.
//!
//! [`parse`] is the only door. Behind it: `session` takes the prompts off a pasted REPL session, `gate` measures the source, the
//! parser crate reads it, `lower` makes our own [`tree`] of its tree; `error` is what a refused source gets.

mod check;
mod diagnosis;
pub mod error;
mod gate;
mod lower;
mod place;
mod session;
pub mod tree;
mod walk;

use std::borrow::Cow;
use std::thread;

use ruff_python_ast::{ModModule, PythonVersion};
use ruff_python_parser::{Mode, ParseOptions, Parsed};
use ruff_text_size::TextRange;

pub(crate) use check::why_no_feature;
pub use error::{Error, SyntaxError};

use error::{Kind, Refusal};
use gate::Depth;
use place::{Places, Shift};
use session::Piece;
use tree::{Module, Span, Stmt};

/// The stack on which deep sources are parsed and their trees dropped, and on which refused sources are read again.
const STACK: usize = 64 * 1024 * 1024;

/// Where `await`, `async for` and `async with` may stand.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Await {
    #[default]
    InFunctions,
    /// In the module's own code too, as `python -m asyncio` has it.
    AtTopLevel,
}

/// Parses a program, or a pasted REPL session if it begins with a prompt. How long a source may be is the caller's to say.
pub fn parse(source: &str) -> Result<Module, Error> {
    parse_with(source, Await::default())
}

/// The same, with a choice.
pub fn parse_with(source: &str, awaits: Await) -> Result<Module, Error> {
    let source = &*normalized(source);
    refuse_null(source)?;
    let interactive = session::is_session(source);
    let pieces = if interactive { session::pieces(source) } else { vec![Piece::whole(source)] };
    let mut body = Vec::new();
    for piece in &pieces {
        body.extend(statements(piece, source, awaits)?);
    }
    Ok(Module { body, interactive, single: false })
}

/// CPython reads a line up to a null character and stops.
fn refuse_null(source: &str) -> Result<(), Error> {
    let Some(at) = source.find('\0') else { return Ok(()) };
    let start = Places::new(source, Shift::default()).at(at);
    let span = Span::between(start, start);
    let mut error = SyntaxError::new(Kind::SyntaxError, "source code cannot contain null bytes", span);
    error.offset = 0;
    error.end_offset = 0;
    error.text = source[..at].lines().nth(start.line as usize - 1).map(str::to_owned).or(Some(String::new()));
    Err(Error::Syntax(Box::new(error)))
}

/// The source as CPython reads a file: lines end with `\n`, the last one too, and a byte order mark is left out.
fn normalized(source: &str) -> Cow<'_, str> {
    let source = source.strip_prefix('\u{feff}').unwrap_or(source);
    let mut source = Cow::Borrowed(source);
    if source.contains('\r') {
        source = Cow::Owned(source.replace("\r\n", "\n").replace('\r', "\n"));
    }
    if !source.is_empty() && !source.ends_with('\n') {
        source.to_mut().push('\n');
    }
    source
}

/// The statements of one piece of `source`.
fn statements(piece: &Piece, source: &str, awaits: Await) -> Result<Vec<Stmt>, Error> {
    let places = Places::new(&piece.text, piece.shift);
    let depth = gate::depth(&piece.text);
    let read = match depth {
        _ if gate::mixes_tabs(&piece.text) && diagnosis::is_indented_wrongly(&piece.text, &places) => Err(Refusal::Unread),
        Depth::Shallow => read(&piece.text, &places, awaits),
        Depth::Deep => on_large_stack(|| read(&piece.text, &places, awaits))?,
        Depth::Refused => Err(Refusal::Unread),
    };
    let error = match read {
        Ok(body) => return Ok(body),
        Err(Refusal::Final(error)) => error,
        Err(refusal) => on_large_stack(|| refusal.explain(&piece.text, &places))?,
    };
    Err(Error::Syntax(Box::new(error.with_line_of(source))))
}

impl Refusal {
    /// The error in CPython's words.
    fn explain(self, text: &str, places: &Places) -> Box<SyntaxError> {
        if let Some(error) = diagnosis::diagnose(text, places) {
            return Box::new(error);
        }
        match self {
            Refusal::Unparsed(error) | Refusal::Final(error) => error,
            Refusal::Unread => {
                let message = "too many nested parentheses, blocks or f-strings";
                Box::new(SyntaxError::new(Kind::SyntaxError, message, places.span(0, 0)))
            }
        }
    }
}

/// Runs `work` on a thread with a large stack; a host that can't start one is out of memory. WebAssembly has no threads: there the stack is as large as the
/// host made it, and a source that is too deep for it ends the instance.
fn on_large_stack<T: Send>(work: impl FnOnce() -> T + Send) -> Result<T, Error> {
    if cfg!(target_family = "wasm") {
        return Ok(work());
    }
    thread::scope(|scope| {
        let builder = thread::Builder::new().name("parser".to_owned()).stack_size(STACK);
        match builder.spawn_scoped(scope, work) {
            Err(_) => Err(Error::NoMemory),
            Ok(handle) => Ok(handle.join().unwrap_or_else(|panic| std::panic::resume_unwind(panic))),
        }
    })
}

/// Parses, lowers and checks a text.
fn read(text: &str, places: &Places, awaits: Await) -> Result<Vec<Stmt>, Refusal> {
    let parsed = parse_python(text);
    if let Some((message, range)) = first_error(&parsed) {
        let span = places.span(range.start().to_usize(), range.end().to_usize());
        return Err(Refusal::Unparsed(Box::new(SyntaxError::new(Kind::SyntaxError, message, span))));
    }
    let body = lower::statements(&parsed, text, places)?;
    check::check(&body, awaits).map_err(Refusal::Final)?;
    Ok(body)
}

fn parse_python(source: &str) -> Parsed<ModModule> {
    let options = ParseOptions::from(Mode::Module).with_target_version(PythonVersion::PY311);
    let parsed = ruff_python_parser::parse_unchecked(source, options);
    parsed.try_into_module().expect("the mode asks for a module")
}

/// The first error the crate finds, syntax newer than our version included.
fn first_error(parsed: &Parsed<ModModule>) -> Option<(String, TextRange)> {
    let errors = parsed.errors().iter().map(|error| (error.error.to_string(), error.location));
    let newer = parsed.unsupported_syntax_errors().iter();
    let newer = newer.map(|error| ("invalid syntax".to_owned(), error.range));
    errors.chain(newer).min_by_key(|(_, range)| range.start())
}

#[cfg(test)]
mod tests {
    use super::tree::{Constant, ExprKind, StmtKind};
    use super::*;

    fn parsed(source: &str) -> Module {
        parse(source).unwrap_or_else(|error| panic!("{error:?}"))
    }

    fn refused(source: &str) -> SyntaxError {
        match parse(source) {
            Err(Error::Syntax(error)) => *error,
            other => panic!("{other:?}"),
        }
    }

    #[test]
    fn an_empty_source_is_an_empty_program() {
        for source in ["", "\n", "# nothing", "\u{feff}"] {
            assert!(parsed(source).body.is_empty(), "{source:?}");
        }
    }

    #[test]
    fn line_ends_are_all_the_same() {
        let module = parsed("x = 1\r\ny = '''a\r\nb'''\rz = 3");
        let lines: Vec<u32> = module.body.iter().map(|stmt| stmt.span.line).collect();
        assert_eq!(lines, [1, 2, 4]);
        let StmtKind::Assign { value, .. } = &module.body[1].kind else { panic!("{module:?}") };
        let ExprKind::Constant(Constant::Str(text)) = &value.kind else { panic!("{module:?}") };
        assert_eq!(&**text, "a\nb");
    }

    #[test]
    fn a_null_character_ends_its_line() {
        let error = refused("x = 1\ny = '\0'\n");
        assert_eq!(
            error.traceback("main.py"),
            "  File \"main.py\", line 2\n    y = '\nSyntaxError: source code cannot contain null bytes\n"
        );
    }

    #[test]
    fn chains_are_long_or_refused_but_never_overflow() {
        let too_deep = "too many nested expressions (the limit is 1000 levels)";
        for chain in ["1 + ", "x if z else ", "not ", "-", "lambda: ", "x ** "] {
            assert_eq!(parsed(&format!("{}x", chain.repeat(300))).body.len(), 1, "{chain}");
            assert_eq!(refused(&format!("{}x", chain.repeat(4_000))).message, too_deep, "{chain}");
        }
        for link in [".y", "()", "[0]"] {
            assert_eq!(parsed(&format!("x{}", link.repeat(900))).body.len(), 1, "{link}");
            assert_eq!(refused(&format!("x{}", link.repeat(10_000))).message, too_deep, "{link}");
        }
        assert_eq!(parsed(&format!("{}x", "x and ".repeat(5_000))).body.len(), 1);
        assert_eq!(refused(&format!("if x: pass\n{}", "elif x: pass\n".repeat(4_000))).message, too_deep);
    }

    #[test]
    fn half_a_surrogate_pair_is_refused() {
        for source in [r"'a\ud800'", r"f'{x}\udfff'", r"f'{x:\ud800}'", r"'' '\U0000dabc'"] {
            let error = refused(source);
            assert!(error.message.contains("surrogate"), "{source}: {error}");
        }
        for source in [r"r'\ud800'", r"b'\ud800'", r"'\\ud800'", r"'\ufffd'"] {
            assert_eq!(parsed(source).body.len(), 1, "{source}");
        }
    }

    #[test]
    fn a_session_is_its_statements_where_they_stand() {
        let session = "\n>>> def f():\n...     return 1\n...\n>>> f()\n1\n>>> if x:\n...     y\n... else:\n...     z\n";
        let module = parsed(session);
        assert!(module.interactive);
        let places: Vec<_> = module.body.iter().map(|stmt| (stmt.span.line, stmt.span.column)).collect();
        assert_eq!(places, [(2, 4), (5, 4), (7, 4)]);
        let StmtKind::FunctionDef(def) = &module.body[0].kind else { panic!("{module:?}") };
        assert_eq!((def.body[0].span.line, def.body[0].span.column), (3, 8));
        assert!(!parsed("x = 1\n").interactive);
    }

    #[test]
    fn an_error_in_a_session_points_into_the_pasted_text() {
        let error = refused(">>> x = 1\n>>> x = = 2\n>>> 1 +\n");
        assert_eq!(error.traceback("main.py"), "  File \"main.py\", line 2\n    >>> x = = 2\n            ^\nSyntaxError: invalid syntax\n");
        let error = refused(">>> for x in y:\n... x\n");
        assert_eq!((error.kind, error.line, error.offset), (Kind::IndentationError, 2, 5));
        let error = refused(">>> def f():\n...     x = 1\n...     global x\n");
        assert_eq!((error.line, error.offset), (3, 9));
        let error = refused("\n>>> f('abc\n");
        assert_eq!((error.line, error.offset), (2, 7));
        assert!(error.message.ends_with("(detected at line 2)"), "{error}");
    }
}
