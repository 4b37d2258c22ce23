//! `match`: patterns take their subject apart in temporaries, and names are bound only when a whole pattern has matched.
//!
//! Each pattern takes the subject it is given. Where it fails it goes to the case's failure, which drops what lies about in temporaries.

use std::collections::BTreeSet;

use super::emit::Label;
use super::fold::{self, Folder};
use super::{Compiler, Result, refuse};
use crate::bytecode::code::Const;
use crate::bytecode::op::{Op, Reg};
use crate::syntax::tree::*;

/// The state of one case.
struct Case {
    /// Where it fails with nothing to drop, and where with something.
    failed: Label,
    failed_and_drop: Label,
    /// What the pattern has captured so far.
    captures: Vec<(Name, Reg)>,
    /// The temporaries that may hold something where it fails.
    used: BTreeSet<Reg>,
    /// How many values CPython has on its stack besides the captures.
    on_stack: usize,
    allow_irrefutable: bool,
}

impl<'a> Compiler<'a> {
    pub fn match_statement(&mut self, subject: &'a Expr, cases: &'a [MatchCase]) -> Result {
        let s = self.load_fresh(subject)?;
        let end = self.unit.label();
        let has_default = cases.len() > 1 && cases.last().is_some_and(|case| is_wildcard(&case.pattern));
        let (tested, default) = cases.split_at(cases.len() - usize::from(has_default));
        for (at, case) in tested.iter().enumerate() {
            let is_last = at + 1 == tested.len();
            let allow_irrefutable = case.guard.is_some() || at + 1 == cases.len();
            self.case(case, s, is_last, allow_irrefutable, end)?;
        }
        if let [case] = default {
            self.unit.place = case.pattern.span;
            self.unit.nop();
            if let Some(guard) = &case.guard {
                self.jump_if(guard, end, false)?;
            }
            self.body(&case.body)?;
        }
        self.unit.begin(end);
        Ok(())
    }

    fn case(&mut self, case: &'a MatchCase, subject: Reg, is_last: bool, allow_irrefutable: bool, end: Label) -> Result {
        let mark = self.unit.mark();
        self.unit.place = case.pattern.span;
        let s = if is_last {
            subject
        } else {
            let copy = self.unit.temp()?;
            self.unit.op(Op::Move { d: copy, s: subject });
            copy
        };
        let (failed, failed_and_drop) = (self.unit.label(), self.unit.label());
        let mut state = Case { failed, failed_and_drop, captures: Vec::new(), used: BTreeSet::new(), on_stack: 0, allow_irrefutable };
        self.pattern(&case.pattern, s, &mut state)?;
        for (name, register) in &state.captures {
            self.store_name(name, *register)?;
        }
        if let Some(guard) = &case.guard {
            self.jump_if(guard, failed, false)?;
        }
        if !is_last {
            self.unit.op(Op::Clear { d: subject });
        }
        self.unit.release(mark);
        self.body(&case.body)?;
        self.unit.jump(end);
        // The clean-up stands on the line of the pattern that failed.
        self.unit.place = case.pattern.span;
        self.unit.begin(failed_and_drop);
        for d in state.used {
            self.unit.op(Op::Clear { d });
        }
        self.unit.begin(failed);
        Ok(())
    }

    /// Goes on if `s`, which is taken, matches.
    fn pattern(&mut self, pattern: &'a Pattern, s: Reg, case: &mut Case) -> Result {
        self.unit.place = pattern.span;
        match &pattern.kind {
            PatternKind::Value(value) => self.value_pattern(value, s, case),
            PatternKind::Singleton(constant) => {
                let b = self.unit.temp()?;
                self.load_constant(fold::of(constant), b)?;
                self.unit.op(Op::Is { d: b, a: s, b, not: false });
                let target = self.failure(case);
                self.unit.branch(Op::JumpIfFalse { s: b, t: 0 }, target);
                Ok(())
            }
            PatternKind::Sequence(patterns) => self.sequence_pattern(patterns, s, case),
            PatternKind::Mapping { keys, patterns, rest } => self.mapping_pattern(keys, patterns, rest.as_ref(), s, case),
            PatternKind::Class { class, patterns, keywords } => self.class_pattern(pattern.span, class, patterns, keywords, s, case),
            PatternKind::Star(name) => self.capture(name.as_ref(), s, case),
            PatternKind::As { pattern: Some(inner), name } => {
                case.on_stack += 1;
                case.used.insert(s);
                let copy = self.unit.temp()?;
                self.unit.op(Op::Move { d: copy, s });
                self.pattern(inner, copy, case)?;
                case.on_stack -= 1;
                self.capture(name.as_ref(), s, case)
            }
            PatternKind::As { pattern: None, name } => {
                if !case.allow_irrefutable {
                    let what = name.as_ref().map_or("wildcard".to_owned(), |name| format!("name capture '{name}'"));
                    return refuse(pattern.span, format!("{what} makes remaining patterns unreachable"));
                }
                self.capture(name.as_ref(), s, case)
            }
            PatternKind::Or(alternatives) => self.or_pattern(alternatives, s, case),
        }
    }

