//! The patterns of `match`.

use ruff_python_ast as ast;
use ruff_python_ast::Pattern as Parsed;
use ruff_python_ast::token::TokenKind;
use ruff_text_size::{Ranged, TextRange};

use super::{Lowered, Lowering};
use crate::syntax::tree::{Constant, Name, Pattern, PatternKind};

impl Lowering<'_> {
    pub(super) fn pattern(&mut self, pattern: &Parsed) -> Lowered<Pattern> {
        let kind = self.deeper(pattern.range(), |this| this.pattern_kind(pattern))?;
        Ok(Pattern { span: self.span(pattern.range()), kind })
    }

    fn pattern_kind(&mut self, pattern: &Parsed) -> Lowered<PatternKind> {
        Ok(match pattern {
            Parsed::MatchValue(it) => PatternKind::Value(self.expression(&it.value)?),
            Parsed::MatchSingleton(it) => PatternKind::Singleton(singleton(it.value)),
            Parsed::MatchSequence(it) => {
                self.refuse_forgotten_comma(&it.patterns)?;
                PatternKind::Sequence(self.patterns(&it.patterns)?)
            }
            Parsed::MatchMapping(it) => PatternKind::Mapping {
                keys: self.expressions(&it.keys)?,
                patterns: self.patterns(&it.patterns)?,
                rest: self.optional_name(it.rest.as_ref()),
            },
            Parsed::MatchClass(it) => PatternKind::Class {
                class: self.expression(&it.cls)?,
                patterns: self.patterns(&it.arguments.patterns)?,
                keywords: self.pattern_keywords(&it.arguments.keywords)?,
            },
            Parsed::MatchStar(it) => PatternKind::Star(self.optional_name(it.name.as_ref())),
            Parsed::MatchAs(it) => PatternKind::As {
                pattern: it.pattern.as_deref().map(|inner| self.pattern(inner).map(Box::new)).transpose()?,
                name: self.optional_name(it.name.as_ref()),
            },
            Parsed::MatchOr(it) => PatternKind::Or(self.patterns(&it.patterns)?),
        })
    }

    /// The parser crate reads `[a b]` as a sequence of two.
    fn refuse_forgotten_comma(&self, patterns: &[Parsed]) -> Lowered<()> {
        for pair in patterns.windows(2) {
            let between = TextRange::new(pair[0].end(), pair[1].start());
            let tokens = self.tokens.after(between.start()).iter();
            let mut between_tokens = tokens.take_while(|token| token.start() < between.end());
            if !between_tokens.any(|token| token.kind() == TokenKind::Comma) {
                return Err(self.refuse(between, "invalid syntax"));
            }
        }
        Ok(())
    }

    fn patterns(&mut self, patterns: &[Parsed]) -> Lowered<Vec<Pattern>> {
        patterns.iter().map(|pattern| self.pattern(pattern)).collect()
    }

    fn pattern_keywords(&mut self, keywords: &[ast::PatternKeyword]) -> Lowered<Vec<(Name, Pattern)>> {
        let lower = |keyword: &ast::PatternKeyword| Ok((self.name(&keyword.attr), self.pattern(&keyword.pattern)?));
        keywords.iter().map(lower).collect()
    }

    fn optional_name(&mut self, name: Option<&ast::Identifier>) -> Option<Name> {
        name.map(|name| self.name(name))
    }
}

fn singleton(value: ast::Singleton) -> Constant {
    match value {
        ast::Singleton::None => Constant::None,
        ast::Singleton::True => Constant::True,
        ast::Singleton::False => Constant::False,
    }
}
