//! What is made of the text of a watched expression: a [`Plan`] of what only looks, or a sentence that says what could do more.

use std::rc::Rc;

use stillframe_front::syntax::tree::{BoolOperator, Comparison, Constant, Expr, ExprKind, Operator, StmtKind, UnaryOperator};
use stillframe_front::syntax::{self, Await, Error};

use crate::limits::WATCH_TEXT;
use crate::object::value::Value;

/// An expression that only looks. It nests no deeper than its text is long, which is short ([`WATCH_TEXT`]).
pub enum Plan {
    /// A variable, by its place among the plan's names.
    Name(usize),
    Constant(Value),
    Attribute(Box<Plan>, Rc<str>),
    Item(Box<Plan>, Box<Plan>),
    Length(Box<Plan>),
    Calculation(Box<Plan>, Operator, Box<Plan>),
    Sign {
        negative: bool,
        operand: Box<Plan>,
    },
    Not(Box<Plan>),
    Either(BoolOperator, Vec<Plan>),
    Choice {
        test: Box<Plan>,
        body: Box<Plan>,
        orelse: Box<Plan>,
    },
    /// Each comparison with what is on its right.
    Comparison(Box<Plan>, Vec<(Comparison, Plan)>),
}

/// A plan, and the variables that it names.
pub struct Planned {
    pub plan: Plan,
    pub names: Vec<Rc<str>>,
    /// Whether it calls `len`, which must be the built-in one.
    pub measures: bool,
}

/// The only call that a plan has.
pub const LENGTH: &str = "len";

/// Makes a plan of a text.
///
/// # Errors
///
/// A sentence that says why there is none.
pub fn plan(text: &str) -> Result<Planned, String> {
    if text.len() > WATCH_TEXT {
        return Err(format!("It is longer than a watched expression may be ({WATCH_TEXT} bytes)."));
    }
    // Parentheses let it go over several lines, and let no statement through.
    let tree = syntax::parse_with(&format!("({text}\n)"), Await::AtTopLevel).map_err(|error| match error {
        Error::Syntax(error) => format!("{}: {}.", error.kind.name(), error.message.trim_end_matches('.')),
        Error::NoMemory => "There is no memory to read it.".to_owned(),
    })?;
    let mut planner = Planner { names: Vec::new(), measures: false };
    match tree.body.as_slice() {
        [stmt] if let StmtKind::Expr(expr) = &stmt.kind => {
            let plan = planner.expr(expr)?;
            Ok(Planned { plan, names: planner.names, measures: planner.measures })
        }
        _ => Err("It is no expression.".to_owned()),
    }
}

struct Planner {
    names: Vec<Rc<str>>,
    measures: bool,
}

impl Planner {
    fn expr(&mut self, expr: &Expr) -> Result<Plan, String> {
        Ok(match &expr.kind {
            ExprKind::Name(name) => Plan::Name(self.name(name)),
            ExprKind::Constant(constant) => planned_constant(constant)?,
            ExprKind::Attribute { value, name, .. } => Plan::Attribute(self.boxed(value)?, Rc::from(&**name)),
            ExprKind::Subscript { index, .. } if matches!(index.kind, ExprKind::Slice { .. }) => {
                return Err("A slice makes a new object, and watching makes none.".to_owned());
            }
            ExprKind::Subscript { value, index } => Plan::Item(self.boxed(value)?, self.boxed(index)?),
            ExprKind::Call { func, args, keywords } => match (&func.kind, args.as_slice()) {
                (ExprKind::Name(name), [of]) if &**name == LENGTH && keywords.is_empty() => {
                    self.measures = true;
                    Plan::Length(self.boxed(of)?)
                }
                _ => return Err("It calls a function, which could change what the program does. Only len(…) may be called.".to_owned()),
            },
            ExprKind::BinOp { left, op, right } => match op {
                Operator::Add | Operator::Sub | Operator::Mult | Operator::Div | Operator::FloorDiv | Operator::Mod => {
                    Plan::Calculation(self.boxed(left)?, *op, self.boxed(right)?)
                }
                _ => return Err("Of the operators, only + - * / // and % are calculated.".to_owned()),
            },
            ExprKind::UnaryOp { op, operand } => match op {
                UnaryOperator::Not => Plan::Not(self.boxed(operand)?),
                UnaryOperator::UAdd => Plan::Sign { negative: false, operand: self.boxed(operand)? },
                UnaryOperator::USub => Plan::Sign { negative: true, operand: self.boxed(operand)? },
                UnaryOperator::Invert => return Err("Of the operators, only + - * / // and % are calculated.".to_owned()),
            },
            ExprKind::BoolOp { op, values } => Plan::Either(*op, values.iter().map(|value| self.expr(value)).collect::<Result<_, _>>()?),
            ExprKind::IfExp { test, body, orelse } => {
                Plan::Choice { test: self.boxed(test)?, body: self.boxed(body)?, orelse: self.boxed(orelse)? }
            }
            ExprKind::Compare { left, ops, comparators } => {
                let left = self.boxed(left)?;
                let rest = ops.iter().zip(comparators).map(|(op, right)| Ok((*op, self.expr(right)?)));
                Plan::Comparison(left, rest.collect::<Result<_, String>>()?)
            }
            other => return Err(refusal(other)),
        })
    }

    fn boxed(&mut self, expr: &Expr) -> Result<Box<Plan>, String> {
        self.expr(expr).map(Box::new)
    }

    fn name(&mut self, name: &str) -> usize {
        self.names.iter().position(|known| **known == *name).unwrap_or_else(|| {
            self.names.push(Rc::from(name));
            self.names.len() - 1
        })
    }
}

fn planned_constant(constant: &Constant) -> Result<Plan, String> {
    Ok(Plan::Constant(match constant {
        Constant::None => Value::None,
        Constant::True => Value::True,
        Constant::False => Value::False,
        Constant::Ellipsis => Value::Ellipsis,
        Constant::Int(i) => Value::Int(*i),
        Constant::Float(float) => Value::float(*float),
        Constant::Str(text) => Value::uncounted_str(&**text),
        Constant::BigInt(_) => return Err("It has a number of more than 64 bits.".to_owned()),
        Constant::Complex(_) => return Err("It has a complex number.".to_owned()),
        Constant::Bytes(_) => return Err("It has bytes.".to_owned()),
    }))
}

/// Why an expression of another kind is not watched.
fn refusal(kind: &ExprKind) -> String {
    match kind {
        ExprKind::NamedExpr { .. } => "It sets a variable.",
        ExprKind::Await(_) => "It awaits, which would run the program.",
        ExprKind::ListComp { .. } | ExprKind::SetComp { .. } | ExprKind::DictComp { .. } | ExprKind::GeneratorExp { .. } => {
            "A comprehension iterates, which could run the program."
        }
        ExprKind::JoinedStr(_) => "An f-string formats values, which could run the program.",
        ExprKind::Lambda { .. } | ExprKind::Dict { .. } | ExprKind::Set(_) | ExprKind::List(_) | ExprKind::Tuple(_) => {
            "It makes a new object, and watching makes none."
        }
        _ => "It is no expression that can be watched.",
    }
    .to_owned()
}
