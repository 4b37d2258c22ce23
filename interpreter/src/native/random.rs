//! The module `_random`: the Mersenne Twister MT19937, whose state the library keeps in a bytearray: 624 words and the place of the next.

use std::rc::Rc;

use num_bigint::BigInt;
use num_traits::{ToPrimitive, Zero};
use sha2::{Digest, Sha512};

use super::protocol::function;
use crate::limits::size;
use crate::object::fuel;
use crate::object::native::{Answer, Native, Trap};
use crate::object::operate::bytes::{byte_array, bytes, copy_of};
use crate::object::operate::plain;
use crate::object::runtime::Runtime;
use crate::object::string::ByteArray;
use crate::object::value::Value;

pub static TABLE: &[Native] = &[
    function("seeded", "number, /", "The state that an integer seeds.", seeded),
    function("random", "state, /", "The next float in the interval [0, 1).", random),
    function("getrandbits", "state, k, /", "An integer of k random bits.", getrandbits),
    function("below", "state, n, /", "A random integer from 0 up to n, which is positive.", below),
    function("words", "state, /", "The state as a tuple of integers.", words),
    function("of_words", "words, /", "The state that such a tuple is.", of_words),
    function("sha512", "data, /", "The digest of bytes by SHA-512.", sha512),
];

/// Bytes that are digested between two looks at the fuel.
const DIGESTED: usize = 1 << 16;

const WORDS: usize = 624;
const MIDDLE: usize = 397;
const STATE_BYTES: usize = (WORDS + 1) * 4;

/// The generator's words, and the place of the next.
struct Twister {
    words: [u32; WORDS],
    next: usize,
}

impl Twister {
    fn of_seed(seed: u32) -> Twister {
        let mut words = [seed; WORDS];
        for at in 1..WORDS {
            let before = words[at - 1];
            words[at] = 1_812_433_253u32.wrapping_mul(before ^ before >> 30).wrapping_add(at as u32);
        }
        Twister { words, next: WORDS }
    }

    /// Seeded by many words (`init_by_array` of the algorithm's authors).
    fn of_key(key: &[u32]) -> Twister {
        let mut twister = Twister::of_seed(19_650_218);
        let words = &mut twister.words;
        let mix = |words: &[u32; WORDS], at: usize, factor: u32| words[at] ^ (words[at - 1] ^ words[at - 1] >> 30).wrapping_mul(factor);
        let advance = |words: &mut [u32; WORDS], at: usize| {
            if at + 1 < WORDS {
                return at + 1;
            }
            words[0] = words[WORDS - 1];
            1
        };
        let mut at = 1;
        for step in 0..WORDS.max(key.len()) {
            let j = step % key.len();
            words[at] = mix(words, at, 1_664_525).wrapping_add(key[j]).wrapping_add(j as u32);
            at = advance(words, at);
        }
        for _ in 1..WORDS {
            words[at] = mix(words, at, 1_566_083_941).wrapping_sub(at as u32);
            at = advance(words, at);
        }
        words[0] = 0x8000_0000;
        twister
    }

    /// Makes the next 624 words.
    fn turn(&mut self) {
        for at in 0..WORDS {
            let joined = self.words[at] & 0x8000_0000 | self.words[(at + 1) % WORDS] & 0x7fff_ffff;
            let odd = if joined & 1 == 1 { 0x9908_b0df } else { 0 };
            self.words[at] = self.words[(at + MIDDLE) % WORDS] ^ joined >> 1 ^ odd;
        }
        self.next = 0;
    }

    fn read(state: &[u8]) -> Twister {
        let word = |at: usize| u32::from_le_bytes(state[at * 4..at * 4 + 4].try_into().unwrap_or_default());
        Twister { words: std::array::from_fn(word), next: word(WORDS) as usize }
    }

    fn write(&self) -> Vec<u8> {
        let next = self.next as u32;
        self.words.iter().chain([&next]).flat_map(|word| word.to_le_bytes()).collect()
    }
}

/// Draws a word from a state in place.
fn draw(state: &mut [u8]) -> u32 {
    let place = WORDS * 4;
    let mut next = u32::from_le_bytes(state[place..].try_into().unwrap_or_default()) as usize;
    if next >= WORDS {
        let mut twister = Twister::read(state);
        twister.turn();
        state.copy_from_slice(&twister.write());
        next = 0;
    }
    let mut word = u32::from_le_bytes(state[next * 4..next * 4 + 4].try_into().unwrap_or_default());
    state[place..].copy_from_slice(&(next as u32 + 1).to_le_bytes());
    word ^= word >> 11;
    word ^= word << 7 & 0x9d2c_5680;
    word ^= word << 15 & 0xefc6_0000;
    word ^ word >> 18
}

