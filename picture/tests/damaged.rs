//! A trace may come from a process that a program has taken over. Whatever it holds, it is refused or drawn, and nothing panics.

use std::fs;

use stillframe_picture::{Asked, Card, Trace, card, picture};

const FIXTURES: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../static/tests/fixtures");

#[test]
fn damaged_traces_are_refused_or_drawn() {
    let mut random = Random(6_023_041_977);
    let (mut refused, mut drawn) = (0, 0);
    for name in ["agen", "calls", "channel", "tasks", "throw"] {
        let whole = fs::read(format!("{FIXTURES}/{name}.json")).unwrap();
        let digits: Vec<usize> = whole.iter().enumerate().filter(|(_, byte)| byte.is_ascii_digit()).map(|(at, _)| at).collect();
        for _ in 0..200 {
            let mut damaged = whole.clone();
            for _ in 0..=random.below(4) {
                // Most numbers belong to columns of steps and frames.
                let at = digits[random.below(digits.len())];
                damaged[at] = b"0123456789"[random.below(10)];
            }
            match Trace::read(&damaged) {
                Err(_) => refused += 1,
                Ok(trace) => {
                    drawn += 1;
                    let asked = Asked { step: Some(random.below(trace.len() + 2)), ..Asked::default() };
                    assert!(picture(&trace, "damaged", asked).ends_with("</svg>\n"));
                    card(&trace, &Card { title: "damaged", source: "a\nb\n" }, asked);
                }
            }
        }
    }
    assert!(refused > 100 && drawn > 100, "{refused} refused, {drawn} drawn");
}

#[test]
fn what_is_no_trace_is_refused() {
    for text in ["", "{}", "[1]", "{\"version\":1}"] {
        assert!(Trace::read(text.as_bytes()).is_err(), "{text}");
    }
    let inside = fs::read(format!("{FIXTURES}/inside.json")).unwrap();
    assert!(Trace::read(&inside).is_err(), "frames of the library are not drawn");
}

#[test]
fn a_text_of_a_program_is_only_ever_text() {
    let source = fs::read_to_string(format!("{FIXTURES}/channel.json")).unwrap().replace("\"outer\"", "\"<script>&\\u0000\\ufffe\"");
    let trace = Trace::read(source.as_bytes()).unwrap();
    let svg = picture(&trace, "</title><script>", Asked::default());
    assert!(!svg.contains("<script") && svg.contains("&lt;script&gt;&amp;\u{fffd}\u{fffd}()"), "{svg}");
}

/// Numbers that look random, the same in every run.
struct Random(u64);

impl Random {
    fn below(&mut self, bound: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        (self.0 % bound as u64) as usize
    }
}
