//! Arithmetic of big integers that can be stopped.
//!
//! What an operation costs is burned before it begins, as far as it can be told from the sizes. What is short the library then does in one go.
//! What is long is done in pieces, with a look at the host's wish to stop before each. Next: [`super::integer`], which has Python's rules.

use num_bigint::{BigInt, BigUint};
use num_integer::Integer;
use num_traits::{One, Signed, Zero};

use crate::limits::size;
use crate::object::fuel;
use crate::object::native::Stop;

/// Bits of a word, as integers are taken apart here.
const WORD: usize = 32;

/// Words that the library multiplies in one go: about half a millisecond's.
const BLOCK: usize = 2048;

/// Words whose digits are written or read in one go: 3 divides their bits, as base 8 needs.
const DIGITS_BLOCK: usize = 3 * 4096;

/// What the library does in one go, in units.
const SHORT: u64 = fuel::STRIDE;

/// `a * b`.
pub fn multiply(a: &BigInt, b: &BigInt) -> Result<BigInt, Stop> {
    fuel::burn(multiplication(a.bits(), b.bits()))?;
    paid_product(a, b)
}

/// `a * b`, where it is burned for.
fn paid_product(a: &BigInt, b: &BigInt) -> Result<BigInt, Stop> {
    Ok(BigInt::from_biguint(a.sign() * b.sign(), product(a.magnitude(), b.magnitude())?))
}

/// The quotient of magnitudes, rounded down, and the rest.
pub fn div_rem(a: &BigUint, b: &BigUint) -> Result<(BigUint, BigUint), Stop> {
    fuel::burn(division(a.bits(), b.bits()))?;
    quotient_and_rest(a, b)
}

/// `divmod(a, b)`: the quotient is rounded towards minus infinity, and the rest has the divisor's sign.
pub fn div_mod_floor(a: &BigInt, b: &BigInt) -> Result<(BigInt, BigInt), Stop> {
    let (quotient, rest) = div_rem(a.magnitude(), b.magnitude())?;
    let (quotient, rest) = (BigInt::from(quotient), BigInt::from_biguint(b.sign(), rest));
    if a.is_negative() == b.is_negative() {
        return Ok((quotient, rest));
    }
    Ok(if rest.is_zero() { (-quotient, rest) } else { (-quotient - 1, b - rest) })
}

/// `base ** exponent`.
pub fn power(base: &BigInt, exponent: u32) -> Result<BigInt, Stop> {
    let bits = base.bits().saturating_mul(u64::from(exponent));
    // The last square takes the most: those before it together take half of that.
    fuel::burn(multiplication(bits / 2, bits / 2).saturating_mul(2))?;
    let mut power = BigInt::one();
    for at in (0..u32::BITS - exponent.leading_zeros()).rev() {
        power = paid_product(&power, &power)?;
        if exponent >> at & 1 == 1 {
            power = paid_product(&power, base)?;
        }
    }
    Ok(power)
}

/// `base ** exponent % modulus` of magnitudes.
pub fn power_modulo(base: &BigUint, exponent: &BigUint, modulus: &BigUint) -> Result<BigUint, Stop> {
    let bits = modulus.bits();
    let step = multiplication(bits, bits) + division(2 * bits, bits) + 1;
    let cost = step.saturating_mul(2).saturating_mul(exponent.bits());
    fuel::burn(cost.saturating_add(division(base.bits(), bits)))?;
    if cost <= SHORT {
        return Ok(base.modpow(exponent, modulus));
    }
    let base = quotient_and_rest(base, modulus)?.1;
    let mut power = BigUint::one() % modulus;
    for at in (0..exponent.bits()).rev() {
        power = quotient_and_rest(&product(&power, &power)?, modulus)?.1;
        if exponent.bit(at) {
            power = quotient_and_rest(&product(&power, &base)?, modulus)?.1;
        }
        fuel::go_on(step)?;
    }
    Ok(power)
}