    /// A pattern inside of another, where what matches anything is welcome.
    fn subpattern(&mut self, pattern: &'a Pattern, s: Reg, case: &mut Case) -> Result {
        let allowed = std::mem::replace(&mut case.allow_irrefutable, true);
        self.pattern(pattern, s, case)?;
        case.allow_irrefutable = allowed;
        Ok(())
    }

    /// Where the case fails now.
    fn failure(&mut self, case: &Case) -> Label {
        if case.on_stack + case.captures.len() == 0 { case.failed } else { case.failed_and_drop }
    }

    fn fail_if_none(&mut self, s: Reg, case: &Case) -> Result {
        let mark = self.unit.mark();
        let copy = self.unit.temp()?;
        self.unit.op(Op::Move { d: copy, s });
        let target = self.failure(case);
        self.unit.branch(Op::JumpIfNone { s: copy, t: 0 }, target);
        self.unit.release(mark);
        Ok(())
    }

    fn capture(&mut self, name: Option<&Name>, s: Reg, case: &mut Case) -> Result {
        let Some(name) = name else {
            self.unit.op(Op::Clear { d: s });
            return Ok(());
        };
        if case.captures.iter().any(|(other, _)| other == name) {
            return refuse(self.unit.place, format!("multiple assignments to name '{name}' in pattern"));
        }
        self.unit.touch();
        case.used.insert(s);
        case.captures.push((name.clone(), s));
        Ok(())
    }

    fn value_pattern(&mut self, value: &'a Expr, s: Reg, case: &Case) -> Result {
        if self.folder.constant(value).is_none() && !matches!(value.kind, ExprKind::Attribute { .. }) {
            return refuse(value.span, "patterns may only match literals and attribute lookups");
        }
        let target = self.failure(case);
        if let Some(i) = self.folder.small_int(value) {
            self.unit.touch_at(value.span);
            self.unit.branch(Op::JumpUnlessEqInt { a: s, i, t: 0 }, target);
            return Ok(());
        }
        let b = self.value(value)?;
        self.unit.branch(Op::JumpUnlessEq { a: s, b, t: 0 }, target);
        Ok(())
    }

    fn sequence_pattern(&mut self, patterns: &'a [Pattern], s: Reg, case: &mut Case) -> Result {
        let is_star = |pattern: &Pattern| matches!(pattern.kind, PatternKind::Star(_));
        let star = patterns.iter().position(is_star);
        if patterns.iter().filter(|pattern| is_star(pattern)).count() > 1 {
            return refuse(self.unit.place, "multiple starred names in sequence pattern");
        }
        case.on_stack += 1;
        case.used.insert(s);
        let n = patterns.len() as u8;
        let test = match star {
            Some(_) => Op::MatchSequenceStar { s, n: n - 1, t: 0 },
            None => Op::MatchSequence { s, n, t: 0 },
        };
        self.unit.branch(test, case.failed_and_drop);
        case.on_stack -= 1;
        if patterns.iter().all(|pattern| is_wildcard(pattern) || is_star_wildcard(pattern)) {
            self.unit.op(Op::Clear { d: s });
            return Ok(());
        }
        match star {
            Some(star) if is_star_wildcard(&patterns[star]) => self.items(patterns, star, s, case),
            _ => self.unpacked(patterns, star, s, case),
        }
    }