fn state<'a>(rt: &Runtime, args: &'a [Value]) -> Result<&'a Rc<ByteArray>, Trap> {
    match &args[0] {
        Value::ByteArray(state) if state.data().len() == STATE_BYTES => Ok(state),
        _ => Err(rt.value_error("state vector is the wrong size")),
    }
}

fn integer(rt: &Runtime, value: &Value) -> Result<BigInt, Trap> {
    let wrong = || rt.type_error(format!("'{}' object cannot be interpreted as an integer", rt.type_name(value)));
    plain(value).to_big().ok_or_else(wrong)
}

fn seeded(rt: &mut Runtime, args: &[Value]) -> Answer {
    let seed = integer(rt, &args[0])?;
    fuel::burn(seed.bits() / 32 + WORDS as u64 / 4)?;
    let mut key = seed.magnitude().to_u32_digits();
    if key.is_empty() {
        key.push(0);
    }
    Ok(byte_array(Twister::of_key(&key).write()))
}

fn random(rt: &mut Runtime, args: &[Value]) -> Answer {
    let (high, low) = state(rt, args)?.edit(|state| (draw(state) >> 5, draw(state) >> 6));
    Ok(Value::float((f64::from(high) * 67_108_864.0 + f64::from(low)) / 9_007_199_254_740_992.0))
}

fn getrandbits(rt: &mut Runtime, args: &[Value]) -> Answer {
    let state = state(rt, args)?;
    let bits = integer(rt, &args[1])?;
    if bits.sign() == num_bigint::Sign::Minus {
        return Err(rt.value_error("number of bits must be non-negative"));
    }
    let bits = bits.to_u64().filter(|bits| i32::try_from(*bits).is_ok());
    let bits = bits.ok_or_else(|| rt.overflow_error("Python int too large to convert to C int"))?;
    rt.reserve(size(bits / 8))?;
    fuel::burn(bits / 32)?;
    Ok(Value::big(state.edit(|state| drawn_bits(state, bits))))
}

/// An integer of so many bits: words from the lowest on, of the last one its highest bits.
fn drawn_bits(state: &mut [u8], bits: u64) -> BigInt {
    if bits == 0 {
        return BigInt::zero();
    }
    if bits <= 32 {
        return BigInt::from(draw(state) >> (32 - bits));
    }
    let digits = (0..bits.div_ceil(32)).map(|at| {
        let left = bits - at * 32;
        draw(state) >> (32 - left.min(32))
    });
    BigInt::new(num_bigint::Sign::Plus, digits.collect())
}

fn below(rt: &mut Runtime, args: &[Value]) -> Answer {
    let state = state(rt, args)?;
    let limit = integer(rt, &args[1])?;
    if limit.sign() != num_bigint::Sign::Plus {
        return Ok(Value::Int(0));
    }
    fuel::burn(limit.bits() / 32)?;
    Ok(Value::big(state.edit(|state| {
        loop {
            // Half of the draws at least are small enough.
            let drawn = drawn_bits(state, limit.bits());
            if drawn < limit {
                return drawn;
            }
        }
    })))
}

fn words(rt: &mut Runtime, args: &[Value]) -> Answer {
    let state = state(rt, args)?;
    let twister = Twister::read(&state.data());
    let words = twister.words.iter().map(|word| Value::Int(i64::from(*word)));
    Ok(Value::tuple(words.chain([Value::Int(twister.next as i64)]).collect()))
}

fn of_words(rt: &mut Runtime, args: &[Value]) -> Answer {
    let Value::Tuple(tuple) = plain(&args[0]) else { return Err(rt.type_error("state vector must be a tuple")) };
    if tuple.items.len() != WORDS + 1 {
        return Err(rt.value_error("state vector is the wrong size"));
    }
    let mut state = Vec::with_capacity(STATE_BYTES);
    for item in &tuple.items {
        let word = integer(rt, item)?.to_u32().ok_or_else(|| rt.value_error("invalid state"))?;
        state.extend(word.to_le_bytes());
    }
    let next = u32::from_le_bytes(state[WORDS * 4..].try_into().unwrap_or_default());
    if next as usize > WORDS {
        return Err(rt.value_error("invalid state"));
    }
    Ok(byte_array(state))
}

fn sha512(_: &mut Runtime, args: &[Value]) -> Answer {
    let data = copy_of(&args[0])?.unwrap_or_default();
    let mut digest = Sha512::new();
    for block in data.chunks(DIGESTED) {
        fuel::burn_read(block.len())?;
        digest.update(block);
    }
    Ok(bytes(digest.finalize().to_vec()))
}
