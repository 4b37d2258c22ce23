//! A pattern as a tree. Flags are resolved: each node says itself whether it looks at case.

use super::chars::{Alphabet, Set};

pub enum Node {
    Empty,
    Char(char),
    Any,
    AnyButNewline,
    Set(Set),
    At(Position),
    /// A group that captures.
    Group(usize, Box<Node>),
    /// A group with flags of its own, which can be repeated whatever is in it.
    Scoped(Box<Node>),
    Sequence(Vec<Node>),
    /// Alternatives, the preferred one first.
    Branch(Vec<Node>),
    Repeat(Repeat),
    Around(Around),
}

pub struct Repeat {
    pub node: Box<Node>,
    pub least: u32,
    /// None: without end.
    pub most: Option<u32>,
    pub greedy: bool,
}

/// A lookahead or lookbehind.
pub struct Around {
    pub node: Box<Node>,
    pub ahead: bool,
    pub negated: bool,
}

/// What holds between two characters.
#[derive(Clone, Copy)]
pub enum Position {
    Start,
    LineStart,
    End,
    /// `$`: the end, or before a newline that ends the text.
    EndOrLastNewline,
    LineEnd,
    Boundary(Alphabet),
    NoBoundary(Alphabet),
}

impl Node {
    /// How many characters it matches, at least and at most; `usize::MAX` stands for no bound.
    pub fn width(&self) -> (usize, usize) {
        match self {
            Node::Empty | Node::At(_) | Node::Around(_) => (0, 0),
            Node::Char(_) | Node::Any | Node::AnyButNewline | Node::Set(_) => (1, 1),
            Node::Group(_, node) | Node::Scoped(node) => node.width(),
            Node::Sequence(nodes) => nodes
                .iter()
                .map(Node::width)
                .fold((0, 0), |(least, most): (usize, usize), (a, b)| (least.saturating_add(a), most.saturating_add(b))),
            Node::Branch(nodes) => nodes.iter().map(Node::width).fold((usize::MAX, 0), |(least, most), (a, b)| (least.min(a), most.max(b))),
            Node::Repeat(repeat) => {
                let (least, most) = repeat.node.width();
                let times = repeat.most.map_or(usize::MAX, |most| most as usize);
                (least.saturating_mul(repeat.least as usize), if most == 0 { 0 } else { most.saturating_mul(times) })
            }
        }
    }

    /// Whether something in it captures.
    pub fn captures(&self) -> bool {
        match self {
            Node::Group(..) => true,
            Node::Scoped(node) => node.captures(),
            Node::Sequence(nodes) | Node::Branch(nodes) => nodes.iter().any(Node::captures),
            Node::Repeat(repeat) => repeat.node.captures(),
            Node::Around(around) => !around.negated && around.node.captures(),
            _ => false,
        }
    }
}
