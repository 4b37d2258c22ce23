//! Reads tokens by the grammar, as CPython's parser does: for its mistakes, not for a tree.
//!
//! The first pass finds how far a source can be read. The second tries the `wrong_…` rules as well, which know common
//! mistakes; the first that matches is the error.

use super::notation::{Alternative, Grammar, Item, Label, Outcome, RuleId};
use super::tokens::{Stop, Token, TokenKind, Tokens, error};
use crate::syntax::error::{Kind, SyntaxError};

/// Rules inside one another, as in CPython.
const DEPTH: usize = 6_000;
/// Rules tried in all. Some of CPython's own rules take exponential time on nested brackets.
const STEPS: usize = 3_000_000;

/// Why reading stopped before its end.
pub enum Failure {
    /// An error, unless the tokenizer has one to report further on.
    Raised(SyntaxError),
    /// An error that nothing overrides.
    Final(SyntaxError),
    /// Too deep or too long to be read.
    GivenUp,
}

/// A node, or none where a rule does not match.
pub type Read<T = Option<NodeId>> = Result<T, Box<Failure>>;

pub type NodeId = usize;

/// What matched a rule or an item.
pub struct Node {
    /// The kind of an expression, where errors ask for it; [`STRETCH`] or [`TOKEN`] for everything else.
    pub kind: &'static str,
    /// Its tokens, the end exclusive.
    pub start: usize,
    pub end: usize,
    /// The expressions in it.
    pub children: Vec<NodeId>,
}

/// A stretch of source that is no expression.
pub const STRETCH: &str = "";
/// A single token.
pub const TOKEN: &str = "Token";

pub struct Reader<'a> {
    pub tokens: &'a Tokens<'a>,
    grammar: &'static Grammar,
    pub nodes: Vec<Node>,
    /// For each token the rules tried there.
    memo: Vec<Vec<Known>>,
    mark: usize,
    /// How many tokens have been looked at.
    fill: usize,
    /// The second pass.
    seeking_mistakes: bool,
    depth: usize,
    steps: usize,
    /// Inside an f-string: nested fields may not nest further.
    pub field_depth: usize,
    pub complain: Complain,
}

/// Carries out what the grammar calls a complaint, by its name: about the labelled nodes, with a message.
pub type Complain = fn(&mut Reader, &str, &[NodeId], &str) -> Read;

/// What came of a rule, and where it ended.
struct Known {
    rule: RuleId,
    node: Option<NodeId>,
    end: usize,
}

type Labels = [Option<NodeId>; 2];

impl<'a> Reader<'a> {
    pub fn new(tokens: &'a Tokens<'a>, field_depth: usize, complain: Complain) -> Self {
        Reader {
            tokens,
            grammar: Grammar::python(),
            nodes: Vec::new(),
            memo: Vec::new(),
            mark: 0,
            fill: 0,
            seeking_mistakes: false,
            depth: 0,
            steps: 0,
            field_depth,
            complain,
        }
    }

    /// The error in the tokens, read from the rule `start`, if there is one.
    pub fn mistake(mut self, start: &str) -> Result<(), Box<Failure>> {
        let start = self.grammar.rule(start);
        match self.rule(start) {
            Ok(Some(_)) => return Ok(()),
            Ok(None) => {}
            Err(failure) => return Err(self.overridden(failure)),
        }
        let furthest = self.fill - 1;
        self.memo.clear();
        self.mark = 0;
        self.seeking_mistakes = true;
        match self.rule(start) {
            Ok(_) => Err(self.unexpected(furthest)),
            Err(failure) => Err(self.overridden(failure)),
        }
    }

    /// The error for a token that no rule has a word for.
    fn unexpected(&self, at: usize) -> Box<Failure> {
        let token = &self.tokens.list[at];
        let message = match token.kind {
            TokenKind::Indent => "unexpected indent",
            TokenKind::Dedent => "unexpected unindent",
            _ => {
                let (start, end) = (self.tokens.start(token), self.tokens.end(token));
                let error = error(Kind::SyntaxError, "invalid syntax", start, end);
                return self.overridden(Box::new(Failure::Raised(error)));
            }
        };
        Box::new(Failure::Final(self.at_last(Kind::IndentationError, message)))
    }

