//! The syntax of patterns, and CPython's words and places for every mistake in one.

use super::chars::{Alphabet, Category, Item, Set, canonical, has_case};
use super::tree::{Around, Node, Position, Repeat};
use super::{Refusal, flag};
use crate::limits::REGEX_DEPTH;
use crate::object::fuel;
use crate::object::text::{repr_str, unicode};

/// What a pattern says.
pub struct Parsed {
    pub root: Node,
    pub flags: u32,
    pub groups: usize,
    pub names: Vec<(String, usize)>,
    pub warnings: Vec<String>,
}

/// More repetitions than that CPython can't count.
const MOST_REPEATS: u64 = u32::MAX as u64;

/// The flags that say which characters are letters.
const TYPE_FLAGS: u32 = flag::ASCII | flag::LOCALE | flag::UNICODE;

pub fn parse(pattern: &[char], is_text: bool, flags: u32) -> Result<Parsed, Refusal> {
    let (closed, names, warnings) = (Vec::new(), Vec::new(), Vec::new());
    let mut parser = Parser { pattern, at: 0, is_text, flags, closed, names, warnings, lookbehind_groups: None };
    parser.check_last_escape()?;
    // Whether the flags exclude each other is said at the end, as CPython does; until then ASCII wins.
    let root = parser.alternatives(None, 0)?;
    parser.flags = fixed(parser.flags, is_text)?;
    if parser.peek().is_some() {
        return Err(parser.error("unbalanced parenthesis", 0));
    }
    Ok(Parsed { root, flags: parser.flags, groups: parser.closed.len(), names: parser.names, warnings: parser.warnings })
}

/// The flags with the one of the pattern's type, if they go together.
fn fixed(flags: u32, is_text: bool) -> Result<u32, Refusal> {
    let has = |wanted: u32| flags & wanted != 0;
    match is_text {
        true if has(flag::LOCALE) => Err(Refusal::Flags("cannot use LOCALE flag with a str pattern")),
        true if !has(flag::ASCII) => Ok(flags | flag::UNICODE),
        true if has(flag::UNICODE) => Err(Refusal::Flags("ASCII and UNICODE flags are incompatible")),
        false if has(flag::UNICODE) => Err(Refusal::Flags("cannot use UNICODE flag with a bytes pattern")),
        false if has(flag::LOCALE) && has(flag::ASCII) => Err(Refusal::Flags("ASCII and LOCALE flags are incompatible")),
        _ => Ok(flags),
    }
}

struct Parser<'a> {
    pattern: &'a [char],
    at: usize,
    is_text: bool,
    /// The pattern's flags.
    flags: u32,
    /// For each group whether it has been closed.
    closed: Vec<bool>,
    names: Vec<(String, usize)>,
    /// What will mean something else one day.
    warnings: Vec<String>,
    /// Inside of a lookbehind: how many groups there were before it.
    lookbehind_groups: Option<usize>,
}

/// What the last item of a sequence is, for a repetition behind it.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Last {
    Nothing,
    Position,
    Repeated,
    Item,
}

/// What stands in brackets, or behind a backslash.
#[derive(Clone, Copy)]
enum Member {
    Char(char),
    Category(Item),
}

type Parse<T> = Result<T, Refusal>;

