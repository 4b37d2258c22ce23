//! A host that hears what a program writes.

use stillframe_interpreter::{Host, Stream};

#[derive(Default)]
pub struct Ear {
    pub output: String,
    pub errors: String,
}

impl Host for Ear {
    fn write(&mut self, stream: Stream, text: &str) {
        match stream {
            Stream::Out => self.output.push_str(text),
            Stream::Err => self.errors.push_str(text),
        }
    }
}
