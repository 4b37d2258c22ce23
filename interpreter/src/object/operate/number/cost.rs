//! What big operations cost: they are charged before they begin, so that none hangs.
//!
//! One unit is about what an instruction of the virtual machine takes.

use super::super::super::native::Trap;
use super::super::super::runtime::Runtime;
use crate::limits::Limit;

/// Charges work that is about to be done. A single operation that alone would use up all instructions isn't begun.
pub fn charge(rt: &mut Runtime, units: u64) -> Result<(), Trap> {
    rt.extra_fuel = rt.extra_fuel.saturating_add(units);
    if rt.extra_fuel > rt.limits.instructions { Err(Limit::Instructions.into()) } else { Ok(()) }
}

/// Charges going through so many bytes once.
pub fn charge_bytes(rt: &mut Runtime, bytes: usize) -> Result<(), Trap> {
    if bytes < 64 { Ok(()) } else { charge(rt, bytes as u64 / 64) }
}

/// Reserves memory for a result of so many bytes, and charges writing it.
pub fn reserve(rt: &mut Runtime, bytes: usize) -> Result<(), Trap> {
    rt.reserve(bytes)?;
    charge_bytes(rt, bytes)
}

/// The cost of multiplying integers of these many bits.
pub fn multiplication(bits_a: u64, bits_b: u64) -> u64 {
    let (short, long) = if bits_a < bits_b { (bits_a, bits_b) } else { (bits_b, bits_a) };
    let (short, long) = (short / 64 + 1, long / 64 + 1);
    // Karatsuba's exponent, from where that algorithm begins.
    let block = if short <= 32 { (short * short) as f64 } else { (short as f64).powf(1.585) * 4.2 };
    (block / 8.0 * (long as f64 / short as f64)) as u64
}

/// The cost of dividing integers of these many bits.
pub fn division(bits_a: u64, bits_b: u64) -> u64 {
    let quotient = bits_a.saturating_sub(bits_b) / 64 + 1;
    quotient.saturating_mul(bits_b / 64 + 1) / 8
}
