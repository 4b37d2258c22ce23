//! Reads the notation of `grammar.rs` into rules.

use std::collections::HashMap;
use std::sync::LazyLock;

use super::grammar::GRAMMAR;
use super::tokens::TokenKind;

/// The whole grammar.
pub struct Grammar {
    pub rules: Vec<Rule>,
    by_name: HashMap<&'static str, RuleId>,
}

pub type RuleId = usize;

pub struct Rule {
    pub memo: bool,
    /// Nothing in it looks for mistakes.
    pub lenient: bool,
    /// Its first item is itself.
    pub left_recursive: bool,
    pub alternatives: Vec<Alternative>,
}

pub struct Alternative {
    pub items: Vec<(Label, Item)>,
    pub outcome: Outcome,
    /// Left out until the source is known to be wrong.
    pub invalid: bool,
}

/// `a` or `b`, where an item has one.
pub type Label = Option<char>;

pub enum Item {
    /// A keyword or an operator.
    Token(&'static str),
    /// A name that is a keyword only here.
    Soft(&'static str),
    Kind(TokenKind),
    Rule(RuleId),
    Group(Vec<Alternative>),
    Optional(Box<Item>),
    Any(Box<Item>),
    Many(Box<Item>),
    /// One or more, with the first between them.
    Separated(Box<Item>, Box<Item>),
    Ahead(Box<Item>),
    NotAhead(Box<Item>),
    Cut,
    Forced(&'static str),
}

/// What a matched alternative comes to.
pub enum Outcome {
    /// Its only item, or just a stretch of source.
    Plain,
    Node(&'static str),
    Label(char),
    Complaint {
        name: &'static str,
        labels: Vec<char>,
        message: &'static str,
    },
}

impl Grammar {
    pub fn python() -> &'static Grammar {
        static PYTHON: LazyLock<Grammar> = LazyLock::new(|| Grammar::read(GRAMMAR));
        &PYTHON
    }

    /// A rule by its name. The grammar is ours, so a name it lacks is a mistake of ours.
    pub fn rule(&self, name: &str) -> RuleId {
        *self.by_name.get(name).unwrap_or_else(|| panic!("the grammar has no rule {name}"))
    }

    fn read(source: &'static str) -> Grammar {
        let words: Vec<&str> = words(source);
        let is_head = |at: usize| is_rule_name(words[at]) && heads_rule(&words[at + 1..]);
        let heads: Vec<usize> = (0..words.len()).filter(|&at| is_head(at)).collect();
        let by_name = heads.iter().enumerate().map(|(id, &at)| (words[at], id)).collect();
        let mut grammar = Grammar { rules: Vec::new(), by_name };
        for (id, &head) in heads.iter().enumerate() {
            let end = heads.get(id + 1).copied().unwrap_or(words.len());
            let rule = Reader { grammar: &grammar, words: &words[head..end], at: 0 }.rule(id);
            grammar.rules.push(rule);
        }
        grammar
    }
}

fn heads_rule(after: &[&str]) -> bool {
    matches!(after, [":", ..] | ["memo" | "lenient", ":", ..])
}

fn is_rule_name(word: &str) -> bool {
    word.starts_with(|first: char| first.is_ascii_lowercase()) && word.len() > 1 && !matches!(word, "memo" | "lenient")
}

/// Cuts the notation into words: quoted texts, names, `&&`, `->` and single signs.
fn words(source: &'static str) -> Vec<&'static str> {
    let mut words = Vec::new();
    let mut rest = source.trim_start();
    while let Some(first) = rest.chars().next() {
        let length = match first {
            '\'' => rest[1..].find('\'').map_or(rest.len(), |end| end + 2),
            '"' => quoted_length(rest),
            '&' if rest.starts_with("&&") => 2,
            '-' => 2,
            _ if is_name_character(first) => rest.find(|c| !is_name_character(c)).unwrap_or(rest.len()),
            _ => 1,
        };
        words.push(&rest[..length]);
        rest = rest[length..].trim_start();
    }
    words
}

fn is_name_character(character: char) -> bool {
    character == '_' || character.is_ascii_alphanumeric()
}

fn quoted_length(rest: &str) -> usize {
    let mut escaped = false;
    let end = rest.char_indices().skip(1).find(|&(_, character)| {
        let closes = character == '"' && !escaped;
        escaped = character == '\\' && !escaped;
        closes
    });
    end.map_or(rest.len(), |(at, _)| at + 1)
}

struct Reader<'a> {
    grammar: &'a Grammar,
    words: &'a [&'static str],
    at: usize,
}

impl Reader<'_> {
    fn peek(&self) -> &'static str {
        self.words.get(self.at).copied().unwrap_or("")
    }