/// What `base` times is 1 modulo `modulus`, by Euclid's algorithm; none where they have a common divisor.
pub fn inverse_modulo(base: &BigInt, modulus: &BigUint) -> Result<Option<BigUint>, Stop> {
    let modulus = BigInt::from(modulus.clone());
    let (mut before, mut rest) = (modulus.clone(), div_mod_floor(base, &modulus)?.1);
    fuel::burn(euclid(modulus.bits()).saturating_mul(2))?;
    let (mut factor_before, mut factor) = (BigInt::zero(), BigInt::one());
    while !rest.is_zero() {
        fuel::go_on(euclid_step(before.bits()))?;
        let (quotient, next) = quotient_and_rest(before.magnitude(), rest.magnitude())?;
        let next_factor = factor_before - paid_product(&quotient.into(), &factor)?;
        (factor_before, factor) = (factor, next_factor);
        (before, rest) = (rest, next.into());
    }
    Ok(before.is_one().then(|| factor_before.mod_floor(&modulus).magnitude().clone()))
}

/// The greatest common divisor, which is not negative.
pub fn gcd(a: &BigInt, b: &BigInt) -> Result<BigInt, Stop> {
    let (a, b) = (a.magnitude(), b.magnitude());
    let (short, long) = if a < b { (a, b) } else { (b, a) };
    if short.is_zero() {
        return Ok(long.clone().into());
    }
    let (mut before, mut rest) = (short.clone(), div_rem(long, short)?.1);
    fuel::burn(euclid(short.bits()))?;
    while !rest.is_zero() {
        fuel::go_on(euclid_step(before.bits()))?;
        let next = quotient_and_rest(&before, &rest)?.1;
        (before, rest) = (rest, next);
    }
    Ok(before.into())
}

/// The integer part of the square root: Newton's method, each step with twice as many bits as the one before.
pub fn square_root(n: &BigUint) -> Result<BigUint, Stop> {
    let bits = n.bits();
    fuel::burn(division(bits, bits / 2).saturating_mul(2))?;
    if n.is_zero() {
        return Ok(n.clone());
    }
    // The root has one bit more than this.
    let last = (bits - 1) / 2;
    let mut root = BigUint::one();
    let mut have = 0;
    for halvings in (0..u64::BITS - last.leading_zeros()).rev() {
        let want = last >> halvings;
        let top = n >> (2 * last - have - want + 1);
        root = (&root << (want - have - 1)) + quotient_and_rest(&top, &root)?.0;
        have = want;
    }
    // It is one too large at most.
    Ok(if product(&root, &root)? > *n { root - 1u8 } else { root })
}

/// The digits in a base of 2, 8 or 16.
pub fn digits(magnitude: &BigUint, base: u32) -> Result<String, Stop> {
    let bits_a_digit = base.ilog2() as usize;
    let count = size(magnitude.bits()) / bits_a_digit + 1;
    fuel::burn(count as u64 / 4)?;
    let words = words_of(magnitude)?;
    let mut text = String::with_capacity(count);
    for block in words.chunks(DIGITS_BLOCK).rev() {
        fuel::go_on(block.len() as u64)?;
        let digits = BigUint::from_slice(block).to_str_radix(base);
        let width = if text.is_empty() { 0 } else { block.len() * WORD / bits_a_digit };
        text.extend(std::iter::repeat_n('0', width.saturating_sub(digits.len())));
        text.push_str(&digits);
    }
    if text.is_empty() {
        text.push('0');
    }
    Ok(text)
}

/// What digits in a base of 2 to 36 tell; none where one isn't of the base.
pub fn of_digits(digits: &str, base: u32) -> Result<Option<BigUint>, Stop> {
    let parsed = |digits: &[u8]| BigUint::parse_bytes(digits, base);
    if !matches!(base, 2 | 8 | 16) {
        return Ok(parsed(digits.as_bytes()));
    }
    fuel::burn(digits.len() as u64 / 2)?;
    let width = DIGITS_BLOCK * WORD / base.ilog2() as usize;
    let mut words = Vec::with_capacity(digits.len() * base.ilog2() as usize / WORD + 1);
    for (at, block) in digits.as_bytes().rchunks(width).enumerate() {
        fuel::go_on(block.len() as u64)?;
        let Some(part) = parsed(block) else { return Ok(None) };
        words.resize(at * DIGITS_BLOCK, 0);
        words.extend(part.iter_u32_digits());
    }
    Ok(Some(BigUint::new(words)))
}

