//! The whole program: `stillframe serve` as a process.

use std::io::{BufRead, BufReader, Read, Write};
use std::net::TcpStream;
use std::path::Path;
use std::process::{Child, ChildStdout, Command, Stdio};

use serde_json::{Value, json};

pub const STILLFRAME: &str = env!("CARGO_BIN_EXE_stillframe");

/// `stillframe serve` on a port of its own.
pub struct Playground {
    pub child: Child,
    pub out: BufReader<ChildStdout>,
    pub address: String,
}

impl Playground {
    pub fn start(command: &mut Command) -> Self {
        let mut child = command.env("STILLFRAME_LISTEN", "127.0.0.1:0").stdout(Stdio::piped()).spawn().unwrap();
        let mut out = BufReader::new(child.stdout.take().unwrap());
        let mut line = String::new();
        out.read_line(&mut line).unwrap();
        let (_, rest) = line.split_once("http://").unwrap_or_else(|| panic!("no address in {line:?}"));
        let address = rest.split_whitespace().next().unwrap().to_owned();
        Playground { child, out, address }
    }

    pub fn with_database(file: &Path) -> Self {
        Playground::start(Command::new(STILLFRAME).arg("--database").arg(file))
    }

    pub fn ask(&self, request: &str, body: &str) -> String {
        rest_of(self.begin(request, body))
    }

    /// Sends a request, whose answer is still to be read.
    pub fn begin(&self, request: &str, body: &str) -> TcpStream {
        let mut stream = TcpStream::connect(&self.address).unwrap();
        let length = body.len();
        let head = format!(
            "{request} HTTP/1.1\r\nhost: localhost\r\nconnection: close\r\ncontent-type: application/json\r\ncontent-length: {length}\r\n\r\n"
        );
        stream.write_all(format!("{head}{body}").as_bytes()).unwrap();
        stream
    }

    /// Asks for the trace of a program.
    pub fn begin_trace(&self, source: &str) -> TcpStream {
        self.begin("POST /api/trace", &json!({"source": source}).to_string())
    }

    pub fn share(&self, source: &str) -> String {
        let answer = self.ask("POST /api/programs", &json!({"source": source}).to_string());
        let (_, body) = answer.split_once("\r\n\r\n").unwrap();
        let kept: Value = serde_json::from_str(body).unwrap();
        kept["address"].as_str().unwrap().to_owned()
    }

    /// Sends a signal, and gives the status and whatever more was written.
    pub fn end(mut self, signal: &str) -> (Option<i32>, String) {
        send(signal, self.child.id());
        let mut more = String::new();
        self.out.read_to_string(&mut more).unwrap();
        (self.child.wait().unwrap().code(), more)
    }
}

/// A test that fails leaves nothing behind.
impl Drop for Playground {
    fn drop(&mut self) {
        let _ = self.child.kill();
    }
}

pub fn send(signal: &str, process: u32) {
    assert!(Command::new("kill").arg(signal).arg(process.to_string()).status().unwrap().success());
}

/// The answer to a request, as it is on the wire.
pub fn rest_of(mut stream: TcpStream) -> String {
    let mut answer = String::new();
    stream.read_to_string(&mut answer).unwrap();
    answer
}
