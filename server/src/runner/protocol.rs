//! What the server and a worker process say to each other, over the worker's standard input and output.
//!
//! Both ways in frames: a length in four bytes, the most significant first, then as many bytes. The server's hold a [`Message`] in
//! JSON; the worker sends a [`Greeting`], and then answers in two, one in JSON and one with the compressed trace. The server's side is asynchronous, the worker's
//! blocks.

use std::borrow::Cow;
use std::io::{self, ErrorKind, Read, Write};

use serde::{Deserialize, Serialize};
pub use stillframe_interpreter::{Job, Program};
use stillframe_interpreter::{Limit, OutcomeKind};
use tokio::io::{AsyncRead, AsyncReadExt, AsyncWrite, AsyncWriteExt};

use crate::compression::Gzipped;
use crate::isolation::Report;

/// What a worker says first, once.
#[derive(Debug, Deserialize, Serialize)]
pub struct Greeting {
    pub isolation: Report,
}

/// What the server says.
#[derive(Debug, Deserialize, Serialize)]
pub enum Message {
    /// Answered once the program has ended.
    Run(Job),
    /// Ends the program that runs, whose trace up to there is still sent; nothing at all between two programs.
    Stop,
}

/// What a worker answers, in two frames.
#[derive(Clone, Debug)]
pub struct Answer {
    pub summary: Summary,
    pub trace: Gzipped,
}

/// What the server has to know of a run.
#[derive(Clone, Debug, Deserialize, PartialEq, Eq, Serialize)]
pub struct Summary {
    /// Whether the same program will always have this trace: one that was stopped by the clock will not.
    pub lasting: bool,
    pub ending: Ending,
    /// Steps that were recorded.
    pub steps: u32,
    /// The trace is larger than any that is sent, and was left out.
    pub too_large: bool,
    /// The most bytes that the program held at one time.
    pub held: usize,
}

/// How a run ended, as far as it is counted: closed words, since a worker is not trusted with the names of what the server counts.
#[derive(Clone, Copy, Debug, Deserialize, PartialEq, Eq, Serialize)]
pub enum Ending {
    Finished,
    Raised,
    Exit,
    Deadlock,
    Stopped,
    SyntaxError,
    Limit(Limit),
}

impl Ending {
    pub fn name(self) -> Cow<'static, str> {
        Cow::Borrowed(match self {
            Ending::Finished => "finished",
            Ending::Raised => "raised",
            Ending::Exit => "exit",
            Ending::Deadlock => "deadlock",
            Ending::Stopped => "stopped",
            Ending::SyntaxError => "syntax_error",
            Ending::Limit(limit) => return Cow::Owned(format!("limit_{limit}")),
        })
    }
}

impl From<OutcomeKind> for Ending {
    fn from(kind: OutcomeKind) -> Self {
        match kind {
            OutcomeKind::Finished => Ending::Finished,
            OutcomeKind::Raised => Ending::Raised,
            OutcomeKind::Exit => Ending::Exit,
            OutcomeKind::Deadlock => Ending::Deadlock,
            OutcomeKind::Stopped => Ending::Stopped,
            OutcomeKind::SyntaxError => Ending::SyntaxError,
            OutcomeKind::Limit(limit) => Ending::Limit(limit),
        }
    }
}

/// The largest trace that is sent, compressed.
pub const TRACE_BYTES: usize = 16 * 1024 * 1024;

/// More than any message or trace has. Whoever says a greater length speaks another language.
const FRAME_BYTES: u64 = TRACE_BYTES as u64 + 1024;

impl Message {
    pub async fn send(&self, worker: &mut (impl AsyncWrite + Unpin)) -> io::Result<()> {
        worker.write_all(&frame(&serde_json::to_vec(self)?)?).await?;
        worker.flush().await
    }

    pub fn receive(server: &mut impl Read) -> io::Result<Self> {
        let mut head = [0; 4];
        server.read_exact(&mut head)?;
        let length = length(head)?;
        let mut json = Vec::new();
        server.take(length).read_to_end(&mut json)?;
        Ok(serde_json::from_slice(&complete(json, length)?)?)
    }
}

impl Greeting {
    pub fn send(&self, server: &mut impl Write) -> io::Result<()> {
        server.write_all(&frame(&serde_json::to_vec(self)?)?)?;
        server.flush()
    }

    pub async fn receive(worker: &mut (impl AsyncRead + Unpin)) -> io::Result<Self> {
        Ok(serde_json::from_slice(&receive_frame(worker).await?)?)
    }
}

impl Answer {
    pub fn send(&self, server: &mut impl Write) -> io::Result<()> {
        server.write_all(&frame(&serde_json::to_vec(&self.summary)?)?)?;
        server.write_all(&frame(self.trace.bytes())?)?;
        server.flush()
    }

    pub async fn receive(worker: &mut (impl AsyncRead + Unpin)) -> io::Result<Self> {
        let summary = serde_json::from_slice(&receive_frame(worker).await?)?;
        let trace = Gzipped::from_gzip(receive_frame(worker).await?);
        Ok(Answer { summary, trace })
    }
}