/// How many bytes an integer takes, in two's complement where it is `signed`; 0 takes none, and neither does -1, as in CPython.
pub fn bytes_needed(number: &BigInt, signed: bool) -> u64 {
    let bits = if number.is_negative() { (number + 1u8).bits() } else { number.bits() };
    if bits == 0 { 0 } else { (bits + u64::from(signed)).div_ceil(8) }
}

/// An integer's bytes, the lowest first, in two's complement where it is negative. They have to be enough for it.
pub fn to_bytes(number: &BigInt, length: usize) -> Result<Vec<u8>, Stop> {
    fuel::burn(length as u64 / 8)?;
    // What is negative is one more, inverted.
    let raised = if number.is_negative() { Some(number + 1u8) } else { None };
    let (number, fill) = raised.as_ref().map_or((number, 0), |raised| (raised, u32::MAX));
    let mut data = Vec::with_capacity(length + WORD / 8);
    for (at, word) in number.iter_u32_digits().enumerate() {
        if at % BLOCK == 0 {
            fuel::go_on(BLOCK as u64 / 4)?;
        }
        data.extend((word ^ fill).to_le_bytes());
    }
    data.resize(length, fill as u8);
    Ok(data)
}

/// The integer that bytes tell, the lowest first, in two's complement where it is `signed`.
pub fn of_bytes(data: &[u8], signed: bool) -> Result<BigInt, Stop> {
    fuel::burn(data.len() as u64 / 6)?;
    let negative = signed && data.last().is_some_and(|top| top >> 7 == 1);
    let fill = if negative { u8::MAX } else { 0 };
    let mut words = Vec::with_capacity(data.len().div_ceil(WORD / 8));
    for (at, bytes) in data.chunks(WORD / 8).enumerate() {
        if at % BLOCK == 0 {
            fuel::go_on(BLOCK as u64 / 4)?;
        }
        let mut word = [fill; WORD / 8];
        word[..bytes.len()].copy_from_slice(bytes);
        words.push(u32::from_le_bytes(word.map(|byte| byte ^ fill)));
    }
    let number = BigInt::from(BigUint::new(words));
    Ok(if negative { -number - 1u8 } else { number })
}

/// What multiplying integers of these many bits costs, in units.
fn multiplication(bits_a: u64, bits_b: u64) -> u64 {
    let (short, long) = if bits_a < bits_b { (bits_a, bits_b) } else { (bits_b, bits_a) };
    let (short, long) = (short / 64 + 1, long / 64 + 1);
    // Karatsuba's exponent, from where that algorithm begins.
    let block = if short <= 32 { (short * short) as f64 } else { (short as f64).powf(1.585) * 4.2 };
    // What is copied and made besides, as every operation does.
    let made = (short + long) / 8 + 4;
    (block / 8.0 * (long as f64 / short as f64)) as u64 + made
}

/// What dividing integers of these many bits costs, in units.
fn division(bits_a: u64, bits_b: u64) -> u64 {
    let quotient = bits_a.saturating_sub(bits_b) / 64 + 1;
    quotient.saturating_mul(1 + bits_b / 64 / 8).saturating_add(bits_a / 64 / 4)
}

/// What Euclid's algorithm costs for integers of so many bits: each step takes some two bits off.
fn euclid(bits: u64) -> u64 {
    (bits / 2).saturating_mul(euclid_step(bits))
}

fn euclid_step(bits: u64) -> u64 {
    bits / 64 / 2 + 4
}

