//! The module `_hashlib`: the algorithms of `hashlib`. What objects look like that compute a hash, and which arguments are refused, is written
//! in the language, in `library/hashlib.py`.

use std::rc::Rc;

use super::protocol::function;
use crate::limits::size_of_count;
use crate::object::digest::{Blake2, Digest};
use crate::object::fuel;
use crate::object::native::{Answer, Native, Trap};
use crate::object::operate::bytes::{Data, bytes};
use crate::object::operate::number::integer::Int;
use crate::object::runtime::Runtime;
use crate::object::value::Value;
use num_traits::ToPrimitive;

pub static TABLE: &[Native] = &[
    function("new", "name, /", "A hash by the algorithm of this name, or None.", new),
    function("blake2b", "numbers, key, salt, person, /", "A hash by BLAKE2b.", |rt, args| blake2(rt, args, &BLAKE2B)),
    function("blake2s", "numbers, key, salt, person, /", "A hash by BLAKE2s.", |rt, args| blake2(rt, args, &BLAKE2S)),
    function("update", "hash, data, /", "Take in more bytes; False where the data are no bytes.", update),
    function("digest", "hash, length, /", "The digest so far.", digest),
    function("copy", "hash, /", "A copy of a hash.", copy),
    function("stretch", "inner, outer, block, rounds, /", "A block of PBKDF2, from the hashes of the padded keys.", stretch),
];

/// The most that a key, and a salt or personalisation, may have.
struct Sizes {
    key: usize,
    salt: usize,
    make: fn(&Blake2) -> Digest,
}

static BLAKE2B: Sizes = Sizes { key: 64, salt: 16, make: Digest::blake2b };
static BLAKE2S: Sizes = Sizes { key: 32, salt: 8, make: Digest::blake2s };

fn new(_: &mut Runtime, args: &[Value]) -> Answer {
    Ok(args[0].as_str().and_then(Digest::named).map_or(Value::None, Value::from))
}

/// `numbers` are: digest size, fanout, depth, leaf size, node offset, node depth, inner size, and whether it is the last node.
fn blake2(rt: &mut Runtime, args: &[Value], sizes: &Sizes) -> Answer {
    let wrong = || rt.value_error("no parameters of BLAKE2");
    let Value::Tuple(numbers) = &args[0] else { return Err(wrong()) };
    let number = |at: usize| numbers.items.get(at).and_then(Int::of).and_then(|int| int.to_big().to_u64()).ok_or_else(wrong);
    let small = |at: usize| number(at).and_then(|number| u8::try_from(number).map_err(|_| wrong()));
    let (Some(key), Some(salt), Some(person)) = (Data::of(&args[1]), Data::of(&args[2]), Data::of(&args[3])) else { return Err(wrong()) };
    let digest_size = small(0)?;
    let fits = (1..=sizes.key).contains(&usize::from(digest_size)) && usize::from(small(6)?) <= sizes.key;
    if !fits || key.len() > sizes.key || salt.len() > sizes.salt || person.len() > sizes.salt {
        return Err(wrong());
    }
    let given = Blake2 {
        digest_size,
        key: &key,
        salt: &salt,
        person: &person,
        fanout: small(1)?,
        depth: small(2)?,
        leaf_size: u32::try_from(number(3)?).map_err(|_| wrong())?,
        node_offset: number(4)?,
        node_depth: small(5)?,
        inner_size: small(6)?,
        last_node: number(7)? != 0,
    };
    if given.depth == 0 {
        return Err(wrong());
    }
    Ok((sizes.make)(&given).into())
}

fn this<'a>(rt: &Runtime, args: &'a [Value], at: usize) -> Result<&'a Rc<Digest>, Trap> {
    match args.get(at) {
        Some(Value::Digest(digest)) => Ok(digest),
        _ => Err(rt.type_error("a hash is needed")),
    }
}

fn update(rt: &mut Runtime, args: &[Value]) -> Answer {
    let digest = this(rt, args, 0)?;
    match Data::of(&args[1]) {
        Some(data) => digest.update(&data)?,
        None => return Ok(Value::False),
    }
    Ok(Value::True)
}

fn digest(rt: &mut Runtime, args: &[Value]) -> Answer {
    let digest = this(rt, args, 0)?;
    let Value::Int(length) = args[1] else { return Err(rt.type_error("a length is needed")) };
    let length = size_of_count(length).ok_or_else(|| rt.value_error("value must be positive"))?;
    rt.reserve(length)?;
    Ok(bytes(digest.digest(length)?))
}

fn copy(rt: &mut Runtime, args: &[Value]) -> Answer {
    let digest = this(rt, args, 0)?;
    fuel::burn(8)?;
    Ok(digest.copy().into())
}

/// Every round is an HMAC of the one before it; all are put together by exclusive or.
fn stretch(rt: &mut Runtime, args: &[Value]) -> Answer {
    let (inner, outer) = (this(rt, args, 0)?, this(rt, args, 1)?);
    let (Some(block), Value::Int(rounds)) = (Data::of(&args[2]), &args[3]) else { return Err(rt.type_error("a block is needed")) };
    let hmac = |message: &[u8]| {
        let inner = inner.copy();
        inner.update(message)?;
        let outer = outer.copy();
        outer.update(&inner.digest(0)?)?;
        outer.digest(0)
    };
    let mut last = hmac(&block)?;
    let mut sum = last.clone();
    for _ in 1..*rounds {
        last = hmac(&last)?;
        sum.iter_mut().zip(&last).for_each(|(byte, other)| *byte ^= other);
    }
    Ok(bytes(sum))
}