    /// Takes the items out one by one, and leaves those of `*_` alone.
    fn items(&mut self, patterns: &'a [Pattern], star: usize, s: Reg, case: &mut Case) -> Result {
        case.on_stack += 1;
        for (at, pattern) in patterns.iter().enumerate() {
            if at == star || is_wildcard(pattern) {
                continue;
            }
            let index = if at < star { at as i32 } else { at as i32 - patterns.len() as i32 };
            let item = self.unit.temp()?;
            let o = self.unit.temp()?;
            let i = self.unit.temp()?;
            self.unit.op(Op::Move { d: o, s });
            self.unit.op(Op::Int { d: i, i: index });
            self.unit.op(Op::GetItem { d: item, o, i });
            self.subpattern(pattern, item, case)?;
        }
        case.on_stack -= 1;
        self.unit.op(Op::Clear { d: s });
        Ok(())
    }

    fn unpacked(&mut self, patterns: &'a [Pattern], star: Option<usize>, s: Reg, case: &mut Case) -> Result {
        let d = self.unit.temps(patterns.len())?;
        self.unit.op(match star {
            Some(star) => Op::UnpackStar { d, s, before: star as u8, after: (patterns.len() - star - 1) as u8 },
            None => Op::Unpack { d, s, n: patterns.len() as u8 },
        });
        self.parts(patterns.iter(), d, case)
    }

    /// Matches what stands in the registers from `d`, one pattern each.
    fn parts(&mut self, patterns: impl ExactSizeIterator<Item = &'a Pattern>, d: Reg, case: &mut Case) -> Result {
        let count = patterns.len();
        case.on_stack += count;
        case.used.extend((0..count).map(|at| d + at as Reg));
        for (at, pattern) in patterns.enumerate() {
            case.on_stack -= 1;
            self.subpattern(pattern, d + at as Reg, case)?;
        }
        Ok(())
    }

    fn mapping_pattern(&mut self, keys: &'a [Expr], patterns: &'a [Pattern], rest: Option<&'a Name>, s: Reg, case: &mut Case) -> Result {
        refuse_repeated_keys(self.folder, self.unit.place, keys)?;
        case.on_stack += 1;
        case.used.insert(s);
        self.unit.branch(Op::MatchMapping { s, n: keys.len() as u8, t: 0 }, case.failed_and_drop);
        if keys.is_empty() && rest.is_none() {
            case.on_stack -= 1;
            self.unit.op(Op::Clear { d: s });
            return Ok(());
        }
        let tuple = self.unit.temp()?;
        let mark = self.unit.mark();
        let first = self.unit.temps(keys.len())?;
        for (at, key) in keys.iter().enumerate() {
            if self.folder.constant(key).is_none() && !matches!(key.kind, ExprKind::Attribute { .. }) {
                return refuse(self.unit.place, "mapping pattern keys may only match literals and attribute lookups");
            }
            self.load(key, first + at as Reg)?;
        }
        self.unit.op(Op::BuildTuple { d: tuple, s: first, n: keys.len() as u8 });
        self.unit.release(mark);
        let values = self.unit.temp()?;
        self.unit.op(Op::MatchKeys { d: values, s, a: tuple });
        case.on_stack += 2;
        case.used.extend([tuple, values]);
        self.fail_if_none(values, case)?;
        case.on_stack -= 1;
        let d = self.unit.temps(keys.len())?;
        self.unit.op(Op::Unpack { d, s: values, n: keys.len() as u8 });
        self.parts(patterns.iter(), d, case)?;
        case.on_stack -= 2;
        match rest {
            Some(rest) => {
                let d = self.unit.temp()?;
                self.unit.op(Op::MatchRest { d, s, a: tuple });
                self.capture(Some(rest), d, case)
            }
            None => {
                self.unit.op(Op::Clear { d: tuple });
                self.unit.op(Op::Clear { d: s });
                Ok(())
            }
        }
    }

