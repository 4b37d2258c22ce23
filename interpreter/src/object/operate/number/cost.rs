//! What operations on big integers cost, in units of [fuel](crate::object::fuel), so that it is burned before they begin.

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
