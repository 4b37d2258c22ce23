//! Functions of integers.

use num_bigint::BigInt;
use num_traits::{One, Signed, ToPrimitive, Zero};

use super::again;
use crate::library::prelude_name;
use crate::limits::size;
use crate::object::fuel;
use crate::object::native::{Answer, Stop, Trap, optional};
use crate::object::operate::number::big;
use crate::object::operate::number::integer::Int;
use crate::object::operate::{overrides, plain};
use crate::object::runtime::Runtime;
use crate::object::symbol::names;
use crate::object::value::Value;

/// An integer argument; where its `__index__` is the program's the prelude asks it, and calls the function again.
fn argument(rt: &Runtime, args: &[Value], at: usize, function: &str) -> Result<BigInt, Trap> {
    match Int::of(plain(&args[at])) {
        Some(int) => Ok(int.to_big().into_owned()),
        None if overrides(&args[at], names::INDEX) => Err(again(rt, prelude_name("call_function_with_indices"), args, function)),
        None => Err(rt.type_error(format!("'{}' object cannot be interpreted as an integer", rt.type_name(&args[at])))),
    }
}

pub fn gcd(rt: &mut Runtime, args: &[Value]) -> Answer {
    let mut result = BigInt::zero();
    for at in 0..args.len() {
        let next = argument(rt, args, at, "gcd")?;
        result = big::gcd(&result, &next)?;
    }
    Ok(Value::big(result))
}

pub fn lcm(rt: &mut Runtime, args: &[Value]) -> Answer {
    let mut result = BigInt::one();
    for at in 0..args.len() {
        let next = argument(rt, args, at, "lcm")?;
        rt.reserve(size((result.bits() + next.bits()) / 8))?;
        if result.is_zero() || next.is_zero() {
            result = BigInt::zero();
        } else {
            let (share, _) = big::div_mod_floor(&next, &big::gcd(&result, &next)?)?;
            result = big::multiply(&result, &share)?.abs();
        }
    }
    Ok(Value::big(result))
}

pub fn factorial(rt: &mut Runtime, args: &[Value]) -> Answer {
    let n = argument(rt, args, 0, "factorial")?;
    if n.is_negative() {
        return Err(rt.value_error("factorial() not defined for negative values"));
    }
    let n = n.to_i64().ok_or_else(|| rt.overflow_error(format!("factorial() argument should not exceed {}", i64::MAX)))?;
    product(rt, 1, n as u64).map(Value::big)
}

/// `first * (first + 1) * … * last`, in halves, so that factors are of a size.
fn product(rt: &mut Runtime, first: u64, last: u64) -> Result<BigInt, Trap> {
    if first > last {
        return Ok(BigInt::one());
    }
    let count = last - first + 1;
    let bits = count.saturating_mul(u64::from(64 - last.leading_zeros()));
    rt.reserve(size(bits / 8))?;
    Ok(halves(first, last)?)
}

/// It calls itself as deep as the count has bits.
fn halves(first: u64, last: u64) -> Result<BigInt, Stop> {
    if last - first < 16 {
        fuel::burn(last - first)?;
        return Ok((first..=last).map(BigInt::from).product());
    }
    let middle = first + (last - first) / 2;
    big::multiply(&halves(first, middle)?, &halves(middle + 1, last)?)
}

pub fn isqrt(rt: &mut Runtime, args: &[Value]) -> Answer {
    let n = argument(rt, args, 0, "isqrt")?;
    if n.is_negative() {
        return Err(rt.value_error("isqrt() argument must be nonnegative"));
    }
    Ok(Value::big(big::square_root(n.magnitude())?.into()))
}

/// `n` and `k` of `comb` and `perm`: none where `k` is larger than `n`.
fn choice(rt: &Runtime, args: &[Value], function: &str) -> Result<Option<(BigInt, BigInt)>, Trap> {
    let n = argument(rt, args, 0, function)?;
    let k = argument(rt, args, 1, function)?;
    if n.is_negative() {
        return Err(rt.value_error("n must be a non-negative integer"));
    }
    if k.is_negative() {
        return Err(rt.value_error("k must be a non-negative integer"));
    }
    Ok((k <= n).then_some((n, k)))
}

pub fn perm(rt: &mut Runtime, args: &[Value]) -> Answer {
    if optional(args, 1).is_none_or(Value::is_none) {
        return factorial(rt, &args[..1]);
    }
    let Some((n, k)) = choice(rt, args, "perm")? else { return Ok(Value::Int(0)) };
    let k = k.to_u64().ok_or_else(|| rt.overflow_error(format!("k must not exceed {}", i64::MAX)))?;
    falling(rt, &n, k).map(Value::big)
}

pub fn comb(rt: &mut Runtime, args: &[Value]) -> Answer {
    let Some((n, k)) = choice(rt, args, "comb")? else { return Ok(Value::Int(0)) };
    let other = &n - &k;
    let k = if other < k { other } else { k };
    let k = k.to_u64().ok_or_else(|| rt.overflow_error(format!("min(n - k, k) must not exceed {}", i64::MAX)))?;
    let above = falling(rt, &n, k)?;
    let below = product(rt, 1, k)?;
    Ok(Value::big(big::div_mod_floor(&above, &below)?.0))
}

/// `n * (n - 1) * …`, `k` factors.
fn falling(rt: &mut Runtime, n: &BigInt, k: u64) -> Result<BigInt, Trap> {
    if let Some(n) = n.to_u64() {
        return product(rt, n - k + 1, n);
    }
    let bits = n.bits().saturating_mul(k);
    rt.reserve(size(bits / 8))?;
    let mut result = BigInt::one();
    let mut factor = n.clone();
    for _ in 0..k {
        result = big::multiply(&result, &factor)?;
        factor -= 1;
    }
    Ok(result)
}
