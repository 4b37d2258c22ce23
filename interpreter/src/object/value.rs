//! A value: 16 bytes, a tag and a payload that is always 8 bytes wide, so that the processor copies it as two registers.

use std::rc::Rc;

use super::class::Class;
use super::dict::Dict;
use super::digest::Digest;
use super::exception::{Exception, Traceback};
use super::frame::FrameObject;
use super::function::{Cell, CodeObject, Function, Method, Property, Super, Wrapper};
use super::generator::{AsyncStep, CoroutineWrapper, Generator};
use super::heap::Header;
use super::instance::Instance;
use super::iterator::{Iter, Range, Slice, View};
use super::list::{List, Tuple};
use super::member::Member;
use super::module::Module;
use super::native::Native;
use super::number::{Big, Complex};
use super::set::Set;
use super::string::{ByteArray, Bytes, Str};
use super::weak::WeakRef;

/// A value of the program's, or `Unbound`: no value, in a register or a cell.
#[derive(Default)]
pub enum Value {
    #[default]
    Unbound,
    None,
    False,
    True,
    Ellipsis,
    NotImplemented,
    Int(i64),
    /// The bits of an `f64`: as a float it would be passed in another kind of register, and copied through memory.
    Float(u64),
    Native(&'static Native),
    Str(Rc<Str>),
    Big(Rc<Big>),
    Complex(Rc<Complex>),
    Bytes(Rc<Bytes>),
    ByteArray(Rc<ByteArray>),
    Tuple(Rc<Tuple>),
    List(Rc<List>),
    Dict(Rc<Dict>),
    /// A set or a frozenset.
    Set(Rc<Set>),
    Range(Rc<Range>),
    Slice(Rc<Slice>),
    /// `dict.keys()`, `.values()`, `.items()`, and the read-only view of a mapping.
    View(Rc<View>),
    /// A built-in iterator that calls nothing of the program's.
    Iter(Rc<Iter>),
    Function(Rc<Function>),
    /// A function bound to its first argument.
    Method(Rc<Method>),
    Class(Rc<Class>),
    /// An instance of a class that is no exception; of a subclass of a built-in type it holds that type's value.
    Instance(Rc<Instance>),
    Exception(Rc<Exception>),
    /// A generator, coroutine or async generator.
    Generator(Rc<Generator>),
    /// What `asend`, `athrow`, `aclose`, `__anext__` of an async generator answer.
    AsyncStep(Rc<AsyncStep>),
    /// What a coroutine's `__await__` answers.
    CoroutineWrapper(Rc<CoroutineWrapper>),
    Cell(Rc<Cell>),
    /// What a class has for a slot of its instances.
    Member(Rc<Member>),
    Module(Rc<Module>),
    Property(Rc<Property>),
    /// A `staticmethod` or `classmethod`.
    Wrapper(Rc<Wrapper>),
    Super(Rc<Super>),
    Code(Rc<CodeObject>),
    Frame(Rc<FrameObject>),
    Traceback(Rc<Traceback>),
    WeakRef(Rc<WeakRef>),
    /// A hash that is being computed, which the library keeps in an object of its own.
    Digest(Rc<Digest>),
}

const _: () = assert!(size_of::<Value>() == 16);

impl Value {
    #[inline(always)]
    pub fn bool(b: bool) -> Value {
        if b { Value::True } else { Value::False }
    }

    #[inline(always)]
    pub fn float(f: f64) -> Value {
        Value::Float(f.to_bits())
    }

    /// Whether the value holds a reference that must be counted.
    #[inline(always)]
    pub fn is_heap(&self) -> bool {
        !matches!(
            self,
            Value::Unbound
                | Value::None
                | Value::False
                | Value::True
                | Value::Ellipsis
                | Value::NotImplemented
                | Value::Int(_)
                | Value::Float(_)
                | Value::Native(_)
        )
    }

