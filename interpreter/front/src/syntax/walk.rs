//! Ways through the tree that several passes share.

use super::tree::{Comprehension, Expr, ExprKind, FStringPart, Parameters};

impl Expr {
    /// Visits the expressions right inside this one, in the order in which they stand; stops at the first failure.
    pub fn try_each_child<E>(&self, visit: &mut dyn FnMut(&Expr) -> Result<(), E>) -> Result<(), E> {
        match &self.kind {
            ExprKind::Constant(_) | ExprKind::Name(_) => Ok(()),
            ExprKind::BoolOp { values, .. } => values.iter().try_for_each(visit),
            ExprKind::NamedExpr { value, .. }
            | ExprKind::UnaryOp { operand: value, .. }
            | ExprKind::Await(value)
            | ExprKind::YieldFrom(value)
            | ExprKind::Starred(value)
            | ExprKind::Attribute { value, .. } => visit(value),
            ExprKind::BinOp { left, right, .. } => {
                visit(left)?;
                visit(right)
            }
            ExprKind::Lambda { params, body } => {
                params.defaults().try_for_each(&mut *visit)?;
                visit(body)
            }
            ExprKind::IfExp { test, body, orelse } => {
                visit(test)?;
                visit(body)?;
                visit(orelse)
            }
            ExprKind::Dict { keys, values } => keys.iter().zip(values).try_for_each(|(key, value)| {
                key.iter().try_for_each(&mut *visit)?;
                visit(value)
            }),
            ExprKind::Set(elements) | ExprKind::List(elements) | ExprKind::Tuple(elements) => elements.iter().try_for_each(visit),
            ExprKind::ListComp { element, generators }
            | ExprKind::SetComp { element, generators }
            | ExprKind::GeneratorExp { element, generators } => {
                generators.iter().try_for_each(|generator| generator.try_each_child(visit))?;
                visit(element)
            }
            ExprKind::DictComp { key, value, generators } => {
                generators.iter().try_for_each(|generator| generator.try_each_child(visit))?;
                visit(key)?;
                visit(value)
            }
            ExprKind::Yield(value) => value.iter().try_for_each(|value| visit(value)),
            ExprKind::Compare { left, comparators, .. } => {
                visit(left)?;
                comparators.iter().try_for_each(visit)
            }
            ExprKind::Call { func, args, keywords } => {
                visit(func)?;
                args.iter().try_for_each(&mut *visit)?;
                keywords.iter().try_for_each(|keyword| visit(&keyword.value))
            }
            ExprKind::JoinedStr(parts) => try_each_part(parts, visit),
            ExprKind::Subscript { value, index } => {
                visit(value)?;
                visit(index)
            }
            ExprKind::Slice { lower, upper, step } => [lower, upper, step].into_iter().flatten().try_for_each(|bound| visit(bound)),
        }
    }
}

fn try_each_part<E>(parts: &[FStringPart], visit: &mut dyn FnMut(&Expr) -> Result<(), E>) -> Result<(), E> {
    parts.iter().try_for_each(|part| match part {
        FStringPart::Literal(_) => Ok(()),
        FStringPart::Value { value, spec, .. } => {
            visit(value)?;
            spec.iter().try_for_each(|spec| try_each_part(spec, visit))
        }
    })
}

impl Comprehension {
    fn try_each_child<E>(&self, visit: &mut dyn FnMut(&Expr) -> Result<(), E>) -> Result<(), E> {
        visit(&self.target)?;
        visit(&self.iter)?;
        self.ifs.iter().try_for_each(visit)
    }
}

impl Parameters {
    /// The defaults, in the order in which they are evaluated.
    pub fn defaults(&self) -> impl Iterator<Item = &Expr> {
        let all = self.posonly.iter().chain(&self.args).chain(&self.kwonly);
        all.filter_map(|param| param.default.as_ref())
    }

    /// The annotations, in the order in which they are evaluated.
    pub fn annotations(&self) -> impl Iterator<Item = &Expr> {
        let positional = self.posonly.iter().chain(&self.args);
        let starred = self.vararg.as_deref().into_iter().chain(self.kwarg.as_deref());
        positional.chain(starred).chain(&self.kwonly).filter_map(|param| param.annotation.as_ref())
    }
}