/// The words of a magnitude, the lowest first.
fn words_of(magnitude: &BigUint) -> Result<Vec<u32>, Stop> {
    let mut words = Vec::with_capacity(words(magnitude));
    let mut left = magnitude.iter_u32_digits();
    while left.len() > 0 {
        fuel::go_on(DIGITS_BLOCK as u64)?;
        words.extend(left.by_ref().take(DIGITS_BLOCK));
    }
    Ok(words)
}

fn words(magnitude: &BigUint) -> usize {
    size(magnitude.bits().div_ceil(WORD as u64))
}

/// A product, in blocks that the library multiplies. It calls itself as often as the shorter factor can be halved.
fn product(a: &BigUint, b: &BigUint) -> Result<BigUint, Stop> {
    let (short, long) = if words(a) < words(b) { (a, b) } else { (b, a) };
    if words(long) <= BLOCK {
        fuel::go_on(multiplication(short.bits(), long.bits()))?;
        return Ok(a * b);
    }
    if words(long) < 2 * words(short) {
        return product_by_halves(short, long);
    }
    let size = words(short).max(BLOCK / 2);
    let mut sum = vec![0; words(short) + words(long)];
    let mut left = long.iter_u32_digits();
    for at in (0..words(long)).step_by(size) {
        let piece = BigUint::new(left.by_ref().take(size).collect());
        add_at(&mut sum, at, &product(short, &piece)?);
    }
    Ok(BigUint::new(sum))
}

/// Karatsuba's algorithm: three products of half the size.
fn product_by_halves(a: &BigUint, b: &BigUint) -> Result<BigUint, Stop> {
    let half = words(a).max(words(b)).div_ceil(2);
    let (low_a, high_a) = split(a, half);
    let (low_b, high_b) = split(b, half);
    let lows = product(&low_a, &low_b)?;
    let highs = product(&high_a, &high_b)?;
    let middle = product(&(low_a + high_a), &(low_b + high_b))? - &lows - &highs;
    let mut sum = vec![0; words(a) + words(b)];
    add_at(&mut sum, 0, &lows);
    add_at(&mut sum, half, &middle);
    add_at(&mut sum, 2 * half, &highs);
    Ok(BigUint::new(sum))
}

/// The lowest so many words, and those above.
fn split(magnitude: &BigUint, at: usize) -> (BigUint, BigUint) {
    let mut words = magnitude.iter_u32_digits();
    let low = words.by_ref().take(at).collect();
    (BigUint::new(low), BigUint::new(words.collect()))
}

/// Adds to a sum of words that has room for it, from a place on.
fn add_at(sum: &mut [u32], at: usize, addend: &BigUint) {
    let mut carry = 0;
    let mut addend = addend.iter_u32_digits();
    for word in &mut sum[at..] {
        let Some(next) = addend.next().or((carry != 0).then_some(0)) else { return };
        let total = u64::from(*word) + u64::from(next) + carry;
        *word = total as u32;
        carry = total >> WORD;
    }
}

/// Schoolbook division: a look for each word of the quotient where it is long.
fn quotient_and_rest(a: &BigUint, b: &BigUint) -> Result<(BigUint, BigUint), Stop> {
    let cost = division(a.bits(), b.bits());
    if cost <= SHORT {
        fuel::go_on(cost)?;
        return Ok(a.div_rem(b));
    }
    if a < b {
        return Ok((BigUint::zero(), a.clone()));
    }
    // The divisor's highest bit has to be set, and the dividend has a word more.
    let shift = (u64::from(u64::BITS) - b.bits() % 64) % 64;
    let divisor: Vec<u64> = (b << shift).iter_u64_digits().collect();
    let mut dividend: Vec<u64> = (a << shift).iter_u64_digits().chain([0]).collect();
    let mut quotient = vec![0; dividend.len() - divisor.len()];
    for at in (0..quotient.len()).rev() {
        fuel::go_on(divisor.len() as u64 / 8 + 1)?;
        quotient[at] = divide_once(&mut dividend[at..=at + divisor.len()], &divisor);
    }
    dividend.truncate(divisor.len());
    Ok((of_words(&quotient), of_words(&dividend) >> shift))
}

