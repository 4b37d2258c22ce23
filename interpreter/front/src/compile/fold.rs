//! Constants: those in the tree, and those that CPython computes while it compiles.

use std::cell::{Cell, RefCell};
use std::collections::HashSet;

use num_bigint::{BigInt, Sign};
use num_integer::Integer;
use num_traits::{ToPrimitive, Zero};

use crate::bytecode::code::Const;
use crate::syntax::tree::{Comparison, Constant, Expr, ExprKind, Operator, UnaryOperator};

/// CPython folds no integers with more bits than this …
const MAX_INT_BITS: u64 = 128;
/// … no strings longer …
const MAX_TEXT: usize = 4096;
/// … no tuples larger …
const MAX_ITEMS: usize = 256;
/// … nor with more items in all, those of inner tuples included.
const MAX_NESTED_ITEMS: usize = 1024;

/// The bytes that folding may work on in one program. What is beyond is left to the run, which comes to the same values.
const MAX_WORK: usize = 32 << 20;
/// The bytes of one item of a tuple, and the cost of one node of the tree.
const ITEM_SIZE: usize = size_of::<Const>();

/// The value of a constant in the tree.
pub fn of(constant: &Constant) -> Const {
    match constant {
        Constant::None => Const::None,
        Constant::True => Const::True,
        Constant::False => Const::False,
        Constant::Ellipsis => Const::Ellipsis,
        Constant::Int(i) => Const::Int(*i),
        Constant::BigInt(i) => int(BigInt::clone(i)),
        Constant::Float(f) => Const::Float(*f),
        Constant::Complex(im) => Const::Complex(0.0, *im),
        Constant::Str(s) => Const::Str(s.clone()),
        Constant::Bytes(b) => Const::Bytes(b.clone()),
    }
}

/// Computes the constants of one program, with an account of the work.
pub struct Folder {
    /// What is left of [`MAX_WORK`].
    room: Cell<usize>,
    /// The addresses of operations and tuples that have no constant value: each is tried once, not again for each one around it.
    failed: RefCell<HashSet<usize>>,
}

impl Folder {
    pub fn new() -> Folder {
        Folder { room: Cell::new(MAX_WORK), failed: RefCell::default() }
    }

    /// The value of an expression, if CPython knows it while it compiles.
    pub fn constant(&self, e: &Expr) -> Option<Const> {
        match &e.kind {
            ExprKind::Constant(constant) => Some(of(constant)),
            ExprKind::Name(name) if &**name == "__debug__" => Some(Const::True),
            ExprKind::UnaryOp { .. } | ExprKind::BinOp { .. } | ExprKind::Tuple(_) => self.computed(e),
            _ => None,
        }
    }

    /// The values of all of them, or none.
    pub fn constants(&self, elements: &[Expr]) -> Option<Vec<Const>> {
        self.spend(elements.len() * ITEM_SIZE)?;
        elements.iter().map(|element| self.constant(element)).collect()
    }

    /// The truth of an expression, if its value is known.
    pub fn truth(&self, e: &Expr) -> Option<bool> {
        self.constant(e).map(|value| is_true(&value))
    }

    /// An integer that fits an instruction.
    pub fn small_int(&self, e: &Expr) -> Option<i16> {
        match self.constant(e)? {
            Const::Int(i) => i16::try_from(i).ok(),
            _ => None,
        }
    }

    /// The constant of a list or set that is only searched or iterated.
    pub fn searched(&self, e: &Expr) -> Option<Const> {
        match &e.kind {
            ExprKind::List(elements) => self.constants(elements).map(Const::Tuple),
            ExprKind::Set(elements) => self.constants(elements).map(Const::FrozenSet),
            _ => None,
        }
    }

    fn computed(&self, e: &Expr) -> Option<Const> {
        let address = std::ptr::from_ref(e).addr();
        if self.failed.borrow().contains(&address) {
            return None;
        }
        let value = self.compute(e);
        if value.is_none() {
            self.failed.borrow_mut().insert(address);
        }
        value
    }

    fn compute(&self, e: &Expr) -> Option<Const> {
        match &e.kind {
            ExprKind::UnaryOp { op, operand } => {
                let operand = self.constant(operand)?;
                self.spend(ITEM_SIZE + size(&operand))?;
                unary(*op, &operand)
            }
            ExprKind::BinOp { left, op, right } => {
                let right = self.constant(right)?;
                let left = self.constant(left)?;
                self.spend(ITEM_SIZE + size_of_result(*op, &left, &right))?;
                binary(*op, &left, &right)
            }
            ExprKind::Tuple(elements) => self.constants(elements).map(Const::Tuple),
            _ => None,
        }
    }