impl Parser<'_> {
    // The text.

    fn peek(&self) -> Option<char> {
        self.pattern.get(self.at).copied()
    }

    /// Takes a character, a backslash with what it escapes.
    fn take(&mut self) -> Parse<Option<char>> {
        let Some(c) = self.peek() else { return Ok(None) };
        fuel::go_on(1)?;
        self.at += if c == '\\' { 2 } else { 1 };
        self.check_last_escape()?;
        Ok(Some(c))
    }

    /// A lone backslash at the end is complained about as soon as it comes next.
    fn check_last_escape(&self) -> Parse<()> {
        if self.at + 1 == self.pattern.len() && self.peek() == Some('\\') {
            return Err(self.error("bad escape (end of pattern)", 0));
        }
        Ok(())
    }

    fn accept(&mut self, wanted: char) -> Parse<bool> {
        let found = self.peek() == Some(wanted);
        if found {
            self.take()?;
        }
        Ok(found)
    }

    /// Up to `most` characters of this kind.
    fn take_while(&mut self, most: usize, wanted: impl Fn(char) -> bool) -> Parse<String> {
        let mut taken = String::new();
        while taken.len() < most {
            match self.peek().filter(|c| wanted(*c)) {
                Some(c) => taken.push(c),
                None => break,
            }
            self.take()?;
        }
        Ok(taken)
    }

    /// Up to the terminator, which is taken too.
    fn take_until(&mut self, terminator: char, what: &str) -> Parse<String> {
        let start = self.at;
        loop {
            let here = self.at;
            let taken: String = self.pattern[start..here].iter().collect();
            match self.take()? {
                None if taken.is_empty() => return Err(self.error(format!("missing {what}"), 0)),
                None => return Err(self.error(format!("missing {terminator}, unterminated name"), here - start)),
                Some(c) if c == terminator && taken.is_empty() => return Err(self.error(format!("missing {what}"), 1)),
                Some(c) if c == terminator => return Ok(taken),
                Some(_) => {}
            }
        }
    }

    /// A mistake so many characters before here.
    fn error(&self, message: impl Into<String>, back: usize) -> Refusal {
        Refusal::Pattern { message: message.into(), position: Some(self.at - back) }
    }

    /// What CPython has and an engine without backtracking can't have.
    fn refuse(&self, what: &str, back: usize) -> Refusal {
        self.error(format!("the playground's regular expressions run in linear time: {what} are not available"), back)
    }

    // Flags.

    fn alphabet(&self, flags: u32) -> Alphabet {
        if self.is_text && flags & flag::ASCII == 0 { Alphabet::Unicode } else { Alphabet::Ascii }
    }

    fn char(&self, c: char, flags: u32) -> Node {
        if flags & flag::IGNORECASE != 0 && has_case(c, self.alphabet(flags)) {
            let c = canonical(c, self.alphabet(flags));
            return Node::Set(self.set(vec![Item::Range(c, c)], false, flags));
        }
        Node::Char(c)
    }

    fn set(&self, items: Vec<Item>, negated: bool, flags: u32) -> Set {
        Set::new(&items, negated, self.alphabet(flags), flags & flag::IGNORECASE != 0)
    }

    // Alternatives and sequences.

    /// `a|b|c`. Without `flags` it is the whole pattern, whose flags may come at its beginning.
    fn alternatives(&mut self, flags: Option<u32>, depth: usize) -> Parse<Node> {
        if depth > REGEX_DEPTH {
            return Err(self.error(format!("the playground's regular expressions nest {REGEX_DEPTH} deep at most"), 0));
        }
        let mut nodes = Vec::new();
        loop {
            let first = flags.is_none() && nodes.is_empty();
            nodes.push(self.sequence(flags.unwrap_or(self.flags), first, depth)?);
            if !self.accept('|')? {
                break;
            }
        }
        Ok(if nodes.len() == 1 { nodes.remove(0) } else { Node::Branch(nodes) })
    }

    fn sequence(&mut self, mut flags: u32, first: bool, depth: usize) -> Parse<Node> {
        let mut nodes: Vec<Node> = Vec::new();
        while let Some(c) = self.peek().filter(|c| !matches!(c, '|' | ')')) {
            let start = self.at;
            self.take()?;
            if flags & flag::VERBOSE != 0 && self.skips(c)? {
                continue;
            }
            match c {
                '\\' => {
                    let node = self.escape(start, flags)?;
                    nodes.push(node);
                }
                '[' => nodes.push(self.brackets(start, flags)?),
                '.' => nodes.push(if flags & flag::DOTALL != 0 { Node::Any } else { Node::AnyButNewline }),
                '^' => nodes.push(Node::At(if flags & flag::MULTILINE != 0 { Position::LineStart } else { Position::Start })),
                '$' => nodes.push(Node::At(if flags & flag::MULTILINE != 0 { Position::LineEnd } else { Position::EndOrLastNewline })),
                '*' | '+' | '?' | '{' => self.repetition(&mut nodes, c, start, flags)?,
                '(' => {
                    let global = self.group(&mut nodes, start, flags, first, depth)?;
                    flags |= global;
                }
                c => nodes.push(self.char(c, flags)),
            }
        }
        Ok(match nodes.len() {
            0 => Node::Empty,
            1 => nodes.remove(0),
            _ => Node::Sequence(nodes),
        })
    }

    /// White space and comments of verbose patterns.
    fn skips(&mut self, c: char) -> Parse<bool> {
        if c == '#' {
            while self.take()?.is_some_and(|c| c != '\n') {}
        }
        Ok(matches!(c, ' ' | '\t' | '\n' | '\r' | '\x0b' | '\x0c' | '#'))
    }

    // Repetitions.

    fn repetition(&mut self, nodes: &mut Vec<Node>, c: char, start: usize, flags: u32) -> Parse<()> {
        let here = self.at;
        let (least, most) = match c {
            '?' => (0, Some(1)),
            '*' => (0, None),
            '+' => (1, None),
            _ => match self.counts(here)? {
                Some(counts) => counts,
                None => {
                    self.at = here;
                    nodes.push(self.char('{', flags));
                    return Ok(());
                }
            },
        };
        match last(nodes) {
            Last::Nothing | Last::Position => return Err(self.error("nothing to repeat", self.at - start)),
            Last::Repeated => return Err(self.error("multiple repeat", self.at - start)),
            Last::Item => {}
        }
        let greedy = !self.accept('?')?;
        if greedy && self.accept('+')? {
            return Err(self.refuse("possessive quantifiers", self.at - start));
        }
        if let Some(node) = nodes.pop() {
            nodes.push(Node::Repeat(Repeat { node: Box::new(node), least, most, greedy }));
        }
        Ok(())
    }

    /// `2,5}` behind a brace; none if it is none.
    fn counts(&mut self, here: usize) -> Parse<Option<(u32, Option<u32>)>> {
        if self.peek() == Some('}') {
            return Ok(None);
        }
        let low = self.take_while(usize::MAX, |c| c.is_ascii_digit())?;
        let high = if self.accept(',')? { self.take_while(usize::MAX, |c| c.is_ascii_digit())? } else { low.clone() };
        if !self.accept('}')? {
            return Ok(None);
        }
        let count = |digits: &str| match digits.parse::<u64>() {
            _ if digits.is_empty() => Ok(None),
            Ok(count) if count < MOST_REPEATS => Ok(Some(count as u32)),
            _ => Err(Refusal::Repetition),
        };
        let (least, most) = (count(&low)?.unwrap_or(0), count(&high)?);
        if most.is_some_and(|most| most < least) {
            return Err(self.error("min repeat greater than max repeat", self.at - here));
        }
        Ok(Some((least, most)))
    }

    // Groups.

    /// What stands in parentheses; answers flags that it sets for the whole pattern.
    fn group(&mut self, nodes: &mut Vec<Node>, start: usize, flags: u32, first: bool, depth: usize) -> Parse<u32> {
        if !self.accept('?')? {
            nodes.push(self.capturing(None, start, flags, depth)?);
            return Ok(0);
        }
        let kind_at = self.at;
        let Some(kind) = self.take()? else { return Err(self.error("unexpected end of pattern", 0)) };
        match kind {
            'P' => nodes.push(self.python_extension(start, flags, depth)?),
            ':' => nodes.push(Node::Scoped(Box::new(self.inside(start, flags, depth)?))),
            '#' => self.comment(start)?,
            '=' | '!' | '<' => nodes.push(self.around(kind, start, flags, depth)?),
            '(' => return Err(self.refuse("conditional groups", self.at - start)),
            '>' => return Err(self.refuse("atomic groups", self.at - start)),
            kind if kind == '-' || flag_of(kind).is_some() => match self.inline_flags(kind)? {
                InlineFlags::Global => {
                    if !first || !nodes.is_empty() {
                        return Err(self.error("global flags not at the start of the expression", self.at - start));
                    }
                    return Ok(self.flags);
                }
                InlineFlags::Scoped { on, off } => {
                    let base = if on & TYPE_FLAGS != 0 { flags & !TYPE_FLAGS } else { flags };
                    nodes.push(Node::Scoped(Box::new(self.inside(start, (base | on) & !off, depth)?)));
                }
            },
            _ => {
                let token = self.token(kind_at);
                return Err(self.error(format!("unknown extension ?{token}"), token.chars().count() + 1));
            }
        }
        Ok(0)
    }

    /// The character or escape at a place, as it stands.
    fn token(&self, at: usize) -> String {
        self.pattern[at..self.at].iter().collect()
    }

    /// The rest of a group, up to its parenthesis.
    fn inside(&mut self, start: usize, flags: u32, depth: usize) -> Parse<Node> {
        let node = self.alternatives(Some(flags), depth + 1)?;
        self.close(start)?;
        Ok(node)
    }

    fn close(&mut self, start: usize) -> Parse<()> {
        if self.accept(')')? { Ok(()) } else { Err(self.error("missing ), unterminated subpattern", self.at - start)) }
    }

    fn capturing(&mut self, name: Option<String>, start: usize, flags: u32, depth: usize) -> Parse<Node> {
        self.closed.push(false);
        let group = self.closed.len();
        if let Some(name) = name {
            if let Some((_, known)) = self.names.iter().find(|(known, _)| *known == name) {
                let message = format!("redefinition of group name {} as group {group}; was group {known}", repr_str(&name));
                return Err(self.error(message, name.chars().count() + 1));
            }
            self.names.push((name, group));
        }
        let node = self.inside(start, flags, depth)?;
        self.closed[group - 1] = true;
        Ok(Node::Group(group, Box::new(node)))
    }

    fn comment(&mut self, start: usize) -> Parse<()> {
        loop {
            match self.take()? {
                Some(')') => return Ok(()),
                Some(_) => {}
                None => return Err(self.error("missing ), unterminated comment", self.at - start)),
            }
        }
    }

    fn python_extension(&mut self, start: usize, flags: u32, depth: usize) -> Parse<Node> {
        if self.accept('<')? {
            let name = self.take_until('>', "group name")?;
            self.check_name(&name)?;
            return self.capturing(Some(name), start, flags, depth);
        }
        if self.accept('=')? {
            let name = self.take_until(')', "group name")?;
            self.check_name(&name)?;
            let Some((_, group)) = self.names.iter().find(|(known, _)| *known == name).cloned() else {
                return Err(self.error(format!("unknown group name {}", repr_str(&name)), name.chars().count() + 1));
            };
            self.check_reference(group, name.chars().count() + 1)?;
            return Err(self.refuse("backreferences", self.at - start));
        }
        let here = self.at;
        match self.take()? {
            None => Err(self.error("unexpected end of pattern", 0)),
            Some(_) => {
                let token = self.token(here);
                Err(self.error(format!("unknown extension ?P{token}"), token.chars().count() + 2))
            }
        }
    }

    fn check_name(&self, name: &str) -> Parse<()> {
        let mut chars = name.chars();
        if chars.next().is_some_and(unicode::starts_identifier) && chars.all(unicode::continues_identifier) {
            return Ok(());
        }
        Err(self.error(format!("bad character in group name {}", repr_str(name)), name.chars().count() + 1))
    }

    /// Whether a group may be referred to from here.
    fn check_reference(&self, group: usize, back: usize) -> Parse<()> {
        if !self.closed.get(group - 1).copied().unwrap_or(false) {
            return Err(self.error("cannot refer to an open group", back));
        }
        if self.lookbehind_groups.is_some_and(|before| group > before) {
            return Err(self.error("cannot refer to group defined in the same lookbehind subpattern", 0));
        }
        Ok(())
    }

    fn around(&mut self, kind: char, start: usize, flags: u32, depth: usize) -> Parse<Node> {
        if kind != '<' {
            let node = Box::new(self.inside(start, flags, depth)?);
            return Ok(Node::Around(Around { node, ahead: true, negated: kind == '!' }));
        }
        let here = self.at;
        let negated = match self.take()? {
            Some('=') => false,
            Some('!') => true,
            Some(_) => {
                let token = self.token(here);
                return Err(self.error(format!("unknown extension ?<{token}"), token.chars().count() + 2));
            }
            None => return Err(self.error("unexpected end of pattern", 0)),
        };
        let outer = self.lookbehind_groups;
        self.lookbehind_groups = outer.or(Some(self.closed.len()));
        let node = Box::new(self.inside(start, flags, depth)?);
        self.lookbehind_groups = outer;
        Ok(Node::Around(Around { node, ahead: false, negated }))
    }

    /// `i)`, `i:`, `i-s:`, from their first letter on.
    fn inline_flags(&mut self, first: char) -> Parse<InlineFlags> {
        let mut on = 0;
        let mut c = first;
        while c != '-' {
            let flag = flag_of(c).unwrap_or(0);
            if self.is_text && c == 'L' {
                return Err(self.error("bad inline flags: cannot use 'L' flag with a str pattern", 0));
            }
            if !self.is_text && c == 'u' {
                return Err(self.error("bad inline flags: cannot use 'u' flag with a bytes pattern", 0));
            }
            on |= flag;
            if flag & TYPE_FLAGS != 0 && on & TYPE_FLAGS != flag {
                return Err(self.error("bad inline flags: flags 'a', 'u' and 'L' are incompatible", 0));
            }
            c = self.flag_letter("missing -, : or )", |c| matches!(c, ')' | '-' | ':'))?;
            if matches!(c, ')' | ':') {
                break;
            }
        }
        if c == ')' {
            self.flags |= on;
            return Ok(InlineFlags::Global);
        }
        let mut off = 0;
        if c == '-' {
            c = self.flag_letter("missing flag", |_| false)?;
            while c != ':' {
                let flag = flag_of(c).unwrap_or(0);
                if flag & TYPE_FLAGS != 0 {
                    return Err(self.error("bad inline flags: cannot turn off flags 'a', 'u' and 'L'", 0));
                }
                off |= flag;
                c = self.flag_letter("missing :", |c| c == ':')?;
            }
        }
        if on & off != 0 {
            return Err(self.error("bad inline flags: flag turned on and off", 1));
        }
        Ok(InlineFlags::Scoped { on, off })
    }

    /// The next letter of a flag, or one of those that may stand there instead.
    fn flag_letter(&mut self, missing: &str, also: impl Fn(char) -> bool) -> Parse<char> {
        let here = self.at;
        match self.take()? {
            None => Err(self.error(missing, 0)),
            Some(c) if also(c) || flag_of(c).is_some() => Ok(c),
            Some(c) => Err(self.error(if unicode::is_alpha(c) { "unknown flag" } else { missing }, self.at - here)),
        }
    }

    // Escapes.

    /// What a backslash begins, which has been taken with the character behind it.
    fn escape(&mut self, start: usize, flags: u32) -> Parse<Node> {
        let c = self.pattern[start + 1];
        let alphabet = self.alphabet(flags);
        match c {
            'A' => return Ok(Node::At(Position::Start)),
            'Z' => return Ok(Node::At(Position::End)),
            'b' => return Ok(Node::At(Position::Boundary(alphabet))),
            'B' => return Ok(Node::At(Position::NoBoundary(alphabet))),
            '0' => {
                let octal = self.take_while(2, |c| c.is_digit(8))?;
                return Ok(self.char(octal_char(&octal), flags));
            }
            '1'..='9' => return self.reference(c, start, flags),
            _ => {}
        }
        Ok(match self.common_escape(c, start)? {
            Member::Char(c) => self.char(c, flags),
            Member::Category(item) => Node::Set(self.set(vec![item], false, flags)),
        })
    }

    /// `\1`: a reference, or an octal escape of three digits.
    fn reference(&mut self, c: char, start: usize, flags: u32) -> Parse<Node> {
        let mut digits = String::from(c);
        if let Some(second) = self.peek().filter(char::is_ascii_digit) {
            self.take()?;
            digits.push(second);
            if digits.chars().all(|c| c.is_digit(8)) && self.peek().is_some_and(|c| c.is_digit(8)) {
                digits += &self.take_while(1, |_| true)?;
                self.check_octal(&digits, start)?;
                return Ok(self.char(octal_char(&digits), flags));
            }
        }
        let group: usize = digits.parse().unwrap_or(usize::MAX);
        if group > self.closed.len() {
            return Err(self.error(format!("invalid group reference {group}"), digits.len()));
        }
        self.check_reference(group, digits.len() + 1)?;
        Err(self.refuse("backreferences", digits.len() + 1))
    }

    fn check_octal(&self, digits: &str, start: usize) -> Parse<()> {
        if u32::from_str_radix(digits, 8).is_ok_and(|value| value <= 0o377) {
            return Ok(());
        }
        Err(self.error(format!("octal escape value \\{digits} outside of range 0-0o377"), self.at - start))
    }

    /// The escapes that mean the same in brackets and outside.
    fn common_escape(&mut self, c: char, start: usize) -> Parse<Member> {
        Ok(match c {
            'd' => Member::Category(Item::Is(Category::Digit)),
            'D' => Member::Category(Item::IsNot(Category::Digit)),
            's' => Member::Category(Item::Is(Category::Space)),
            'S' => Member::Category(Item::IsNot(Category::Space)),
            'w' => Member::Category(Item::Is(Category::Word)),
            'W' => Member::Category(Item::IsNot(Category::Word)),
            'a' => Member::Char('\x07'),
            'f' => Member::Char('\x0c'),
            'n' => Member::Char('\n'),
            'r' => Member::Char('\r'),
            't' => Member::Char('\t'),
            'v' => Member::Char('\x0b'),
            'x' => Member::Char(self.hexadecimal(2, start)?),
            'u' if self.is_text => Member::Char(self.hexadecimal(4, start)?),
            'U' if self.is_text => Member::Char(self.hexadecimal(8, start)?),
            'N' if self.is_text => Member::Char(self.named_character()?),
            c if c.is_ascii_alphanumeric() => return Err(self.error(format!("bad escape \\{c}"), 2)),
            c => Member::Char(c),
        })
    }

    fn hexadecimal(&mut self, length: usize, start: usize) -> Parse<char> {
        let digits = self.take_while(length, |c| c.is_ascii_hexdigit())?;
        let escape = self.token(start);
        if digits.len() < length {
            return Err(self.error(format!("incomplete escape {escape}"), escape.chars().count()));
        }
        let c = u32::from_str_radix(&digits, 16).ok().and_then(char::from_u32);
        c.ok_or_else(|| self.error(format!("bad escape {escape}"), escape.chars().count()))
    }

    fn named_character(&mut self) -> Parse<char> {
        if !self.accept('{')? {
            return Err(self.error("missing {", 0));
        }
        let name = self.take_until('}', "character name")?;
        let undefined = || self.error(format!("undefined character name {}", repr_str(&name)), name.chars().count() + 4);
        unicode_names2::character(&name).ok_or_else(undefined)
    }

    // Sets.

    fn brackets(&mut self, start: usize, flags: u32) -> Parse<Node> {
        if self.peek() == Some('[') {
            self.warn("nested set", self.at);
        }
        let negated = self.accept('^')?;
        let mut items: Vec<Item> = Vec::new();
        loop {
            let here = self.at;
            let c = self.set_char(start)?;
            if c == ']' && !items.is_empty() {
                break;
            }
            if !items.is_empty() && self.peek() == Some(c) {
                self.warn_of_operator(c, here);
            }
            let low = self.member(c, here)?;
            let low_text = self.token(here);
            if !self.accept('-')? {
                items.push(item_of(low));
                continue;
            }
            let there = self.at;
            let c = self.set_char(start)?;
            if c == ']' {
                items.extend([item_of(low), Item::Range('-', '-')]);
                break;
            }
            if c == '-' {
                self.warn_of_operator(c, there - 1);
            }
            let high = self.member(c, there)?;
            match (low, high) {
                (Member::Char(low), Member::Char(high)) if low <= high => items.push(Item::Range(low, high)),
                _ => {
                    let range = format!("{low_text}-{}", self.token(there));
                    return Err(self.error(format!("bad character range {range}"), range.chars().count()));
                }
            }
        }
        if let ([Item::Range(low, high)], false) = (&items[..], negated)
            && low == high
        {
            return Ok(self.char(*low, flags));
        }
        Ok(Node::Set(self.set(items, negated, flags)))
    }

    /// Two of these in a set may become an operator.
    fn warn_of_operator(&mut self, c: char, at: usize) {
        match c {
            '-' => self.warn("set difference", at),
            '&' => self.warn("set intersection", at),
            '~' => self.warn("set symmetric difference", at),
            '|' => self.warn("set union", at),
            _ => {}
        }
    }

    fn warn(&mut self, what: &str, at: usize) {
        self.warnings.push(format!("Possible {what} at position {at}"));
    }

    fn set_char(&mut self, start: usize) -> Parse<char> {
        match self.take()? {
            Some(c) => Ok(c),
            None => Err(self.error("unterminated character set", self.at - start)),
        }
    }

    /// A member of a set whose first character, at `start`, has been taken.
    fn member(&mut self, c: char, start: usize) -> Parse<Member> {
        if c != '\\' {
            return Ok(Member::Char(c));
        }
        match self.pattern[start + 1] {
            'b' => Ok(Member::Char('\x08')),
            c @ '0'..='7' => {
                let digits = format!("{c}{}", self.take_while(2, |c| c.is_digit(8))?);
                self.check_octal(&digits, start)?;
                Ok(Member::Char(octal_char(&digits)))
            }
            c => self.common_escape(c, start),
        }
    }
}

enum InlineFlags {
    /// They hold for the whole pattern.
    Global,
    Scoped {
        on: u32,
        off: u32,
    },
}

fn last(nodes: &[Node]) -> Last {
    match nodes.last() {
        None => Last::Nothing,
        Some(Node::At(_)) => Last::Position,
        Some(Node::Repeat(_)) => Last::Repeated,
        Some(_) => Last::Item,
    }
}

fn item_of(member: Member) -> Item {
    match member {
        Member::Char(c) => Item::Range(c, c),
        Member::Category(item) => item,
    }
}

fn octal_char(digits: &str) -> char {
    u32::from_str_radix(digits, 8).ok().and_then(char::from_u32).unwrap_or('\0')
}

fn flag_of(letter: char) -> Option<u32> {
    Some(match letter {
        'i' => flag::IGNORECASE,
        'L' => flag::LOCALE,
        'm' => flag::MULTILINE,
        's' => flag::DOTALL,
        'x' => flag::VERBOSE,
        'a' => flag::ASCII,
        'u' => flag::UNICODE,
        _ => return None,
    })
}