/// One word of a quotient; the dividend becomes the rest. It has a word more than the divisor, whose highest bit is set, and is less than the
/// divisor times 2**64 (Knuth, The Art of Computer Programming, 4.3.1, algorithm D).
fn divide_once(dividend: &mut [u64], divisor: &[u64]) -> u64 {
    let [.., top] = *divisor else { return 0 };
    let length = divisor.len();
    let head = u128::from(dividend[length]) << 64 | u128::from(dividend[length - 1]);
    // Too large by two at most.
    let mut guess = (head / u128::from(top)).min(u128::from(u64::MAX)) as u64;
    if subtract_product(dividend, divisor, guess) {
        loop {
            guess -= 1;
            if add_back(dividend, divisor) {
                break;
            }
        }
    }
    guess
}

/// Takes `factor` times the divisor off, modulo the dividend's size. Whether it was too much.
fn subtract_product(dividend: &mut [u64], divisor: &[u64], factor: u64) -> bool {
    let mut carry = 0;
    for (word, part) in dividend.iter_mut().zip(divisor.iter().chain([&0])) {
        let taken = u128::from(*part) * u128::from(factor) + carry;
        let (rest, borrow) = word.overflowing_sub(taken as u64);
        *word = rest;
        carry = (taken >> 64) + u128::from(borrow);
    }
    carry != 0
}

/// Adds the divisor, modulo the dividend's size. Whether the sum passed it, and so is what it would be without.
fn add_back(dividend: &mut [u64], divisor: &[u64]) -> bool {
    let mut carry = 0;
    for (word, part) in dividend.iter_mut().zip(divisor.iter().chain([&0])) {
        let sum = u128::from(*word) + u128::from(*part) + carry;
        *word = sum as u64;
        carry = sum >> 64;
    }
    carry != 0
}

fn of_words(words: &[u64]) -> BigUint {
    BigUint::new(words.iter().flat_map(|word| [*word as u32, (*word >> 32) as u32]).collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Sizes in words around those from where an operation is done in pieces.
    const SIZES: &[usize] = &[0, 1, 2, 63, 300, BLOCK - 1, BLOCK, BLOCK + 1, 2 * BLOCK + 3, 5000, DIGITS_BLOCK + 1];

    /// An integer of so many words: of all ones, with a few bits, or anyhow.
    fn number(words: usize, seed: u32) -> BigUint {
        let mut word = seed.wrapping_add(words as u32);
        let mut next = || {
            word = word.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
            word
        };
        BigUint::new(
            (0..words)
                .map(|at| match seed % 3 {
                    0 => u32::MAX,
                    1 => u32::from(at + 1 == words) << (seed % 32),
                    _ => next() | 1,
                })
                .collect(),
        )
    }

    fn pairs() -> impl Iterator<Item = (BigUint, BigUint)> {
        SIZES.iter().flat_map(|a| SIZES.iter().flat_map(move |b| (0..9).map(move |seed| (number(*a, seed), number(*b, seed / 3 + 5)))))
    }

    #[test]
    fn products_are_the_library_s() {
        for (a, b) in pairs() {
            assert!(product(&a, &b).is_ok_and(|product| product == &a * &b), "{a:x} * {b:x}");
        }
    }

    #[test]
    fn quotients_and_rests_are_the_library_s() {
        for (a, b) in pairs().filter(|(_, b)| !b.is_zero()) {
            assert!(quotient_and_rest(&a, &b).is_ok_and(|both| both == a.div_rem(&b)), "{a:x} / {b:x}");
        }
    }

    #[test]
    fn a_word_of_a_quotient_that_is_guessed_too_large_is_put_right() {
        // The divisor's second word, all ones, is what the guess leaves out.
        let divisor = [u64::MAX, u64::MAX, 1 << 63];
        let mut dividend = [0, 0, 0, (1 << 63) - 1];
        let whole = of_words(&dividend).div_rem(&of_words(&divisor));
        let word = divide_once(&mut dividend, &divisor);
        assert_eq!((BigUint::from(word), of_words(&dividend)), whole);
    }
}