    /// Takes from what is left; none if that is not enough.
    fn spend(&self, bytes: usize) -> Option<()> {
        self.room.set(self.room.get().checked_sub(bytes)?);
        Some(())
    }
}

/// The bytes of a constant's text, digits or items, those of inner tuples included.
pub fn size(value: &Const) -> usize {
    match value {
        Const::Str(s) => s.len(),
        Const::Bytes(b) => b.len(),
        Const::BigInt(i) => (i.bits() / 8) as usize,
        Const::Tuple(items) | Const::FrozenSet(items) => items.iter().map(|item| ITEM_SIZE + size(item)).sum(),
        _ => 0,
    }
}

/// The most bytes of what an operation makes or goes through.
fn size_of_result(op: Operator, left: &Const, right: &Const) -> usize {
    let times = |value: &Const, count: &Const| match (value, count) {
        (Const::Str(_) | Const::Bytes(_) | Const::Tuple(_), Const::Int(count)) => {
            size(value).saturating_mul(usize::try_from((*count).clamp(0, MAX_TEXT as i64)).unwrap_or(0))
        }
        _ => 0,
    };
    let product = if op == Operator::Mult { times(left, right).max(times(right, left)) } else { 0 };
    product.max(size(left) + size(right))
}

/// The test that is true where an identity or membership test is false.
pub fn opposite(op: Comparison) -> Option<Comparison> {
    match op {
        Comparison::Is => Some(Comparison::IsNot),
        Comparison::IsNot => Some(Comparison::Is),
        Comparison::In => Some(Comparison::NotIn),
        Comparison::NotIn => Some(Comparison::In),
        _ => None,
    }
}

fn is_true(value: &Const) -> bool {
    match value {
        Const::None | Const::False => false,
        Const::True | Const::Ellipsis => true,
        Const::Int(i) => *i != 0,
        Const::BigInt(i) => !i.is_zero(),
        Const::Float(f) => *f != 0.0,
        Const::Complex(re, im) => *re != 0.0 || *im != 0.0,
        Const::Str(s) => !s.is_empty(),
        Const::Bytes(b) => !b.is_empty(),
        Const::Tuple(items) | Const::FrozenSet(items) => !items.is_empty(),
    }
}

fn int(i: BigInt) -> Const {
    i.to_i64().map_or(Const::BigInt(i), Const::Int)
}

fn bool(b: bool) -> Const {
    if b { Const::True } else { Const::False }
}

fn as_int(value: &Const) -> Option<BigInt> {
    match value {
        Const::True => Some(1.into()),
        Const::False => Some(0.into()),
        Const::Int(i) => Some((*i).into()),
        Const::BigInt(i) => Some(i.clone()),
        _ => None,
    }
}

fn as_float(value: &Const) -> Option<f64> {
    match value {
        Const::Float(f) => Some(*f),
        value => as_int(value)?.to_f64().filter(|f| f.is_finite()),
    }
}

fn unary(op: UnaryOperator, value: &Const) -> Option<Const> {
    if op == UnaryOperator::Not {
        return Some(bool(!is_true(value)));
    }
    match (value, op) {
        (Const::Float(f), UnaryOperator::USub) => Some(Const::Float(-f)),
        (Const::Float(f), UnaryOperator::UAdd) => Some(Const::Float(*f)),
        (Const::Complex(re, im), UnaryOperator::USub) => Some(Const::Complex(-re, -im)),
        (Const::Complex(re, im), UnaryOperator::UAdd) => Some(Const::Complex(*re, *im)),
        (value, op) => {
            let i = as_int(value)?;
            match op {
                UnaryOperator::USub => Some(int(-i)),
                UnaryOperator::UAdd => Some(int(i)),
                UnaryOperator::Invert => Some(int(-i - 1)),
                UnaryOperator::Not => None,
            }
        }
    }
}

fn binary(op: Operator, left: &Const, right: &Const) -> Option<Const> {
    if let (Const::True | Const::False, Const::True | Const::False) = (left, right) {
        let (a, b) = (is_true(left), is_true(right));
        match op {
            Operator::BitAnd => return Some(bool(a & b)),
            Operator::BitOr => return Some(bool(a | b)),
            Operator::BitXor => return Some(bool(a ^ b)),
            _ => {}
        }
    }
    if let (Some(a), Some(b)) = (as_int(left), as_int(right)) {
        return binary_int(op, &a, &b);
    }
    if matches!(left, Const::Complex(..)) || matches!(right, Const::Complex(..)) {
        return binary_complex(op, left, right);
    }
    if let (Some(a), Some(b)) = (as_float(left), as_float(right)) {
        return binary_float(op, a, b);
    }
    match op {
        Operator::Add => concatenate(left, right),
        Operator::Mult => match (as_int(left), as_int(right)) {
            (None, Some(count)) => repeat(left, &count),
            (Some(count), None) => repeat(right, &count),
            _ => None,
        },
        _ => None,
    }
}

