//! Sums, products and distances.

use super::{again, float_argument};
use crate::library::prelude_name;
use crate::object::fuel;
use crate::object::native::{Answer, Trap, optional};
use crate::object::operate::number::float::{scale, split};
use crate::object::operate::{self, plain, to_vec};
use crate::object::runtime::Runtime;
use crate::object::value::Value;
use stillframe_front::bytecode::op::Binary;

/// Floats, from values; where a `__float__` is the program's the prelude makes a list of floats, and calls the function again.
fn floats(rt: &mut Runtime, items: &[Value], ask: impl Fn(&Runtime) -> Trap) -> Result<Vec<f64>, Trap> {
    fuel::burn(items.len() as u64 * 2)?;
    rt.reserve(items.len() * 16)?;
    let mut floats = Vec::with_capacity(items.len());
    for at in 0..items.len() {
        match float_argument(rt, items, at, "fsum") {
            Ok(x) => floats.push(x),
            Err(Trap::Request(_)) => return Err(ask(rt)),
            Err(trap) => return Err(trap),
        }
    }
    Ok(floats)
}

pub fn fsum(rt: &mut Runtime, args: &[Value]) -> Answer {
    let ask = |rt: &Runtime| again(rt, prelude_name("call_with_list_of_floats"), args, "fsum");
    let Some(items) = to_vec(rt, &args[0])? else { return Err(ask(rt)) };
    let mut sum = Exact::default();
    for x in floats(rt, &items, ask)? {
        if !sum.add(x) {
            return Err(rt.overflow_error("intermediate overflow in fsum"));
        }
    }
    if let Some(special) = sum.special {
        return if special.is_nan() && !sum.saw_nan { Err(rt.value_error("-inf + inf in fsum")) } else { Ok(Value::float(special)) };
    }
    Ok(Value::float(sum.rounded()))
}

/// An exact sum: floats that don't overlap, the smallest first (Shewchuk).
#[derive(Default)]
struct Exact {
    partials: Vec<f64>,
    /// The sum of infinities and NaNs.
    special: Option<f64>,
    saw_nan: bool,
}

impl Exact {
    /// Adds a number; false where finite ones overflow.
    fn add(&mut self, x: f64) -> bool {
        if !x.is_finite() {
            self.saw_nan |= x.is_nan();
            self.special = Some(self.special.unwrap_or(0.0) + x);
            return true;
        }
        let mut carried = x;
        let mut kept = 0;
        for at in 0..self.partials.len() {
            let (large, small) = larger_first(carried, self.partials[at]);
            let high = large + small;
            let low = small - (high - large);
            if low != 0.0 {
                self.partials[kept] = low;
                kept += 1;
            }
            carried = high;
        }
        self.partials.truncate(kept);
        if carried != 0.0 {
            if !carried.is_finite() {
                return false;
            }
            self.partials.push(carried);
        }
        true
    }

    /// The nearest float, ties to even.
    fn rounded(mut self) -> f64 {
        let Some(mut high) = self.partials.pop() else { return 0.0 };
        let mut low = 0.0;
        while let Some(next) = self.partials.pop() {
            let before = high;
            high = before + next;
            low = next - (high - before);
            if low != 0.0 {
                break;
            }
        }
        // Half a unit away the next partial decides, which has not been looked at.
        if let Some(next) = self.partials.last()
            && (low < 0.0 && *next < 0.0 || low > 0.0 && *next > 0.0)
        {
            let doubled = low * 2.0;
            let moved = high + doubled;
            if doubled == moved - high {
                high = moved;
            }
        }
        high
    }
}

fn larger_first(a: f64, b: f64) -> (f64, f64) {
    if a.abs() < b.abs() { (b, a) } else { (a, b) }
}

pub fn prod(rt: &mut Runtime, args: &[Value]) -> Answer {
    let mut product = optional(args, 1).cloned().unwrap_or(Value::Int(1));
    let ask = |rt: &Runtime, product: &Value, rest: Value| rt.prelude("prod_of", vec![product.clone(), rest]);
    let Some(items) = to_vec(rt, &args[0])? else { return Err(ask(rt, &product, args[0].clone())) };
    for (at, item) in items.iter().enumerate() {
        fuel::burn(1)?;
        match operate::binary(rt, Binary::Mul, &product, item, false) {
            Ok(value) => product = value,
            Err(Trap::Request(_)) => return Err(ask(rt, &product, Value::list(items[at..].to_vec()))),
            Err(trap) => return Err(trap),
        }
    }
    Ok(product)
}

pub fn hypot(rt: &mut Runtime, args: &[Value]) -> Answer {
    let floats = floats(rt, args, |rt| again(rt, prelude_name("call_with_floats"), args, "hypot"))?;
    Ok(Value::float(norm(&floats)))
}

pub fn dist(rt: &mut Runtime, args: &[Value]) -> Answer {
    let ask = |rt: &Runtime| again(rt, prelude_name("dist_of"), args, "dist");
    let mut points = Vec::new();
    for point in args {
        let items = match plain(point) {
            Value::Tuple(tuple) => tuple.items.clone(),
            other => match to_vec(rt, other)? {
                Some(items) => items,
                None => return Err(ask(rt)),
            },
        };
        fuel::burn(2 * items.len() as u64)?;
        points.push(items);
    }
    if points[0].len() != points[1].len() {
        return Err(rt.value_error("both points must have the same number of dimensions"));
    }
    let (p, q) = (floats(rt, &points[0], ask)?, floats(rt, &points[1], ask)?);
    let differences: Vec<f64> = p.iter().zip(&q).map(|(p, q)| (p - q).abs()).collect();
    Ok(Value::float(norm(&differences)))
}

/// The length of a vector: squares are summed exactly enough, and the root corrected by what is left.
fn norm(vector: &[f64]) -> f64 {
    let largest = vector.iter().fold(0.0, |largest: f64, x| largest.max(x.abs()));
    if largest.is_infinite() {
        return largest;
    }
    if vector.iter().any(|x| x.is_nan()) {
        return f64::NAN;
    }
    if largest == 0.0 || vector.len() <= 1 {
        return largest;
    }
    let (_, exponent) = split(largest);
    let (mut sum, mut rest) = (Lossless { high: 1.0, products: 0.0, sums: 0.0 }, 0.0);
    if exponent < -1023 {
        // The scale would overflow: so small numbers are divided instead.
        let mut high = 1.0;
        for x in vector {
            let square = (x.abs() / largest) * (x.abs() / largest);
            let before = high;
            high += square;
            rest += (before - high) + square;
        }
        return largest * (high - 1.0 + rest).sqrt();
    }
    let unit = scale(1.0, -i64::from(exponent));
    for x in vector {
        let x = x.abs() * unit;
        sum.add_product(x, x);
    }
    let root = sum.value().sqrt();
    sum.add_product(-root, root);
    (root + sum.value() / (2.0 * root)) / unit
}

/// A sum that keeps what rounding loses. It begins with 1, so that every summand is smaller.
struct Lossless {
    high: f64,
    products: f64,
    sums: f64,
}

impl Lossless {
    fn add_product(&mut self, x: f64, y: f64) {
        let product = x * y;
        self.products += x.mul_add(y, -product);
        let sum = self.high + product;
        self.sums += (self.high - sum) + product;
        self.high = sum;
    }

    fn value(&self) -> f64 {
        self.high - 1.0 + (self.products + self.sums)
    }
}