fn frame(content: &[u8]) -> io::Result<Vec<u8>> {
    let head = u32::try_from(content.len()).map_err(|_| ErrorKind::FileTooLarge)?.to_be_bytes();
    length(head)?;
    Ok([&head, content].concat())
}

async fn receive_frame(worker: &mut (impl AsyncRead + Unpin)) -> io::Result<Vec<u8>> {
    let mut head = [0; 4];
    worker.read_exact(&mut head).await?;
    let length = length(head)?;
    let mut content = Vec::new();
    worker.take(length).read_to_end(&mut content).await?;
    complete(content, length)
}

fn length(head: [u8; 4]) -> io::Result<u64> {
    let length = u32::from_be_bytes(head).into();
    if length <= FRAME_BYTES { Ok(length) } else { Err(ErrorKind::InvalidData.into()) }
}

/// Room is made as bytes come, not as they are announced, so an end too soon is seen only here.
fn complete(content: Vec<u8>, length: u64) -> io::Result<Vec<u8>> {
    if content.len() as u64 == length { Ok(content) } else { Err(ErrorKind::UnexpectedEof.into()) }
}

#[cfg(test)]
mod tests {
    use stillframe_interpreter::Limits;

    use super::*;

    #[tokio::test]
    async fn a_message_arrives_as_it_was_sent() {
        let limits = Limits { instructions: u64::MAX, memory: usize::MAX, steps: 7, ..Limits::default() };
        let program = Program {
            source: "print('\u{0}é\u{1f40d}')\r\n".repeat(10_000),
            library: true,
            top_level_await: true,
            input: Some("é\n".into()),
            watch: vec!["len(queue)".into()],
            from: 7,
            steps: Some(5),
        };
        let mut pipe = Vec::new();
        Message::Run(Job { program: program.clone(), limits: limits.clone() }).send(&mut pipe).await.unwrap();
        Message::Stop.send(&mut pipe).await.unwrap();
        let mut pipe = &pipe[..];
        match Message::receive(&mut pipe).unwrap() {
            Message::Run(job) => assert_eq!((job.program, job.limits), (program, limits)),
            Message::Stop => panic!("a stop came first"),
        }
        assert!(matches!(Message::receive(&mut pipe).unwrap(), Message::Stop));
        assert_eq!(Message::receive(&mut pipe).unwrap_err().kind(), ErrorKind::UnexpectedEof);
    }

    #[tokio::test]
    async fn an_answer_arrives_as_it_was_sent() {
        let answer = Answer {
            summary: Summary { lasting: true, ending: Ending::Limit(Limit::Memory), steps: 7, too_large: false, held: usize::MAX },
            trace: Gzipped::new(b"a trace"),
        };
        let mut pipe = Vec::new();
        answer.send(&mut pipe).unwrap();
        let received = Answer::receive(&mut &pipe[..]).await.unwrap();
        assert_eq!((received.summary, received.trace.bytes()), (answer.summary, answer.trace.bytes()));
        pipe.pop();
        assert_eq!(Answer::receive(&mut &pipe[..]).await.unwrap_err().kind(), ErrorKind::UnexpectedEof);
    }

    /// A worker in an attacker's hands may say anything.
    #[tokio::test]
    async fn noise_is_an_error_or_an_answer_and_never_a_panic() {
        let summary = Summary { lasting: true, ending: Ending::Finished, steps: 7, too_large: false, held: 1 };
        let mut answer = Vec::new();
        Answer { summary, trace: Gzipped::new(b"{\"a\": [1, 2, 3]}") }.send(&mut answer).unwrap();
        let mut seed = 0x2545_f491_4f6c_dd1d_u64;
        let mut random = |below: usize| {
            seed ^= seed << 13;
            seed ^= seed >> 7;
            seed ^= seed << 17;
            (seed % below as u64) as usize
        };
        let mut read = 0;
        for _ in 0..20_000 {
            let mut noise = answer.clone();
            for _ in 0..random(4) + 1 {
                match random(3) {
                    0 => noise.truncate(random(noise.len()) + 1),
                    1 => noise.insert(random(noise.len()), random(256) as u8),
                    _ => {
                        let at = random(noise.len());
                        noise[at] = random(256) as u8;
                    }
                }
            }
            if let Ok(Answer { trace, .. }) = Answer::receive(&mut &noise[..]).await {
                read += 1;
                let _ = trace.plain(1024);
            }
            let _ = Greeting::receive(&mut &noise[..]).await;
            let _ = Message::receive(&mut &noise[..]);
        }
        assert!(read > 100, "all of the noise was refused at once: {read}");
    }

    #[tokio::test]
    async fn another_language_is_refused() {
        for noise in [&b"hello, world\n"[..], b"\0\0\0\x04run!"] {
            assert_eq!(Answer::receive(&mut &*noise).await.unwrap_err().kind(), ErrorKind::InvalidData);
            assert_eq!(Message::receive(&mut &*noise).unwrap_err().kind(), ErrorKind::InvalidData);
        }
    }
}