fn binary_int(op: Operator, a: &BigInt, b: &BigInt) -> Option<Const> {
    let value = match op {
        Operator::Add => a + b,
        Operator::Sub => a - b,
        Operator::Mult if a.is_zero() || b.is_zero() => BigInt::ZERO,
        Operator::Mult if a.bits() + b.bits() <= MAX_INT_BITS => a * b,
        Operator::FloorDiv if !b.is_zero() => a.div_floor(b),
        Operator::Mod if !b.is_zero() => a.mod_floor(b),
        Operator::Div => return divide(a, b),
        Operator::Pow if b.sign() == Sign::Minus => return binary_float(op, a.to_f64()?, b.to_f64()?),
        Operator::Pow => power(a, b)?,
        Operator::LShift => shift_left(a, b)?,
        Operator::RShift if b.sign() != Sign::Minus => a >> b.to_u32()?,
        Operator::BitAnd => a & b,
        Operator::BitOr => a | b,
        Operator::BitXor => a ^ b,
        _ => return None,
    };
    Some(int(value))
}

/// Where both sides are exact as floats, so is IEEE's quotient.
fn divide(a: &BigInt, b: &BigInt) -> Option<Const> {
    const EXACT: u64 = 53;
    (!b.is_zero() && a.bits() <= EXACT && b.bits() <= EXACT).then(|| Some(Const::Float(a.to_f64()? / b.to_f64()?)))?
}

fn power(a: &BigInt, b: &BigInt) -> Option<BigInt> {
    let exponent = b.to_u32()?;
    (a.bits().checked_mul(u64::from(exponent))? <= MAX_INT_BITS).then(|| a.pow(exponent))
}

fn shift_left(a: &BigInt, b: &BigInt) -> Option<BigInt> {
    let by = b.to_u32()?;
    (a.is_zero() || a.bits() + u64::from(by) <= MAX_INT_BITS).then(|| a << by)
}

fn binary_float(op: Operator, a: f64, b: f64) -> Option<Const> {
    match op {
        Operator::Add => Some(Const::Float(a + b)),
        Operator::Sub => Some(Const::Float(a - b)),
        Operator::Mult => Some(Const::Float(a * b)),
        Operator::Div if b != 0.0 => Some(Const::Float(a / b)),
        Operator::Pow if a > 0.0 => Some(a.powf(b)).filter(|power| power.is_finite()).map(Const::Float),
        _ => None,
    }
}

fn binary_complex(op: Operator, left: &Const, right: &Const) -> Option<Const> {
    let parts = |value: &Const| match value {
        Const::Complex(re, im) => Some((*re, *im)),
        value => Some((as_float(value)?, 0.0)),
    };
    let ((a, b), (c, d)) = (parts(left)?, parts(right)?);
    match op {
        Operator::Add => Some(Const::Complex(a + c, b + d)),
        Operator::Sub => Some(Const::Complex(a - c, b - d)),
        _ => None,
    }
}

fn concatenate(left: &Const, right: &Const) -> Option<Const> {
    match (left, right) {
        (Const::Str(a), Const::Str(b)) => Some(Const::Str(format!("{a}{b}").into())),
        (Const::Bytes(a), Const::Bytes(b)) => Some(Const::Bytes([&a[..], b].concat().into())),
        (Const::Tuple(a), Const::Tuple(b)) => Some(Const::Tuple([&a[..], b].concat())),
        _ => None,
    }
}

fn repeat(value: &Const, count: &BigInt) -> Option<Const> {
    let count = if count.sign() == Sign::Minus { 0 } else { count.to_usize()? };
    let fits = |len: usize, most: usize| len == 0 || count <= most / len;
    match value {
        Const::Str(s) if fits(s.chars().count(), MAX_TEXT) => Some(Const::Str(s.repeat(count).into())),
        Const::Bytes(b) if fits(b.len(), MAX_TEXT) => Some(Const::Bytes(b.repeat(count).into())),
        Const::Tuple(items) if fits(items.len(), MAX_ITEMS) && count <= MAX_ITEMS && fits(nested_items(value), MAX_NESTED_ITEMS) => {
            Some(Const::Tuple(vec![&items[..]; count].concat()))
        }
        _ => None,
    }
}

/// The items of a tuple or set, those of inner ones included.
fn nested_items(value: &Const) -> usize {
    match value {
        Const::Tuple(items) | Const::FrozenSet(items) => items.iter().map(|item| 1 + nested_items(item)).sum(),
        _ => 0,
    }
}
