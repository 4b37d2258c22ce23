//! What the server and a worker may write to each other.

use std::fmt::Debug;

use bolero::TypeGenerator;
use serde::Serialize;
use stillframe_interpreter::{Limit, Limits};
use stillframe_server::compression::Gzipped;
use stillframe_server::runner::protocol::{Answer, Ending, Greeting, Job, Message, Program, Summary};

/// As many bytes of a trace are looked at.
const PLAIN_BYTES: usize = 1024 * 1024;

/// What comes out of a pipe.
#[derive(Clone, Debug, TypeGenerator)]
pub enum Noise {
    Bytes(Vec<u8>),
    /// Frames whose lengths are right.
    Framed(Vec<Vec<u8>>),
    /// An answer whose bytes were changed here and there.
    Damaged {
        trace: Vec<u8>,
        changes: Vec<(u16, u8)>,
        end: u16,
    },
}

/// What goes into a pipe.
#[derive(Clone, Debug, TypeGenerator)]
pub struct Sent {
    source: String,
    input: Option<String>,
    watch: Vec<String>,
    flags: (bool, bool),
    small: (u32, u32, u32),
    large: (u64, usize, usize, usize, usize),
    ending: u8,
    trace: Vec<u8>,
}

const ENDINGS: [Ending; 11] = [
    Ending::Finished,
    Ending::Raised,
    Ending::Exit,
    Ending::Deadlock,
    Ending::Stopped,
    Ending::SyntaxError,
    Ending::Limit(Limit::Source),
    Ending::Limit(Limit::Instructions),
    Ending::Limit(Limit::Memory),
    Ending::Limit(Limit::Output),
    Ending::Limit(Limit::Frames),
];

/// Panics where noise is neither refused nor read as something that can be sent again.
pub async fn is_read_or_refused(noise: &Noise) {
    let bytes = noise.bytes();
    if let Ok(message) = Message::receive(&mut &bytes[..]) {
        let mut again = Vec::new();
        message.send(&mut again).await.expect("a vector takes all");
        is_the_same(&message, &Message::receive(&mut &again[..]).expect("a message"));
    }
    if let Ok(greeting) = Greeting::receive(&mut &bytes[..]).await {
        let mut again = Vec::new();
        greeting.send(&mut again).expect("a vector takes all");
        is_the_same(&greeting, &Greeting::receive(&mut &again[..]).await.expect("a greeting"));
    }
    if let Ok(answer) = Answer::receive(&mut &bytes[..]).await {
        let plain = answer.trace.plain(PLAIN_BYTES);
        assert!(plain.is_none_or(|plain| plain.len() <= PLAIN_BYTES));
        goes_through(&answer).await;
    }
}

/// Panics where something arrives as something else.
pub async fn arrives_as_it_was_sent(sent: &Sent) {
    let message = Message::Run(sent.job());
    let mut pipe = Vec::new();
    message.send(&mut pipe).await.expect("a vector takes all");
    Message::Stop.send(&mut pipe).await.expect("a vector takes all");
    let mut pipe = &pipe[..];
    match Message::receive(&mut pipe).expect("a message") {
        Message::Run(job) => assert_eq!((job.program, job.limits), (sent.job().program, sent.job().limits)),
        Message::Stop => panic!("a stop came first"),
    }
    assert!(matches!(Message::receive(&mut pipe).expect("a message"), Message::Stop));
    assert!(pipe.is_empty());
    let answer = Answer { summary: sent.summary(), trace: Gzipped::new(&sent.trace) };
    goes_through(&answer).await;
    assert_eq!(answer.trace.plain(sent.trace.len()).as_deref(), Some(&sent.trace[..]));
}

async fn goes_through(answer: &Answer) {
    let mut pipe = Vec::new();
    answer.send(&mut pipe).expect("a vector takes all");
    let again = Answer::receive(&mut &pipe[..]).await.expect("an answer");
    assert_eq!((again.summary, again.trace.bytes()), (answer.summary.clone(), answer.trace.bytes()));
}

fn is_the_same<T: Debug + Serialize>(one: &T, other: &T) {
    let json = |thing: &T| serde_json::to_string(thing).expect("JSON");
    assert_eq!(json(one), json(other));
}

impl Noise {
    fn bytes(&self) -> Vec<u8> {
        match self {
            Noise::Bytes(bytes) => bytes.clone(),
            Noise::Framed(contents) => contents.iter().flat_map(|content| framed(content)).collect(),
            Noise::Damaged { trace, changes, end } => {
                let summary = Summary { lasting: true, ending: Ending::Finished, steps: 7, too_large: false, held: 1 };
                let mut bytes = Vec::new();
                Answer { summary, trace: Gzipped::new(trace) }.send(&mut bytes).expect("a vector takes all");
                for (at, byte) in changes {
                    let length = bytes.len();
                    bytes[usize::from(*at) % length] = *byte;
                }
                bytes.truncate(bytes.len().saturating_sub(usize::from(*end % 16)));
                bytes
            }
        }
    }
}

fn framed(content: &[u8]) -> Vec<u8> {
    [&(content.len() as u32).to_be_bytes(), content].concat()
}

impl Sent {
    fn job(&self) -> Job {
        let (library, top_level_await) = self.flags;
        let (steps, frames, recursion) = self.small;
        let (instructions, source, trace, memory, output) = self.large;
        Job {
            program: Program {
                source: self.source.clone(),
                library,
                top_level_await,
                input: self.input.clone(),
                watch: self.watch.clone(),
                from: frames,
                steps: top_level_await.then_some(steps),
            },
            limits: Limits { source, instructions, steps, trace, memory, output, frames, recursion },
        }
    }

    fn summary(&self) -> Summary {
        let (lasting, too_large) = self.flags;
        Summary { lasting, ending: ENDINGS[usize::from(self.ending) % ENDINGS.len()], steps: self.small.0, too_large, held: self.large.3 }
    }
}
