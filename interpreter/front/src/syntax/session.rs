//! A pasted REPL session: the statements behind its prompts, each where it stood in the pasted text.

use std::borrow::Cow;

use super::place::Shift;

const PROMPT: &str = ">>>";
const CONTINUATION: &str = "...";

/// A text that is parsed on its own: a whole program, or one statement of a session.
pub struct Piece<'a> {
    pub text: Cow<'a, str>,
    pub shift: Shift,
}

impl<'a> Piece<'a> {
    pub fn whole(source: &'a str) -> Self {
        Piece { text: Cow::Borrowed(source), shift: Shift::default() }
    }
}

/// Does the text begin with a prompt?
pub fn is_session(source: &str) -> bool {
    let first = source.lines().find(|line| !line.trim().is_empty());
    first.is_some_and(|line| behind(PROMPT, line).is_some())
}

/// The statements of a session. Lines without a prompt are what it printed.
pub fn pieces(source: &str) -> Vec<Piece<'static>> {
    let mut pieces: Vec<Piece> = Vec::new();
    let mut open = false;
    for (number, line) in source.lines().enumerate() {
        if let Some(code) = behind(PROMPT, line) {
            let shift = Shift { lines: number as u32, columns: PROMPT.len() as u32 + 1 };
            pieces.push(Piece { text: Cow::Owned(format!("{code}\n")), shift });
            open = true;
        } else if open && let Some(code) = behind(CONTINUATION, line) {
            if let Some(piece) = pieces.last_mut() {
                let text = piece.text.to_mut();
                text.push_str(code);
                text.push('\n');
            }
        } else {
            open = false;
        }
    }
    pieces
}

/// The code behind a prompt: the prompt is followed by a space, or stands alone.
fn behind<'a>(prompt: &str, line: &'a str) -> Option<&'a str> {
    let rest = line.strip_prefix(prompt)?;
    if rest.trim().is_empty() { Some("") } else { rest.strip_prefix(' ') }
}

#[cfg(test)]
mod tests {
    use super::*;

    const SESSION: &str = "\n>>> def f():\n...     yield 1\n...\n>>> next(f())\n1\n>>>\n... not code\n...x\n";

    #[test]
    fn a_prompt_makes_a_session() {
        assert!(is_session(SESSION));
        assert!(is_session(">>>"));
        assert!(!is_session("x = 1\n>>> y"));
        assert!(!is_session(">>>x"));
        assert!(!is_session(""));
    }

    #[test]
    fn statements_keep_their_lines() {
        let pieces = pieces(SESSION);
        let told: Vec<_> = pieces.iter().map(|piece| (piece.shift.lines, piece.text.as_ref())).collect();
        assert_eq!(told, [(1, "def f():\n    yield 1\n\n"), (4, "next(f())\n"), (6, "\nnot code\n")]);
    }
}