    /// The tokenizer's errors count for more than the parser's, wherever they are; so do brackets never closed above the error.
    fn overridden(&self, failure: Box<Failure>) -> Box<Failure> {
        if !matches!(*failure, Failure::Raised(_)) {
            return failure;
        }
        match &self.tokens.stop {
            Stop::Raised(error) => Box::new(Failure::Final(error.clone())),
            Stop::Unclosed | Stop::Met(_) => match self.tokens.open.last() {
                Some(bracket) if self.line_of_last() > bracket.line => Box::new(Failure::Final(self.unclosed())),
                _ => failure,
            },
            Stop::End => failure,
        }
    }

    fn line_of_last(&self) -> u32 {
        let token = self.last();
        let text = self.tokens.slice(token);
        token.line - text.matches('\n').count() as u32
    }

    fn last(&self) -> &Token {
        &self.tokens.list[self.fill - 1]
    }

    fn unclosed(&self) -> SyntaxError {
        let Some(bracket) = self.tokens.open.last() else {
            return self.at_last(Kind::SyntaxError, "unexpected EOF while parsing");
        };
        let place = self.tokens.places.at(bracket.start);
        let message = format!("'{}' was never closed", char::from(bracket.kind));
        error(Kind::SyntaxError, message, (place.line, place.column as i32 + 1), (place.line, 0))
    }

    /// An error at the last token looked at.
    pub fn at_last(&self, kind: Kind, message: impl Into<String>) -> SyntaxError {
        let (start, end) = self.tokens.last_seen(self.last());
        error(kind, message, start, end)
    }

    /// An error from the beginning of one node to the end of another.
    pub fn between(&self, first: NodeId, last: NodeId, message: impl Into<String>) -> SyntaxError {
        let start = self.tokens.start(&self.tokens.list[self.nodes[first].start]);
        let end = self.tokens.end(&self.tokens.list[self.nodes[last].end - 1]);
        error(Kind::SyntaxError, message, start, end)
    }

    /// An error from the beginning of a node to the last token looked at.
    pub fn from(&self, first: NodeId, message: impl Into<String>) -> SyntaxError {
        let start = self.tokens.start(&self.tokens.list[self.nodes[first].start]);
        error(Kind::SyntaxError, message, start, self.tokens.cursor(self.last()))
    }

    /// The brackets around the token before the mark.
    pub fn level_before_mark(&self) -> usize {
        self.tokens.list[self.mark - 1].level
    }