    fn class_pattern(
        &mut self,
        place: Span,
        class: &'a Expr,
        patterns: &'a [Pattern],
        keywords: &'a [(Name, Pattern)],
        s: Reg,
        case: &mut Case,
    ) -> Result {
        refuse_repeated_attributes(keywords)?;
        self.unit.place = place;
        let d = self.unit.temp()?;
        let mark = self.unit.mark();
        let a = self.unit.temps(2)?;
        self.load(class, a)?;
        let names = keywords.iter().map(|(name, _)| Const::Str(name.clone())).collect();
        self.load_constant(Const::Tuple(names), a + 1)?;
        self.unit.op(Op::MatchClass { d, s, a, n: patterns.len() as u8 });
        self.unit.release(mark);
        case.on_stack += 1;
        case.used.insert(d);
        self.fail_if_none(d, case)?;
        case.on_stack -= 1;
        let count = patterns.len() + keywords.len();
        if count == 0 {
            self.unit.op(Op::Clear { d });
            return Ok(());
        }
        let parts = self.unit.temps(count)?;
        self.unit.op(Op::Unpack { d: parts, s: d, n: count as u8 });
        let all: Vec<&Pattern> = patterns.iter().chain(keywords.iter().map(|(_, pattern)| pattern)).collect();
        case.on_stack += count;
        case.used.extend((0..count).map(|at| parts + at as Reg));
        for (at, pattern) in all.into_iter().enumerate() {
            case.on_stack -= 1;
            let part = parts + at as Reg;
            if is_wildcard(pattern) {
                self.unit.op(Op::Clear { d: part });
            } else {
                self.subpattern(pattern, part, case)?;
            }
        }
        Ok(())
    }

    /// Alternatives leave their captures in the registers of the first one's.
    fn or_pattern(&mut self, alternatives: &'a [Pattern], s: Reg, case: &mut Case) -> Result {
        let end = self.unit.label();
        let mut captured: Option<Vec<(Name, Reg)>> = None;
        for (at, alternative) in alternatives.iter().enumerate() {
            self.unit.place = alternative.span;
            let (failed, failed_and_drop) = (self.unit.label(), self.unit.label());
            let mut inner = Case {
                failed,
                failed_and_drop,
                captures: Vec::new(),
                used: BTreeSet::new(),
                on_stack: 0,
                allow_irrefutable: at + 1 == alternatives.len() && case.allow_irrefutable,
            };
            let copy = self.unit.temp()?;
            self.unit.op(Op::Move { d: copy, s });
            self.pattern(alternative, copy, &mut inner)?;
            match &captured {
                None => captured = Some(inner.captures),
                Some(first) => self.settle_captures(first, &inner.captures)?,
            }
            self.unit.jump(end);
            self.unit.begin(failed_and_drop);
            case.used.extend(&inner.used);
            for d in inner.used {
                self.unit.op(Op::Clear { d });
            }
            self.unit.begin(failed);
        }
        self.unit.op(Op::Clear { d: s });
        let target = self.failure(case);
        self.unit.jump(target);
        self.unit.begin(end);
        for (name, register) in captured.unwrap_or_default() {
            if case.captures.iter().any(|(other, _)| *other == name) {
                return refuse(self.unit.place, format!("multiple assignments to name '{name}' in pattern"));
            }
            case.captures.push((name, register));
        }
        self.unit.op(Op::Clear { d: s });
        Ok(())
    }

    fn settle_captures(&mut self, first: &[(Name, Reg)], others: &[(Name, Reg)]) -> Result {
        let register_of = |name: &Name| others.iter().find(|(other, _)| other == name).map(|(_, register)| *register);
        for (name, d) in first {
            match register_of(name) {
                Some(s) if first.len() == others.len() => self.unit.op(Op::Take { d: *d, s }),
                _ => return refuse(self.unit.place, "alternative patterns bind different names"),
            }
        }
        if first.len() != others.len() {
            return refuse(self.unit.place, "alternative patterns bind different names");
        }
        Ok(())
    }
}

fn is_wildcard(pattern: &Pattern) -> bool {
    matches!(pattern.kind, PatternKind::As { pattern: None, name: None })
}

fn is_star_wildcard(pattern: &Pattern) -> bool {
    matches!(pattern.kind, PatternKind::Star(None))
}

fn refuse_repeated_attributes(keywords: &[(Name, Pattern)]) -> Result {
    for (at, (name, _)) in keywords.iter().enumerate() {
        if let Some((_, pattern)) = keywords[at + 1..].iter().find(|(other, _)| other == name) {
            return refuse(pattern.span, format!("attribute name repeated in class pattern: {name}"));
        }
    }
    Ok(())
}

fn refuse_repeated_keys(folder: &Folder, place: Span, keys: &[Expr]) -> Result {
    let constants: Vec<Const> = keys.iter().filter_map(|key| folder.constant(key)).collect();
    for (at, key) in constants.iter().enumerate() {
        if constants[..at].contains(key) {
            return refuse(place, format!("mapping pattern checks duplicate key ({})", super::unparse::constant(key)));
        }
    }
    Ok(())
}
