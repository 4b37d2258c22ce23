//! The command `check`, for writers: every program in Markdown files still prints what the text beside it says.
//!
//! A program is a fenced block whose info string has the word `stillframe`, as in ```` ```python stillframe ````. The fenced blocks right after it may be marked
//! `input`, which it reads, and `output` (or just `text`), which it prints: standard output and standard error together.

use std::cell::RefCell;
use std::fs;
use std::path::Path;
use std::rc::Rc;

use stillframe_interpreter::{Await, Host, Limits, Options, OutcomeKind, Reading, Recording, Stream, run};

use crate::config::Check;
use crate::deep_stack::on_a_deep_stack;

/// A file can't be read.
const NO_FILE: i32 = 2;

/// Checks files, and gives the exit status: 1 where a program prints something else.
pub fn check_files(command: &Check) -> i32 {
    let mut status = 0;
    let mut programs = 0;
    for file in &command.files {
        match fs::read_to_string(file) {
            Err(error) => {
                eprintln!("stillframe: can't read {}: {error}", file.display());
                status = NO_FILE;
            }
            Ok(text) => {
                for program in programs_in(&text) {
                    programs += 1;
                    if let Err(complaint) = check(&program) {
                        println!("{}:{}: {complaint}", file_name(file), program.line);
                        status = status.max(1);
                    }
                }
            }
        }
    }
    println!("{programs} programs, {}", if status == 0 { "all as the text says" } else { "not all as the text says" });
    status
}

/// A program in a text, and what the text says of it.
#[derive(Debug, Default, PartialEq, Eq)]
struct Told {
    /// The line of its fence.
    line: usize,
    source: String,
    input: Option<String>,
    output: Option<String>,
}

struct Block<'a> {
    line: usize,
    words: Vec<&'a str>,
    text: String,
}

fn programs_in(text: &str) -> Vec<Told> {
    let mut programs = Vec::<Told>::new();
    // Whether the blocks that come may still belong to the last program.
    let mut open = false;
    for Block { line, words, text } in blocks(text) {
        let is = |word: &str| words.contains(&word);
        match programs.last_mut() {
            _ if is("stillframe") => {
                programs.push(Told { line, source: text, ..Told::default() });
                open = true;
            }
            Some(program) if open && is("input") => program.input = Some(text),
            Some(program) if open && (is("output") || words == ["text"]) => {
                program.output = Some(text);
                open = false;
            }
            _ => open = false,
        }
    }
    programs
}

/// The fenced blocks of a Markdown text. A fence may be indented, as in a list; its lines lose as much.
fn blocks(text: &str) -> Vec<Block<'_>> {
    let mut blocks = Vec::new();
    let mut lines = text.lines().enumerate();
    while let Some((number, line)) = lines.next() {
        let Some((indent, fence, info)) = opened(line) else { continue };
        let mut block = Block { line: number + 1, words: info.split_whitespace().collect(), text: String::new() };
        for (_, line) in lines.by_ref() {
            if closes(line, fence) {
                break;
            }
            let spaces = line.len() - line.trim_start_matches(' ').len();
            block.text.push_str(&line[spaces.min(indent)..]);
            block.text.push('\n');
        }
        blocks.push(block);
    }
    blocks
}

/// Indent, fence and info string of a line that opens a block.
fn opened(line: &str) -> Option<(usize, &str, &str)> {
    let rest = line.trim_start_matches(' ');
    let mark = rest.chars().next().filter(|mark| matches!(mark, '`' | '~'))?;
    let info = rest.trim_start_matches(mark);
    let fence = &rest[..rest.len() - info.len()];
    // A line of code in backticks is no fence.
    let is_fence = fence.len() >= 3 && !(mark == '`' && info.contains('`'));
    is_fence.then_some((line.len() - rest.len(), fence, info))
}

fn closes(line: &str, fence: &str) -> bool {
    let line = line.trim();
    line.starts_with(fence) && line.chars().all(|mark| fence.starts_with(mark))
}

/// A complaint says what is otherwise.
fn check(program: &Told) -> Result<(), String> {
    let (source, input) = (program.source.clone(), program.input.clone());
    let (printed, ended_well) = on_a_deep_stack(move || printed_by(&source, input.as_deref()));
    match &program.output {
        None if ended_well => Ok(()),
        None => Err(format!("the program fails: {}", printed.trim_end().lines().last().unwrap_or("it was stopped"))),
        Some(told) => compare(told.trim_end(), printed.trim_end()),
    }
}

