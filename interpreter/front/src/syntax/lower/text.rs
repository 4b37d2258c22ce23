//! Strings, bytes and f-strings; neighbours are joined into one.

use std::sync::Arc;

use ruff_python_ast as ast;
use ruff_python_ast::{ConversionFlag, InterpolatedStringElement};
use ruff_text_size::{Ranged, TextRange};

use super::{Lowered, Lowering};
use crate::syntax::tree::{Constant, Conversion, FStringPart};

/// How deep the fields of formats nest: `{a:{b}}` and no further.
const FIELD_DEPTH: usize = 2;

impl Lowering<'_> {
    pub(super) fn string(&mut self, literal: &ast::ExprStringLiteral) -> Lowered<Constant> {
        let text = literal.value.to_str();
        self.check_surrogates(text, literal.range)?;
        Ok(Constant::Str(Arc::from(text)))
    }

    pub(super) fn bytes(&mut self, literal: &ast::ExprBytesLiteral) -> Constant {
        Constant::Bytes(literal.value.bytes().collect())
    }

    pub(super) fn joined_string(&mut self, fstring: &ast::ExprFString) -> Lowered<Vec<FStringPart>> {
        let mut parts = Vec::new();
        for part in &fstring.value {
            match part {
                ast::FStringPart::Literal(literal) => {
                    self.check_surrogates(literal.as_str(), literal.range)?;
                    push_text(&mut parts, literal.as_str());
                }
                ast::FStringPart::FString(fstring) => self.elements(&fstring.elements, 0, &mut parts)?,
            }
        }
        Ok(parts)
    }

    fn elements(&mut self, elements: &[InterpolatedStringElement], depth: usize, parts: &mut Vec<FStringPart>) -> Lowered<()> {
        for element in elements {
            match element {
                InterpolatedStringElement::Literal(literal) => {
                    self.check_surrogates(literal, literal.range)?;
                    push_text(parts, literal);
                }
                InterpolatedStringElement::Interpolation(field) => self.field(field, depth, parts)?,
            }
        }
        Ok(())
    }

    /// `{value!conversion:spec}`, and before it the text of `{value=}`.
    fn field(&mut self, field: &ast::InterpolatedElement, depth: usize, parts: &mut Vec<FStringPart>) -> Lowered<()> {
        if depth == FIELD_DEPTH {
            return Err(self.refuse(field.range, "f-string: expressions nested too deeply"));
        }
        if field.expression.is_starred_expr() {
            return Err(self.refuse(field.range, "f-string: cannot use starred expression here"));
        }
        if let Some(debug) = &field.debug_text {
            push_text(parts, debug.as_str());
        }
        let value = Box::new(self.expression(&field.expression)?);
        let conversion = match field.conversion {
            ConversionFlag::Str => Conversion::Str,
            ConversionFlag::Ascii => Conversion::Ascii,
            ConversionFlag::Repr => Conversion::Repr,
            ConversionFlag::None if field.debug_text.is_some() && field.format_spec.is_none() => Conversion::Repr,
            ConversionFlag::None => Conversion::None,
        };
        let spec = match &field.format_spec {
            None => None,
            Some(spec) => {
                let mut parts = Vec::new();
                self.deeper(field.range(), |this| this.elements(&spec.elements, depth + 1, &mut parts))?;
                Some(parts)
            }
        };
        parts.push(FStringPart::Value { value, conversion, spec });
        Ok(())
    }

    /// Our strings hold Unicode scalar values, so half of a surrogate pair has no place in them; the parser put U+FFFD there.
    fn check_surrogates(&self, text: &str, range: TextRange) -> Lowered<()> {
        if text.contains(char::REPLACEMENT_CHARACTER) && has_surrogate_escape(self.slice(range)) {
            let message = "lone surrogate escapes ('\\ud800' to '\\udfff') are not supported in strings";
            return Err(self.limit(range, message));
        }
        Ok(())
    }
}

/// Joins literal text to the literal before it.
fn push_text(parts: &mut Vec<FStringPart>, text: &str) {
    if let Some(FStringPart::Literal(last)) = parts.last_mut() {
        last.push_str(text);
    } else if !text.is_empty() {
        parts.push(FStringPart::Literal(text.to_owned()));
    }
}

fn has_surrogate_escape(source: &str) -> bool {
    let mut rest = source;
    while let Some(at) = rest.find('\\') {
        let escape = &rest[at + 1..];
        let digits = match escape.as_bytes().first() {
            Some(b'u') => escape.get(1..5),
            Some(b'U') => escape.get(1..9),
            _ => None,
        };
        let code = digits.and_then(|digits| u32::from_str_radix(digits, 16).ok());
        if code.is_some_and(|code| (0xD800..=0xDFFF).contains(&code)) {
            return true;
        }
        // Past the escaped character, which may itself be a backslash.
        let mut characters = escape.chars();
        characters.next();
        rest = characters.as_str();
    }
    false
}
