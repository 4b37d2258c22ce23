//! Places in a source: from the parser's byte offsets to lines and columns counted in characters.
//!
//! [`Place`] is one point; [`Places`] finds it. A REPL session's groups carry where they stand in the pasted text.

use super::tree::Span;

/// A point in the source: lines from 1, columns in characters from 0.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Place {
    pub line: u32,
    pub column: u32,
}

impl Span {
    /// From `start` up to `end`.
    pub fn between(start: Place, end: Place) -> Span {
        Span { line: start.line, column: start.column, end_line: end.line, end_column: end.column }
    }

    /// Where it begins.
    pub fn start(self) -> Place {
        Place { line: self.line, column: self.column }
    }

    /// Where it ends.
    pub fn end(self) -> Place {
        Place { line: self.end_line, column: self.end_column }
    }

    /// Whether it holds all of `part`.
    pub fn contains(self, part: Span) -> bool {
        self.start() <= part.start() && part.end() <= self.end()
    }
}

/// How far a text lies from the place where it was pasted: REPL prompts are cut off the front of its lines.
#[derive(Clone, Copy, Debug, Default)]
pub struct Shift {
    pub lines: u32,
    pub columns: u32,
}

impl Shift {
    /// The same point in the pasted text.
    pub fn apply(self, place: Place) -> Place {
        Place { line: place.line + self.lines, column: place.column + self.columns }
    }
}

/// How many bytes of a source one count of [`Places::characters`] covers.
const BLOCK: usize = 64;

/// Finds places in one source.
pub struct Places<'a> {
    source: &'a str,
    shift: Shift,
    /// The offset of the first byte of each line.
    lines: Vec<u32>,
    /// The characters before each block of bytes; empty where every byte is a character.
    characters: Vec<u32>,
}

impl<'a> Places<'a> {
    pub fn new(source: &'a str, shift: Shift) -> Self {
        let bytes = source.as_bytes();
        let mut lines = vec![0];
        for (at, &byte) in bytes.iter().enumerate() {
            if byte == b'\n' {
                lines.push(at as u32 + 1);
            }
        }
        let characters = if source.is_ascii() { Vec::new() } else { count_characters(bytes) };
        Places { source, shift, lines, characters }
    }

    /// The place of the byte at `offset`.
    pub fn at(&self, offset: usize) -> Place {
        let line = self.lines.partition_point(|&start| start as usize <= offset);
        let start = self.lines[line - 1] as usize;
        let column = self.characters_before(offset) - self.characters_before(start);
        self.shift.apply(Place { line: line as u32, column })
    }

    /// The places of the bytes from `start` up to `end`.
    pub fn span(&self, start: usize, end: usize) -> Span {
        Span::between(self.at(start), self.at(end))
    }

    /// The number a line has in the pasted text.
    pub fn shifted_line(&self, line: u32) -> u32 {
        line + self.shift.lines
    }

    fn characters_before(&self, offset: usize) -> u32 {
        if self.characters.is_empty() {
            return offset as u32;
        }
        let block = offset / BLOCK;
        self.characters[block] + characters_in(&self.source.as_bytes()[block * BLOCK..offset])
    }
}

fn count_characters(bytes: &[u8]) -> Vec<u32> {
    let mut before = 0;
    let mut counts = vec![0];
    for block in bytes.chunks(BLOCK) {
        before += characters_in(block);
        counts.push(before);
    }
    counts
}

/// Characters begin at every byte that does not continue one.
fn characters_in(bytes: &[u8]) -> u32 {
    bytes.iter().filter(|&&byte| byte & 0xC0 != 0x80).count() as u32
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_count_characters() {
        let source = "x = 'é“'; y\nz\nw";
        let places = Places::new(source, Shift::default());
        assert_eq!(places.at(source.find('y').unwrap()), Place { line: 1, column: 10 });
        assert_eq!(places.at(source.find('z').unwrap()), Place { line: 2, column: 0 });
        assert_eq!(places.at(source.len()), Place { line: 3, column: 1 });
    }

    #[test]
    fn blocks_agree_with_counting() {
        let source = "añ“b\n".repeat(60);
        let places = Places::new(&source, Shift::default());
        for (offset, _) in source.char_indices() {
            let before = &source[..offset];
            let line = before.matches('\n').count() as u32 + 1;
            let column = before.rsplit('\n').next().unwrap().chars().count() as u32;
            assert_eq!(places.at(offset), Place { line, column });
        }
    }

    #[test]
    fn a_shift_moves_lines_and_columns() {
        let places = Places::new("x\n  y", Shift { lines: 3, columns: 4 });
        assert_eq!(places.at(4), Place { line: 5, column: 6 });
    }
}