/// What a program prints, and whether it ran to its end.
fn printed_by(source: &str, input: Option<&str>) -> (String, bool) {
    let printed = Rc::new(RefCell::new(String::new()));
    let lines = input.unwrap_or_default().split_inclusive('\n').map(str::to_owned).rev().collect();
    let mut page = Page { printed: Rc::clone(&printed), lines };
    let options = Options { awaits: Await::AtTopLevel, ..Recording::Off.into() };
    let trace = run(source, &Limits::default(), options, &mut page);
    let ended_well = matches!(trace.outcome().kind, OutcomeKind::Finished) || trace.outcome().exit_status() == 0;
    (printed.take(), ended_well)
}

fn compare(told: &str, printed: &str) -> Result<(), String> {
    if told == printed {
        return Ok(());
    }
    let (mut told, mut printed) = (told.lines(), printed.lines());
    for number in 1.. {
        match (told.next(), printed.next()) {
            (None, None) => break,
            (told, printed) if told == printed => {}
            (Some(told), Some(printed)) => return Err(format!("line {number} of the output is {printed:?}, and the text says {told:?}")),
            (Some(told), None) => return Err(format!("the output ends before line {number}, and the text says {told:?}")),
            (None, Some(printed)) => return Err(format!("line {number} of the output is {printed:?}, and the text ends before")),
        }
    }
    Ok(())
}

fn file_name(file: &Path) -> String {
    file.display().to_string()
}

struct Page {
    printed: Rc<RefCell<String>>,
    /// The last one first.
    lines: Vec<String>,
}

impl Host for Page {
    fn write(&mut self, _: Stream, text: &str) {
        self.printed.borrow_mut().push_str(text);
    }

    fn read_line(&mut self) -> Reading {
        self.lines.pop().map_or(Reading::End, Reading::Line)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn told(line: usize, source: &str, input: Option<&str>, output: Option<&str>) -> Told {
        Told { line, source: source.to_owned(), input: input.map(str::to_owned), output: output.map(str::to_owned) }
    }

    #[test]
    fn programs_are_found_with_what_the_text_says_of_them() {
        let text = "# A\n\n```python stillframe\nprint(1)\n```\n\nIt prints:\n\n```text\n1\n```\n\n```python\nno\n```\n\n\
                    1. x\n\n   ~~~~ stillframe\n   if 1:\n       print('~~~')\n   ~~~~\n   ```text input\n   Ada\n   ```\n   ```output\n   ~~~\n   ```\n";
        let expected = [told(3, "print(1)\n", None, Some("1\n")), told(19, "if 1:\n    print('~~~')\n", Some("Ada\n"), Some("~~~\n"))];
        assert_eq!(programs_in(text), expected);
        assert_eq!(programs_in("``` stillframe ```\n```stillframe\npass"), [told(2, "pass\n", None, None)]);
        let other = "```stillframe\npass\n```\n```python\n```\n```text\nanother's\n```\n";
        assert_eq!(programs_in(other), [told(1, "pass\n", None, None)]);
    }

    #[test]
    fn a_difference_is_named() {
        assert_eq!(check(&told(1, "print(input())\n", Some("Ada\n"), Some("Ada\n"))), Ok(()));
        assert_eq!(check(&told(1, "import sys\nsys.exit(0)\n", None, None)), Ok(()));
        for (program, complaint) in [
            (told(1, "print(1)\n", None, Some("2\n")), "line 1 of the output is \"1\", and the text says \"2\""),
            (told(1, "print(1)\n", None, Some("1\n2\n")), "the output ends before line 2, and the text says \"2\""),
            (told(1, "print(1)\nprint(2)\n", None, Some("1\n")), "line 2 of the output is \"2\", and the text ends before"),
            (told(1, "1 / 0\n", None, None), "the program fails: ZeroDivisionError: division by zero"),
            (told(1, "while True: pass\n", None, None), "the program fails: it was stopped"),
        ] {
            assert_eq!(check(&program), Err(complaint.to_owned()));
        }
    }
}