    #[inline(always)]
    pub fn is_unbound(&self) -> bool {
        matches!(self, Value::Unbound)
    }

    #[inline(always)]
    pub fn is_none(&self) -> bool {
        matches!(self, Value::None)
    }

    /// A copy, made in place. It asks whether the value is an object, and not which kind: a jump through a table costs more than counting.
    #[inline(always)]
    pub fn copy(&self) -> Value {
        if self.is_heap() { self.counted() } else { self.bits() }
    }

    /// A copy of what is no object.
    #[inline(always)]
    fn bits(&self) -> Value {
        match self {
            Value::None => Value::None,
            Value::False => Value::False,
            Value::True => Value::True,
            Value::Ellipsis => Value::Ellipsis,
            Value::NotImplemented => Value::NotImplemented,
            Value::Int(i) => Value::Int(*i),
            Value::Float(bits) => Value::Float(*bits),
            Value::Native(native) => Value::Native(native),
            _ => Value::Unbound,
        }
    }

    /// Takes the value, leaving `Unbound`.
    #[inline(always)]
    pub fn take(&mut self) -> Value {
        std::mem::take(self)
    }

    /// Identity, as `is` sees it: a tag and bits, equal for the same object. Numbers are identical when equal.
    #[inline(always)]
    pub fn identity(&self) -> (u8, u64) {
        match self {
            Value::Unbound => (0, 0),
            Value::None => (0, 1),
            Value::False => (0, 2),
            Value::True => (0, 3),
            Value::Ellipsis => (0, 4),
            Value::NotImplemented => (0, 5),
            Value::Int(i) => (1, *i as u64),
            Value::Float(bits) => (2, *bits),
            Value::Native(native) => (3, std::ptr::from_ref(*native) as u64),
            _ => (4, self.header().map_or(0, |header| std::ptr::from_ref(header) as u64)),
        }
    }

    /// `self is other`.
    #[inline(always)]
    pub fn is(&self, other: &Value) -> bool {
        self.identity() == other.identity()
    }
}

impl Clone for Value {
    fn clone(&self) -> Value {
        self.copy()
    }
}

macro_rules! for_kinds_of_objects {
    ($($kind:ident),+ $(,)?) => {
        impl Value {
            /// A copy of an object's reference.
            #[inline(always)]
            fn counted(&self) -> Value {
                match self {
                    $(Value::$kind(object) => Value::$kind(object.clone()),)+
                    _ => Value::Unbound,
                }
            }

            /// The object's header: none for values that live in registers.
            pub fn header(&self) -> Option<&Header> {
                match self {
                    $(Value::$kind(object) => Some(&object.header),)+
                    _ => None,
                }
            }
        }
    };
}

for_kinds_of_objects!(
    Str,
    Big,
    Complex,
    Bytes,
    ByteArray,
    Tuple,
    List,
    Dict,
    Set,
    Range,
    Slice,
    View,
    Iter,
    Function,
    Method,
    Class,
    Instance,
    Exception,
    Generator,
    AsyncStep,
    CoroutineWrapper,
    Cell,
    Member,
    Module,
    Property,
    Wrapper,
    Super,
    Code,
    Frame,
    Traceback,
    WeakRef,
    Digest,
);

macro_rules! from_rc {
    ($($variant:ident),+ $(,)?) => {
        $(impl From<$variant> for Value {
            fn from(object: $variant) -> Value { Value::$variant(Rc::new(object)) }
        }
        impl From<Rc<$variant>> for Value {
            fn from(object: Rc<$variant>) -> Value { Value::$variant(object) }
        })+
    };
}

from_rc!(
    Str,
    Big,
    Complex,
    Bytes,
    ByteArray,
    Range,
    Slice,
    View,
    Iter,
    Method,
    Property,
    Wrapper,
    Super,
    Traceback,
    WeakRef,
    Digest,
    AsyncStep,
    CoroutineWrapper,
    Tuple
);
