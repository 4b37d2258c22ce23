//! Expressions and their operators.

use num_bigint::BigInt;
use num_traits::Num;
use ruff_python_ast as ast;
use ruff_python_ast::Expr as Parsed;
use ruff_python_ast::Number;
use ruff_python_ast::token::{Token, TokenKind};
use ruff_text_size::{Ranged, TextRange};

use super::{Lowered, Lowering};
use crate::limits::DIGITS;
use crate::syntax::error::Refusal;
use crate::syntax::tree::{BoolOperator, Comparison, Comprehension, Constant, Expr, ExprKind, Operator, Parameters, UnaryOperator};

impl Lowering<'_> {
    pub(super) fn expression(&mut self, expression: &Parsed) -> Lowered<Expr> {
        let range = expression.range();
        let kind = self.deeper(range, |this| this.expression_kind(expression))?;
        Ok(Expr { span: self.span(range), kind })
    }

    pub(super) fn optional(&mut self, expression: Option<&Parsed>) -> Lowered<Option<Expr>> {
        expression.map(|expression| self.expression(expression)).transpose()
    }

    pub(super) fn expressions(&mut self, expressions: &[Parsed]) -> Lowered<Vec<Expr>> {
        expressions.iter().map(|expression| self.expression(expression)).collect()
    }

    fn boxed(&mut self, expression: &Parsed) -> Lowered<Box<Expr>> {
        self.expression(expression).map(Box::new)
    }

    fn optional_boxed(&mut self, expression: Option<&Parsed>) -> Lowered<Option<Box<Expr>>> {
        expression.map(|expression| self.boxed(expression)).transpose()
    }

    fn expression_kind(&mut self, expression: &Parsed) -> Lowered<ExprKind> {
        self.refuse_bare_yield(expression)?;
        Ok(match expression {
            Parsed::BoolOp(it) => ExprKind::BoolOp { op: bool_operator(it.op), values: self.expressions(&it.values)? },
            Parsed::Named(it) => self.named(it)?,
            Parsed::BinOp(it) => ExprKind::BinOp { left: self.boxed(&it.left)?, op: operator(it.op), right: self.boxed(&it.right)? },
            Parsed::UnaryOp(it) => ExprKind::UnaryOp { op: unary_operator(it.op), operand: self.boxed(&it.operand)? },
            Parsed::Lambda(it) => self.lambda(it)?,
            Parsed::If(it) => ExprKind::IfExp { test: self.boxed(&it.test)?, body: self.boxed(&it.body)?, orelse: self.boxed(&it.orelse)? },
            Parsed::Dict(it) => self.dict(it)?,
            Parsed::Set(it) => ExprKind::Set(self.expressions(&it.elts)?),
            Parsed::ListComp(it) => ExprKind::ListComp { element: self.boxed(&it.elt)?, generators: self.comprehensions(&it.generators)? },
            Parsed::SetComp(it) => ExprKind::SetComp { element: self.boxed(&it.elt)?, generators: self.comprehensions(&it.generators)? },
            Parsed::DictComp(it) => self.dict_comp(it)?,
            Parsed::Generator(it) => {
                ExprKind::GeneratorExp { element: self.boxed(&it.elt)?, generators: self.comprehensions(&it.generators)? }
            }
            Parsed::Await(it) => ExprKind::Await(self.boxed(&it.value)?),
            Parsed::Yield(it) => ExprKind::Yield(self.optional_boxed(it.value.as_deref())?),
            Parsed::YieldFrom(it) => ExprKind::YieldFrom(self.boxed(&it.value)?),
            Parsed::Compare(it) => ExprKind::Compare {
                left: self.boxed(&it.left)?,
                ops: it.ops.iter().map(|&op| comparison(op)).collect(),
                comparators: self.expressions(&it.comparators)?,
            },
            Parsed::Call(it) => {
                ExprKind::Call { func: self.boxed(&it.func)?, args: self.arguments(it)?, keywords: self.keywords(&it.arguments.keywords)? }
            }
            Parsed::FString(it) => ExprKind::JoinedStr(self.joined_string(it)?),
            Parsed::StringLiteral(it) => ExprKind::Constant(self.string(it)?),
            Parsed::BytesLiteral(it) => ExprKind::Constant(self.bytes(it)),
            Parsed::NumberLiteral(it) => ExprKind::Constant(self.number(it)?),
            Parsed::BooleanLiteral(it) => ExprKind::Constant(if it.value { Constant::True } else { Constant::False }),
            Parsed::NoneLiteral(_) => ExprKind::Constant(Constant::None),
            Parsed::EllipsisLiteral(_) => ExprKind::Constant(Constant::Ellipsis),
            Parsed::Attribute(it) => self.attribute(it)?,
            Parsed::Subscript(it) => ExprKind::Subscript { value: self.boxed(&it.value)?, index: self.boxed(&it.slice)? },
            Parsed::Starred(it) => ExprKind::Starred(self.boxed(&it.value)?),
            Parsed::Name(it) => ExprKind::Name(self.name(&it.id)),
            Parsed::List(it) => ExprKind::List(self.expressions(&it.elts)?),
            Parsed::Tuple(it) => ExprKind::Tuple(self.expressions(&it.elts)?),
            Parsed::Slice(it) => ExprKind::Slice {
                lower: self.optional_boxed(it.lower.as_deref())?,
                upper: self.optional_boxed(it.upper.as_deref())?,
                step: self.optional_boxed(it.step.as_deref())?,
            },
            // Reported as newer than our version before we come here.
            Parsed::TString(_) | Parsed::IpyEscapeCommand(_) => {
                return Err(self.refuse(expression.range(), "invalid syntax"));
            }
        })
    }

    /// The parser crate lets a bare `yield` begin a larger expression; Python wants it in parentheses of its own.
    fn refuse_bare_yield(&self, expression: &Parsed) -> Lowered<()> {
        let first = match expression {
            Parsed::Tuple(it) => it.elts.first(),
            Parsed::BoolOp(it) => it.values.first(),
            Parsed::Compare(it) => Some(&*it.left),
            Parsed::BinOp(it) => Some(&*it.left),
            Parsed::If(it) => Some(&*it.body),
            Parsed::Attribute(it) => Some(&*it.value),
            Parsed::Subscript(it) => Some(&*it.value),
            Parsed::Call(it) => Some(&*it.func),
            Parsed::Generator(it) => Some(&*it.elt),
            Parsed::ListComp(it) => Some(&*it.elt),
            Parsed::SetComp(it) => Some(&*it.elt),
            _ => None,
        };
        let Some(first @ (Parsed::Yield(_) | Parsed::YieldFrom(_))) = first else { return Ok(()) };
        let visible = |token: &&Token| !token.kind().is_trivia();
        let before = self.tokens.before(first.start()).iter().rfind(visible).map(|token| token.kind());
        let after = self.tokens.after(first.end()).iter().find(visible).map(|token| token.kind());
        if before == Some(TokenKind::Lpar) && after == Some(TokenKind::Rpar) {
            return Ok(());
        }
        Err(self.refuse(expression.range(), "invalid syntax"))
    }

    fn named(&mut self, named: &ast::ExprNamed) -> Lowered<ExprKind> {
        let Parsed::Name(target) = &*named.target else {
            return Err(self.refuse(named.target.range(), "invalid syntax"));
        };
        Ok(ExprKind::NamedExpr { target: self.name(&target.id), target_span: self.span(target.range), value: self.boxed(&named.value)? })
    }

    fn lambda(&mut self, lambda: &ast::ExprLambda) -> Lowered<ExprKind> {
        let params = match &lambda.parameters {
            Some(params) => self.parameters(params)?,
            None => Parameters::default(),
        };
        Ok(ExprKind::Lambda { params: Box::new(params), body: self.boxed(&lambda.body)? })
    }

    fn dict(&mut self, dict: &ast::ExprDict) -> Lowered<ExprKind> {
        let mut keys = Vec::with_capacity(dict.len());
        let mut values = Vec::with_capacity(dict.len());
        for item in dict {
            keys.push(self.optional(item.key.as_ref())?);
            values.push(self.expression(&item.value)?);
        }
        Ok(ExprKind::Dict { keys, values })
    }

    fn dict_comp(&mut self, comp: &ast::ExprDictComp) -> Lowered<ExprKind> {
        let Some(key) = &comp.key else { return Err(self.refuse(comp.range, "invalid syntax")) };
        Ok(ExprKind::DictComp {
            key: self.boxed(key)?,
            value: self.boxed(&comp.value)?,
            generators: self.comprehensions(&comp.generators)?,
        })
    }

    fn comprehensions(&mut self, comprehensions: &[ast::Comprehension]) -> Lowered<Vec<Comprehension>> {
        let lower = |comp: &ast::Comprehension| {
            Ok(Comprehension {
                is_async: comp.is_async,
                target: self.expression(&comp.target)?,
                iter: self.expression(&comp.iter)?,
                ifs: self.expressions(&comp.ifs)?,
            })
        };
        comprehensions.iter().map(lower).collect()
    }

    /// A generator that is a call's only argument borrows the call's parentheses.
    fn arguments(&mut self, call: &ast::ExprCall) -> Lowered<Vec<Expr>> {
        let mut args = self.expressions(&call.arguments.args)?;
        if let [Parsed::Generator(generator)] = &*call.arguments.args
            && !generator.parenthesized
        {
            args[0].span = self.span(call.arguments.range);
        }
        Ok(args)
    }

    fn attribute(&mut self, attribute: &ast::ExprAttribute) -> Lowered<ExprKind> {
        let value = self.boxed(&attribute.value)?;
        let (name, name_span) = self.identifier(&attribute.attr);
        Ok(ExprKind::Attribute { value, name, name_span })
    }

    fn number(&mut self, literal: &ast::ExprNumberLiteral) -> Lowered<Constant> {
        self.refuse_running_on(literal.range)?;
        Ok(match &literal.value {
            Number::Int(int) => match int.as_i64() {
                Some(small) => Constant::Int(small),
                None => self.big_integer(literal.range)?,
            },
            Number::Float(float) => Constant::Float(*float),
            Number::Complex { imag, .. } => Constant::Complex(*imag),
        })
    }

    /// `1if x` is a number and a keyword, but only these keywords may follow so close.
    fn refuse_running_on(&self, range: TextRange) -> Lowered<()> {
        let rest = &self.source[range.end().to_usize()..];
        let keywords = ["and", "else", "for", "if", "in", "is", "or", "not"];
        let runs_on = rest.starts_with(|next: char| next.is_ascii_alphabetic());
        if runs_on && !keywords.iter().any(|keyword| rest.starts_with(keyword)) {
            return Err(self.refuse(range, "invalid decimal literal"));
        }
        Ok(())
    }

    fn big_integer(&mut self, range: TextRange) -> Lowered<Constant> {
        let text = self.slice(range).replace('_', "");
        let (digits, radix) = match text.get(..2) {
            Some("0x" | "0X") => (&text[2..], 16),
            Some("0o" | "0O") => (&text[2..], 8),
            Some("0b" | "0B") => (&text[2..], 2),
            _ => (&text[..], 10),
        };
        if radix == 10 && digits.len() > DIGITS {
            return Err(self.too_many_digits(range, digits.len()));
        }
        match BigInt::from_str_radix(digits, radix) {
            Ok(value) => Ok(Constant::BigInt(Box::new(value))),
            Err(_) => Err(self.refuse(range, "invalid decimal literal")),
        }
    }

    fn too_many_digits(&self, range: TextRange, digits: usize) -> Refusal {
        let message = format!(
            "Exceeds the limit ({DIGITS} digits) for integer string conversion: value has {digits} digits; \
             use sys.set_int_max_str_digits() to increase the limit \
             - Consider hexadecimal for huge integer literals to avoid decimal conversion limits."
        );
        self.limit(range, message)
    }
}

