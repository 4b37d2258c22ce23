//! `range`, `slice`, dict views, and the built-in iterators that call nothing of the program's.

use std::cell::RefCell;
use std::rc::Rc;

use num_bigint::BigInt;

use super::dict::Dict;
use super::heap::{self, Header};
use super::value::Value;

/// A range. Its numbers may be big.
pub struct Range {
    pub header: Header,
    pub start: Value,
    pub stop: Value,
    pub step: Value,
    /// How many numbers it has.
    pub length: BigInt,
}

/// `slice(start, stop, step)`.
pub struct Slice {
    pub header: Header,
    pub start: Value,
    pub stop: Value,
    pub step: Value,
}

impl Slice {
    pub fn new(start: Value, stop: Value, step: Value) -> Slice {
        Slice { header: Header::new(heap::object_bytes::<Slice>()), start, stop, step }
    }
}

impl Drop for Slice {
    fn drop(&mut self) {
        heap::bury([self.step.take(), self.start.take(), self.stop.take()]);
    }
}

/// Which view of a mapping.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ViewKind {
    Keys,
    Values,
    Items,
    /// `types.MappingProxyType`.
    Proxy,
}

/// A view of a dict.
pub struct View {
    pub header: Header,
    pub kind: ViewKind,
    pub dict: Rc<Dict>,
}

/// A built-in iterator.
pub struct Iter {
    pub header: Header,
    pub state: RefCell<IterState>,
}

impl Iter {
    pub fn new(state: IterState) -> Iter {
        Iter { header: Header::new(heap::object_bytes::<Iter>()), state: RefCell::new(state) }
    }
}

/// The type of an iterator, which it keeps when its end has come.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum IterKind {
    List,
    ListReversed,
    Tuple,
    Reversed,
    Range,
    LongRange,
    AsciiStr,
    Str,
    Bytes,
    ByteArray,
    OrderedDict,
    DictKeys,
    DictValues,
    DictItems,
    DictReversedKeys,
    DictReversedValues,
    DictReversedItems,
    Set,
}

/// What an iterator iterates over, and where it stands.
pub enum IterState {
    /// Its end has come.
    Done(IterKind),
    /// Over a list: sees what is appended as it goes.
    List {
        list: Rc<super::list::List>,
        at: usize,
    },
    /// Over a list from its end.
    ListReversed {
        list: Rc<super::list::List>,
        at: usize,
    },
    Tuple {
        tuple: Rc<super::list::Tuple>,
        at: usize,
    },
    TupleReversed {
        tuple: Rc<super::list::Tuple>,
        at: usize,
    },
    /// Of small numbers: the next one, the step, how many are left, how many there were.
    Range {
        next: i64,
        step: i64,
        left: u64,
        length: u64,
    },
    /// Of big ones.
    BigRange {
        next: BigInt,
        step: BigInt,
        left: BigInt,
    },
    /// Over a string, at a byte.
    Str {
        string: Rc<super::string::Str>,
        at: usize,
        /// CPython has another type for these.
        in_subclass: bool,
    },
    StrReversed {
        string: Rc<super::string::Str>,
        end: usize,
    },
    Bytes {
        bytes: Rc<super::string::Bytes>,
        at: usize,
    },
    ByteArray {
        bytes: Rc<super::string::ByteArray>,
        at: usize,
    },
    Dict {
        dict: Rc<Dict>,
        kind: ViewKind,
        at: usize,
        length: usize,
        /// How many entries there were and have not come yet.
        left: usize,
    },
    DictReversed {
        dict: Rc<Dict>,
        kind: ViewKind,
        end: usize,
        length: usize,
    },
    Set {
        set: Rc<super::set::Set>,
        at: usize,
        length: usize,
    },
}

impl IterState {
    pub fn kind(&self) -> IterKind {
        match self {
            IterState::Done(kind) => *kind,
            IterState::List { .. } => IterKind::List,
            IterState::ListReversed { .. } => IterKind::ListReversed,
            IterState::Tuple { .. } => IterKind::Tuple,
            IterState::TupleReversed { .. } | IterState::StrReversed { .. } => IterKind::Reversed,
            IterState::Range { .. } => IterKind::Range,
            IterState::BigRange { .. } => IterKind::LongRange,
            IterState::Str { string, in_subclass: false, .. } if string.is_ascii() => IterKind::AsciiStr,
            IterState::Str { .. } => IterKind::Str,
            IterState::Bytes { .. } => IterKind::Bytes,
            IterState::ByteArray { .. } => IterKind::ByteArray,
            IterState::Dict { dict, .. } | IterState::DictReversed { dict, .. } if dict.ordered.get() => IterKind::OrderedDict,
            IterState::Dict { kind: ViewKind::Values, .. } => IterKind::DictValues,
            IterState::Dict { kind: ViewKind::Items, .. } => IterKind::DictItems,
            IterState::Dict { .. } => IterKind::DictKeys,
            IterState::DictReversed { kind: ViewKind::Values, .. } => IterKind::DictReversedValues,
            IterState::DictReversed { kind: ViewKind::Items, .. } => IterKind::DictReversedItems,
            IterState::DictReversed { .. } => IterKind::DictReversedKeys,
            IterState::Set { .. } => IterKind::Set,
        }
    }
}

/// The hash of a range: of its length, first number and step, as a tuple.
pub fn hash_range(range: &Range) -> u64 {
    let length = Value::big(range.length.clone());
    let (start, step) = match &length {
        Value::Int(0) => (Value::None, Value::None),
        Value::Int(1) => (range.start.clone(), Value::None),
        _ => (range.start.clone(), range.step.clone()),
    };
    match super::equality::hash(&Value::tuple(vec![length, start, step])) {
        super::equality::Hashed::Hash(hash) => hash,
        _ => 0,
    }
}

/// Whether two ranges have the same numbers.
pub fn equal_ranges(a: &Range, b: &Range) -> bool {
    use super::number::equal;
    if a.length != b.length {
        return false;
    }
    let none = BigInt::from(0);
    let one = BigInt::from(1);
    a.length == none || equal(&a.start, &b.start) && (a.length == one || equal(&a.step, &b.step))
}