    fn take(&mut self) -> &'static str {
        let word = self.peek();
        self.at += 1;
        word
    }

    fn takes(&mut self, word: &str) -> bool {
        let found = self.peek() == word;
        self.at += usize::from(found);
        found
    }

    fn rule(mut self, id: RuleId) -> Rule {
        self.take();
        let memo = self.takes("memo");
        let lenient = self.takes("lenient");
        self.takes(":");
        self.takes("|");
        let alternatives = self.alternatives();
        let recursive = |alternative: &Alternative| matches!(alternative.items.first(), Some((_, Item::Rule(first))) if *first == id);
        let left_recursive = alternatives.iter().any(recursive);
        Rule { memo: memo || left_recursive, lenient, left_recursive, alternatives }
    }

    fn alternatives(&mut self) -> Vec<Alternative> {
        let mut alternatives = vec![self.alternative()];
        while self.takes("|") {
            alternatives.push(self.alternative());
        }
        alternatives
    }

    fn alternative(&mut self) -> Alternative {
        let mut items = Vec::new();
        while !matches!(self.peek(), "" | "|" | ")" | "->" | "@") {
            items.push(self.labelled_item());
        }
        let invalid = match items.as_slice() {
            [(None, Item::Rule(_))] => self.words[self.at - 1].starts_with("wrong_"),
            _ => false,
        };
        Alternative { items, outcome: self.outcome(), invalid }
    }

    fn outcome(&mut self) -> Outcome {
        if self.takes("->") {
            let word = self.take();
            return match word.chars().next() {
                Some(label) if word.len() == 1 => Outcome::Label(label),
                _ => Outcome::Node(word),
            };
        }
        if !self.takes("@") {
            return Outcome::Plain;
        }
        let name = self.take();
        let mut labels = Vec::new();
        while self.peek().len() == 1 && self.peek().starts_with(|first: char| first.is_ascii_lowercase()) {
            labels.extend(self.take().chars());
        }
        let message = if self.peek().starts_with('"') { unquoted(self.take()) } else { "" };
        Outcome::Complaint { name, labels, message }
    }

    fn labelled_item(&mut self) -> (Label, Item) {
        let label = match self.words.get(self.at + 1) {
            Some(&"=") => {
                let label = self.take().chars().next();
                self.take();
                label
            }
            _ => None,
        };
        (label, self.item())
    }

    fn item(&mut self) -> Item {
        match self.peek() {
            "~" => {
                self.take();
                return Item::Cut;
            }
            "&&" => {
                self.take();
                return Item::Forced(unquoted(self.take()));
            }
            "&" => {
                self.take();
                return Item::Ahead(Box::new(self.atom()));
            }
            "!" => {
                self.take();
                return Item::NotAhead(Box::new(self.atom()));
            }
            _ => {}
        }
        let atom = Box::new(self.atom());
        match self.peek() {
            "?" => {
                self.take();
                Item::Optional(atom)
            }
            "*" => {
                self.take();
                Item::Any(atom)
            }
            "+" => {
                self.take();
                Item::Many(atom)
            }
            "." => {
                self.take();
                let item = Box::new(self.atom());
                self.takes("+");
                Item::Separated(atom, item)
            }
            _ => *atom,
        }
    }

    fn atom(&mut self) -> Item {
        let word = self.take();
        match word {
            "(" => {
                let group = Item::Group(self.alternatives());
                self.takes(")");
                group
            }
            "NAME" => Item::Kind(TokenKind::Name),
            "NUMBER" => Item::Kind(TokenKind::Number),
            "STRING" => Item::Kind(TokenKind::String),
            "NEWLINE" => Item::Kind(TokenKind::Newline),
            "INDENT" => Item::Kind(TokenKind::Indent),
            "DEDENT" => Item::Kind(TokenKind::Dedent),
            "END" => Item::Kind(TokenKind::End),
            _ if word.starts_with('\'') => Item::Token(unquoted(word)),
            _ if word.starts_with('"') => Item::Soft(unquoted(word)),
            _ => Item::Rule(self.grammar.rule(word)),
        }
    }
}

/// The text between a word's quotes.
fn unquoted(word: &'static str) -> &'static str {
    word.get(1..word.len().saturating_sub(1)).unwrap_or_default()
}
