//! What the server and a worker process say to each other, over the worker's standard input and output.
//!
//! Both ways in frames: a length in four bytes, the most significant first, then as many bytes. The server's hold a [`Message`] in
//! JSON, the worker's the trace of an [`Answer`], after a byte for the rest. The server's side is asynchronous, the worker's blocks.

use std::io::{self, ErrorKind, Read, Write};

use serde::{Deserialize, Serialize};
use stillframe_interpreter::Limits;
use tokio::io::{AsyncRead, AsyncReadExt, AsyncWrite, AsyncWriteExt};

use crate::compression::Gzipped;

/// What the server says.
#[derive(Debug, Deserialize, Serialize)]
pub enum Message {
    /// Answered once the program has ended.
    Run(Job),
    /// Ends the program that runs, whose trace up to there is still sent; nothing at all between two programs.
    Stop,
}

/// A program to run.
#[derive(Debug, Deserialize, Serialize)]
pub struct Job {
    pub source: String,
    #[serde(with = "LimitsForm")]
    pub limits: Limits,
}

/// What a worker says of a program it ran.
#[derive(Clone, Debug)]
pub struct Answer {
    pub trace: Gzipped,
    /// Whether the same program will always have this trace: one that was stopped by the clock will not.
    pub lasting: bool,
}

/// More than any message or trace has. Whoever says a greater length speaks another language.
const FRAME_BYTES: u32 = 512 * 1024 * 1024;

/// The interpreter's limits as JSON has them.
#[derive(Deserialize, Serialize)]
#[serde(remote = "Limits")]
struct LimitsForm {
    source: usize,
    instructions: u64,
    steps: u32,
    memory: usize,
    output: usize,
    frames: u32,
    recursion: u32,
}

impl Message {
    pub async fn send(&self, worker: &mut (impl AsyncWrite + Unpin)) -> io::Result<()> {
        worker.write_all(&frame(&serde_json::to_vec(self)?)?).await?;
        worker.flush().await
    }

    pub fn receive(server: &mut impl Read) -> io::Result<Self> {
        let mut length = [0; 4];
        server.read_exact(&mut length)?;
        let length = checked(u32::from_be_bytes(length))?;
        let mut json = Vec::new();
        server.take(length.into()).read_to_end(&mut json)?;
        complete(&json, length)?;
        Ok(serde_json::from_slice(&json)?)
    }
}

impl Answer {
    pub fn send(&self, server: &mut impl Write) -> io::Result<()> {
        server.write_all(&[self.lasting.into()])?;
        server.write_all(&frame(self.trace.bytes())?)?;
        server.flush()
    }

    pub async fn receive(worker: &mut (impl AsyncRead + Unpin)) -> io::Result<Self> {
        let lasting = match worker.read_u8().await? {
            flag @ 0..=1 => flag == 1,
            _ => return Err(ErrorKind::InvalidData.into()),
        };
        let length = checked(worker.read_u32().await?)?;
        let mut bytes = Vec::new();
        worker.take(length.into()).read_to_end(&mut bytes).await?;
        complete(&bytes, length)?;
        Ok(Answer { trace: Gzipped::from_gzip(bytes), lasting })
    }
}

fn frame(content: &[u8]) -> io::Result<Vec<u8>> {
    let length = u32::try_from(content.len()).map_err(|_| ErrorKind::FileTooLarge)?;
    Ok([&checked(length)?.to_be_bytes(), content].concat())
}

fn checked(length: u32) -> io::Result<u32> {
    if length <= FRAME_BYTES { Ok(length) } else { Err(ErrorKind::InvalidData.into()) }
}

/// Room is made as bytes come, not as they are announced, so an end too soon is seen only here.
fn complete(bytes: &[u8], length: u32) -> io::Result<()> {
    if bytes.len() == length as usize { Ok(()) } else { Err(ErrorKind::UnexpectedEof.into()) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[tokio::test]
    async fn a_message_arrives_as_it_was_sent() {
        let limits = Limits { instructions: u64::MAX, memory: usize::MAX, steps: 7, ..Limits::default() };
        let source = "print('\u{0}é\u{1f40d}')\r\n".repeat(10_000);
        let mut pipe = Vec::new();
        Message::Run(Job { source: source.clone(), limits: limits.clone() }).send(&mut pipe).await.unwrap();
        Message::Stop.send(&mut pipe).await.unwrap();
        let mut pipe = &pipe[..];
        match Message::receive(&mut pipe).unwrap() {
            Message::Run(job) => assert_eq!((job.source, job.limits), (source, limits)),
            Message::Stop => panic!("a stop came first"),
        }
        assert!(matches!(Message::receive(&mut pipe).unwrap(), Message::Stop));
        assert_eq!(Message::receive(&mut pipe).unwrap_err().kind(), ErrorKind::UnexpectedEof);
    }

    #[tokio::test]
    async fn an_answer_arrives_as_it_was_sent() {
        for lasting in [true, false] {
            let answer = Answer { trace: Gzipped::new(b"a trace"), lasting };
            let mut pipe = Vec::new();
            answer.send(&mut pipe).unwrap();
            let received = Answer::receive(&mut &pipe[..]).await.unwrap();
            assert_eq!((received.trace.bytes(), received.lasting), (answer.trace.bytes(), lasting));
            pipe.pop();
            assert_eq!(Answer::receive(&mut &pipe[..]).await.unwrap_err().kind(), ErrorKind::UnexpectedEof);
        }
    }

    #[tokio::test]
    async fn another_language_is_refused() {
        for noise in [&b"hello, world\n"[..], b"\x01hello, world\n", b"\x02\0\0\0\0"] {
            assert_eq!(Answer::receive(&mut &*noise).await.unwrap_err().kind(), ErrorKind::InvalidData);
        }
        for noise in [&b"hello, world\n"[..], b"\0\0\0\x04run!"] {
            assert_eq!(Message::receive(&mut &*noise).unwrap_err().kind(), ErrorKind::InvalidData);
        }
    }
}