    pub fn text(&self, node: NodeId) -> &'a str {
        let Node { start, end, .. } = self.nodes[node];
        &self.tokens.text[self.tokens.list[start].start..self.tokens.list[end - 1].end]
    }

    pub fn line(&self, node: NodeId) -> u32 {
        self.tokens.start(&self.tokens.list[self.nodes[node].start]).0
    }

    fn rule(&mut self, id: RuleId) -> Read {
        let rule = &self.grammar.rules[id];
        let start = self.mark;
        if rule.memo
            && let Some(known) = self.memo.get(start).and_then(|known| known.iter().find(|known| known.rule == id))
        {
            self.mark = known.end;
            return Ok(known.node);
        }
        self.steps += 1;
        if self.depth == DEPTH || self.steps == STEPS {
            return Err(Box::new(Failure::GivenUp));
        }
        self.depth += 1;
        let seeking = self.seeking_mistakes;
        self.seeking_mistakes &= !rule.lenient;
        let read = if rule.left_recursive { self.grow(id) } else { self.alternatives(&rule.alternatives) };
        self.seeking_mistakes = seeking;
        self.depth -= 1;
        let node = read?;
        if rule.memo {
            self.remember(start, Known { rule: id, node, end: self.mark });
        }
        Ok(node)
    }

    fn remember(&mut self, start: usize, known: Known) {
        if self.memo.len() <= start {
            self.memo.resize_with(start + 1, Vec::new);
        }
        match self.memo[start].iter_mut().find(|other| other.rule == known.rule) {
            Some(other) => *other = known,
            None => self.memo[start].push(known),
        }
    }

    /// Reads a rule that begins with itself: what it has read so far is its own beginning, as long as that grows.
    fn grow(&mut self, id: RuleId) -> Read {
        let start = self.mark;
        let mut best = (None, start);
        loop {
            self.remember(start, Known { rule: id, node: best.0, end: best.1 });
            self.mark = start;
            let node = self.alternatives(&self.grammar.rules[id].alternatives)?;
            if node.is_none() || self.mark <= best.1 {
                break;
            }
            best = (node, self.mark);
        }
        self.mark = best.1;
        Ok(best.0)
    }

    fn alternatives(&mut self, alternatives: &'static [Alternative]) -> Read {
        let start = self.mark;
        for alternative in alternatives {
            if alternative.invalid && !self.seeking_mistakes {
                continue;
            }
            let mut cut = false;
            match self.alternative(alternative, &mut cut)? {
                Matched::Node(node) => return Ok(Some(node)),
                Matched::Refused => {
                    self.mark = start;
                    return Ok(None);
                }
                Matched::Not => self.mark = start,
            }
            if cut {
                return Ok(None);
            }
        }
        Ok(None)
    }

    fn alternative(&mut self, alternative: &'static Alternative, cut: &mut bool) -> Read<Matched> {
        let start = self.mark;
        let mut labels: Labels = [None, None];
        let mut nodes = Vec::new();
        for (label, item) in &alternative.items {
            if matches!(item, Item::Cut) {
                *cut = true;
                continue;
            }
            let Some(node) = self.item(item)? else { return Ok(Matched::Not) };
            if !matches!(item, Item::Ahead(_) | Item::NotAhead(_)) {
                nodes.push(node);
            }
            self.label(&mut labels, *label, node);
        }
        self.outcome(&alternative.outcome, start, labels, nodes)
    }

    fn label(&self, labels: &mut Labels, label: Label, node: NodeId) {
        match label {
            Some('a') => labels[0] = Some(node),
            Some(_) => labels[1] = Some(node),
            None => {}
        }
    }

    fn outcome(&mut self, outcome: &'static Outcome, start: usize, labels: Labels, nodes: Vec<NodeId>) -> Read<Matched> {
        let labelled = |label: char| labels[usize::from(label == 'b')].unwrap_or_default();
        Ok(match outcome {
            Outcome::Plain if nodes.len() == 1 => Matched::Node(nodes[0]),
            Outcome::Plain => Matched::Node(self.node(STRETCH, start, nodes)),
            Outcome::Node(kind) => Matched::Node(self.node(kind, start, nodes)),
            Outcome::Label(label) => Matched::Node(labelled(*label)),
            Outcome::Complaint { name, labels, message } => {
                let arguments: Vec<NodeId> = labels.iter().map(|&label| labelled(label)).collect();
                match (self.complain)(self, name, &arguments, message)? {
                    Some(node) => Matched::Node(node),
                    None => Matched::Refused,
                }
            }
        })
    }

    /// Makes a node of what was read since `start`, with the expressions among `nodes` as its children.
    fn node(&mut self, kind: &'static str, start: usize, nodes: Vec<NodeId>) -> NodeId {
        let mut children = Vec::new();
        for node in nodes {
            match self.nodes[node].kind {
                STRETCH => children.extend_from_slice(&self.nodes[node].children),
                TOKEN => {}
                _ => children.push(node),
            }
        }
        self.nodes.push(Node { kind, start, end: self.mark, children });
        self.nodes.len() - 1
    }

    /// The same stretch under another kind.
    pub fn renamed(&mut self, node: NodeId, kind: &'static str) -> NodeId {
        let Node { start, end, .. } = self.nodes[node];
        self.nodes.push(Node { kind, start, end, children: Vec::new() });
        self.nodes.len() - 1
    }

    fn item(&mut self, item: &'static Item) -> Read {
        match item {
            Item::Token(text) => self.token(TOKEN, |kind, found| matches!(kind, TokenKind::Name | TokenKind::Operator) && found == *text),
            Item::Soft(text) => self.token(TOKEN, |kind, found| kind == TokenKind::Name && found == *text),
            Item::Kind(TokenKind::Name) => self.token("Name", |kind, found| kind == TokenKind::Name && !is_keyword(found)),
            Item::Kind(wanted) => self.token(TOKEN, |kind, _| kind == *wanted),
            Item::Rule(id) => self.rule(*id),
            Item::Group(alternatives) => self.alternatives(alternatives),
            Item::Optional(item) => {
                let start = self.mark;
                match self.item(item)? {
                    Some(node) => Ok(Some(node)),
                    None => {
                        self.mark = start;
                        Ok(Some(self.node(STRETCH, start, Vec::new())))
                    }
                }
            }
            Item::Any(item) => self.repeat(item, None, 0),
            Item::Many(item) => self.repeat(item, None, 1),
            Item::Separated(separator, item) => self.repeat(item, Some(separator), 1),
            Item::Ahead(item) => {
                let start = self.mark;
                let node = self.item(item)?;
                self.mark = start;
                Ok(node)
            }
            Item::NotAhead(item) => {
                let start = self.mark;
                let node = self.item(item)?;
                self.mark = start;
                Ok(if node.is_some() { None } else { Some(self.node(STRETCH, start, Vec::new())) })
            }
            Item::Cut => Ok(None),
            Item::Forced(text) => self.forced(text),
        }
    }

    fn repeat(&mut self, item: &'static Item, separator: Option<&'static Item>, least: usize) -> Read {
        let start = self.mark;
        let mut nodes = Vec::new();
        loop {
            let before = self.mark;
            if let (Some(separator), false) = (separator, nodes.is_empty())
                && self.item(separator)?.is_none()
            {
                self.mark = before;
                break;
            }
            match self.item(item)? {
                Some(node) if self.mark > before => nodes.push(node),
                _ => {
                    self.mark = before;
                    break;
                }
            }
        }
        Ok(if nodes.len() < least { None } else { Some(self.node(STRETCH, start, nodes)) })
    }

    fn forced(&mut self, text: &'static str) -> Read {
        let token = *self.look()?;
        if token.kind == TokenKind::Operator && self.tokens.slice(&token) == text {
            return self.token(TOKEN, |_, _| true);
        }
        let (start, end) = (self.tokens.start(&token), self.tokens.end(&token));
        let error = error(Kind::SyntaxError, format!("expected '{text}'"), start, end);
        Err(Box::new(Failure::Raised(error)))
    }

    fn token(&mut self, kind: &'static str, matches: impl Fn(TokenKind, &str) -> bool) -> Read {
        let token = self.look()?;
        if !matches(token.kind, self.tokens.slice(token)) {
            return Ok(None);
        }
        let start = self.mark;
        self.mark += 1;
        self.nodes.push(Node { kind, start, end: self.mark, children: Vec::new() });
        Ok(Some(self.nodes.len() - 1))
    }

    /// The token at the mark; where there are no more, the error that stopped the tokenizer.
    fn look(&mut self) -> Read<&'a Token> {
        if let Some(token) = self.tokens.list.get(self.mark) {
            self.fill = self.fill.max(self.mark + 1);
            return Ok(token);
        }
        let error = match &self.tokens.stop {
            Stop::Raised(error) | Stop::Met(error) => error.clone(),
            Stop::Unclosed | Stop::End => self.unclosed(),
        };
        Err(Box::new(Failure::Final(error)))
    }
}

/// What became of an alternative.
enum Matched {
    Node(NodeId),
    Not,
    /// It matched, and has nothing to say after all: the rule fails, its other alternatives untried.
    Refused,
}

const KEYWORDS: [&str; 35] = [
    "False", "None", "True", "and", "as", "assert", "async", "await", "break", "class", "continue", "def", "del", "elif", "else", "except",
    "finally", "for", "from", "global", "if", "import", "in", "is", "lambda", "nonlocal", "not", "or", "pass", "raise", "return", "try",
    "while", "with", "yield",
];

fn is_keyword(name: &str) -> bool {
    KEYWORDS.binary_search(&name).is_ok()
}
