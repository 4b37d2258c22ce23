//! The patterns of a `case`: names bound twice, alternatives that differ, patterns that make the rest unreachable.

use std::collections::HashSet;

use super::{Checked, refuse};
use crate::syntax::tree::{Constant, Expr, ExprKind, Name, Pattern, PatternKind, Span, UnaryOperator};

/// Checks a case's pattern; only the last, or one with a guard, may match everything.
pub fn check(pattern: &Pattern, may_match_all: bool) -> Checked {
    Walk { at: pattern.span, bound: Vec::new() }.pattern(pattern, may_match_all)
}

struct Walk {
    /// The pattern visited last, which is where CPython points to.
    at: Span,
    /// The names bound so far.
    bound: Vec<Name>,
}

impl Walk {
    fn pattern(&mut self, pattern: &Pattern, may_match_all: bool) -> Checked {
        self.at = pattern.span;
        match &pattern.kind {
            PatternKind::Value(Expr { kind: ExprKind::JoinedStr(_), .. }) => {
                refuse(self.at, "patterns may only match literals and attribute lookups")
            }
            PatternKind::Value(_) | PatternKind::Singleton(_) => Ok(()),
            PatternKind::Sequence(patterns) => {
                let stars = patterns.iter().filter(|inner| matches!(inner.kind, PatternKind::Star(_)));
                if stars.count() > 1 {
                    return refuse(self.at, "multiple starred names in sequence pattern");
                }
                patterns.iter().try_for_each(|inner| self.pattern(inner, true))
            }
            PatternKind::Mapping { keys, patterns, rest } => {
                check_keys(self.at, keys)?;
                patterns.iter().try_for_each(|inner| self.pattern(inner, true))?;
                self.bind(rest.as_ref())
            }
            PatternKind::Class { patterns, keywords, .. } => {
                check_attributes(keywords)?;
                let inner = patterns.iter().chain(keywords.iter().map(|(_, inner)| inner));
                let mut inner = inner.filter(|inner| !is_wildcard(inner));
                inner.try_for_each(|inner| self.pattern(inner, true))
            }
            PatternKind::Star(name) => self.bind(name.as_ref()),
            PatternKind::As { pattern: Some(inner), name } => {
                self.pattern(inner, may_match_all)?;
                self.bind(name.as_ref())
            }
            PatternKind::As { pattern: None, name } if may_match_all => self.bind(name.as_ref()),
            PatternKind::As { pattern: None, name: Some(name) } => {
                refuse(self.at, format!("name capture '{name}' makes remaining patterns unreachable"))
            }
            PatternKind::As { pattern: None, name: None } => refuse(self.at, "wildcard makes remaining patterns unreachable"),
            PatternKind::Or(patterns) => self.alternatives(patterns, may_match_all),
        }
    }

    fn alternatives(&mut self, patterns: &[Pattern], may_match_all: bool) -> Checked {
        let outer = std::mem::take(&mut self.bound);
        let mut first: Option<Vec<Name>> = None;
        for (at, pattern) in patterns.iter().enumerate() {
            self.bound.clear();
            self.pattern(pattern, may_match_all && at == patterns.len() - 1)?;
            self.bound.sort_unstable();
            if *first.get_or_insert_with(|| self.bound.clone()) != self.bound {
                return refuse(self.at, "alternative patterns bind different names");
            }
        }
        self.bound = outer;
        first.unwrap_or_default().iter().try_for_each(|name| self.bind(Some(name)))
    }

    fn bind(&mut self, name: Option<&Name>) -> Checked {
        let Some(name) = name else { return Ok(()) };
        if &**name == "__debug__" {
            return refuse(self.at, "cannot assign to __debug__");
        }
        if self.bound.contains(name) {
            return refuse(self.at, format!("multiple assignments to name '{name}' in pattern"));
        }
        self.bound.push(name.clone());
        Ok(())
    }
}

fn is_wildcard(pattern: &Pattern) -> bool {
    matches!(pattern.kind, PatternKind::As { pattern: None, name: None })
}

fn check_attributes(keywords: &[(Name, Pattern)]) -> Checked {
    for (at, (name, _)) in keywords.iter().enumerate() {
        let again = keywords[at + 1..].iter().find(|(other, _)| other == name);
        if let Some((_, pattern)) = again {
            let message = format!("attribute name repeated in class pattern: {name}");
            return refuse(pattern.span, message);
        }
    }
    Ok(())
}

fn check_keys(span: Span, keys: &[Expr]) -> Checked {
    if keys.iter().any(|key| matches!(key.kind, ExprKind::JoinedStr(_))) {
        return refuse(span, "mapping pattern keys may only match literals and attribute lookups");
    }
    let mut seen = HashSet::new();
    for (value, shown) in keys.iter().filter_map(literal_key) {
        if !seen.insert(value) {
            return refuse(span, format!("mapping pattern checks duplicate key ({shown})"));
        }
    }
    Ok(())
}

/// A literal key as a dictionary compares keys: `True` is 1.
#[derive(PartialEq, Eq, Hash)]
enum Key {
    None,
    Number(String),
    Text(Name),
    Bytes(Vec<u8>),
}

/// A literal key, and how it is shown.
fn literal_key(key: &Expr) -> Option<(Key, String)> {
    let (sign, constant) = match &key.kind {
        ExprKind::Constant(constant) => ("", constant),
        ExprKind::UnaryOp { op: UnaryOperator::USub, operand } => match &operand.kind {
            ExprKind::Constant(constant) => ("-", constant),
            _ => return None,
        },
        _ => return None,
    };
    let number = |digits: String| (Key::Number(format!("{sign}{digits}")), format!("{sign}{digits}"));
    Some(match constant {
        Constant::None => (Key::None, "None".to_owned()),
        Constant::True => (Key::Number("1".to_owned()), "True".to_owned()),
        Constant::False => (Key::Number("0".to_owned()), "False".to_owned()),
        Constant::Int(int) => number(int.to_string()),
        Constant::BigInt(int) => number(int.to_string()),
        Constant::Float(float) => (Key::Number(format!("{sign}{float}")), format!("{sign}{float:?}")),
        Constant::Str(text) => (Key::Text(text.clone()), format!("'{text}'")),
        Constant::Bytes(bytes) => (Key::Bytes(bytes.to_vec()), format!("b'{}'", bytes.escape_ascii())),
        Constant::Ellipsis | Constant::Complex(_) => return None,
    })
}