fn bool_operator(op: ast::BoolOp) -> BoolOperator {
    match op {
        ast::BoolOp::And => BoolOperator::And,
        ast::BoolOp::Or => BoolOperator::Or,
    }
}

fn unary_operator(op: ast::UnaryOp) -> UnaryOperator {
    match op {
        ast::UnaryOp::Invert => UnaryOperator::Invert,
        ast::UnaryOp::Not => UnaryOperator::Not,
        ast::UnaryOp::UAdd => UnaryOperator::UAdd,
        ast::UnaryOp::USub => UnaryOperator::USub,
    }
}

pub(super) fn operator(op: ast::Operator) -> Operator {
    match op {
        ast::Operator::Add => Operator::Add,
        ast::Operator::Sub => Operator::Sub,
        ast::Operator::Mult => Operator::Mult,
        ast::Operator::MatMult => Operator::MatMult,
        ast::Operator::Div => Operator::Div,
        ast::Operator::Mod => Operator::Mod,
        ast::Operator::Pow => Operator::Pow,
        ast::Operator::LShift => Operator::LShift,
        ast::Operator::RShift => Operator::RShift,
        ast::Operator::BitOr => Operator::BitOr,
        ast::Operator::BitXor => Operator::BitXor,
        ast::Operator::BitAnd => Operator::BitAnd,
        ast::Operator::FloorDiv => Operator::FloorDiv,
    }
}

fn comparison(op: ast::CmpOp) -> Comparison {
    match op {
        ast::CmpOp::Eq => Comparison::Eq,
        ast::CmpOp::NotEq => Comparison::NotEq,
        ast::CmpOp::Lt => Comparison::Lt,
        ast::CmpOp::LtE => Comparison::LtE,
        ast::CmpOp::Gt => Comparison::Gt,
        ast::CmpOp::GtE => Comparison::GtE,
        ast::CmpOp::Is => Comparison::Is,
        ast::CmpOp::IsNot => Comparison::IsNot,
        ast::CmpOp::In => Comparison::In,
        ast::CmpOp::NotIn => Comparison::NotIn,
    }
}
