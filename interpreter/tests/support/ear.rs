//! A host that hears what a program writes, and tells it what it may read.

use stillframe_interpreter::{Host, Reading, Stream};

#[derive(Default)]
pub struct Ear {
    pub output: String,
    pub errors: String,
    /// What was not read yet; none where there is nothing to read from.
    pub input: Option<String>,
}

impl Host for Ear {
    fn write(&mut self, stream: Stream, text: &str) {
        match stream {
            Stream::Out => self.output.push_str(text),
            Stream::Err => self.errors.push_str(text),
        }
    }

    fn read_line(&mut self) -> Reading {
        let Some(input) = &mut self.input else { return Reading::Nowhere };
        let rest = input.split_off(input.find('\n').map_or(input.len(), |end| end + 1));
        let line = std::mem::replace(input, rest);
        if line.is_empty() { Reading::End } else { Reading::Line(line) }
    }
}
