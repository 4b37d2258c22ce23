//! Interned names: attribute and variable names are compared and looked up as small numbers.

use std::collections::HashMap;
use std::hash::{BuildHasher, BuildHasherDefault, Hasher};
use std::rc::Rc;

use hashbrown::{DefaultHashBuilder, HashTable};

use super::heap;
use super::string::Str;

/// An interned name.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Symbol(pub u32);

/// A table keyed by names.
pub type SymbolMap<V> = HashMap<Symbol, V, BuildHasherDefault<SymbolHasher>>;

/// Names are small numbers: one multiplication spreads them.
#[derive(Default)]
pub struct SymbolHasher(u64);

impl Hasher for SymbolHasher {
    fn finish(&self) -> u64 {
        self.0
    }

    fn write(&mut self, bytes: &[u8]) {
        for byte in bytes {
            self.write_u32(u32::from(*byte));
        }
    }

    fn write_u32(&mut self, number: u32) {
        self.0 = (self.0 ^ u64::from(number)).wrapping_mul(0x9e37_79b9_7f4a_7c15);
    }
}

/// What a name takes in both tables, besides its text. No name is ever forgotten.
const NAME_BYTES: usize = 64;

/// All names of a run.
#[derive(Default)]
pub struct Symbols {
    /// Each with its hash.
    texts: Vec<(u64, Rc<Str>)>,
    by_text: HashTable<Symbol>,
    hasher: DefaultHashBuilder,
}

impl Symbols {
    /// The symbol of a text, new or known.
    pub fn intern(&mut self, text: &str) -> Symbol {
        let hash = self.hasher.hash_one(text);
        self.found(hash, text).unwrap_or_else(|| self.add(hash, Rc::new(Str::new(text))))
    }

    /// The same, keeping the string object itself where it is new.
    pub fn intern_string(&mut self, string: &Rc<Str>) -> Symbol {
        let hash = self.hasher.hash_one(&*string.text);
        self.found(hash, &string.text).unwrap_or_else(|| self.add(hash, string.clone()))
    }

    /// The symbol of a text, if it has one.
    pub fn known(&self, text: &str) -> Option<Symbol> {
        self.found(self.hasher.hash_one(text), text)
    }

    fn found(&self, hash: u64, text: &str) -> Option<Symbol> {
        self.by_text.find(hash, |symbol| self.text(*symbol) == text).copied()
    }

    fn add(&mut self, hash: u64, string: Rc<Str>) -> Symbol {
        heap::charge_for_good(NAME_BYTES);
        let symbol = Symbol(self.texts.len() as u32);
        self.texts.push((hash, string));
        let texts = &self.texts;
        self.by_text.insert_unique(hash, symbol, |known| texts[known.0 as usize].0);
        symbol
    }

    /// A symbol's text.
    pub fn text(&self, symbol: Symbol) -> &str {
        &self.texts[symbol.0 as usize].1.text
    }

    /// A symbol's text as a string object, always the same one.
    pub fn string(&self, symbol: Symbol) -> Rc<Str> {
        self.texts[symbol.0 as usize].1.clone()
    }
}

macro_rules! well_known {
    ($($name:ident = $text:literal,)+) => {
        #[allow(non_camel_case_types, clippy::upper_case_acronyms)]
        #[repr(u32)]
        enum Index { $($name),+ }

        /// Names that the interpreter itself looks up, interned first and in this order.
        pub mod names {
            use super::{Index, Symbol};
            $(pub const $name: Symbol = Symbol(Index::$name as u32);)+
        }

        impl Symbols {
            /// A table that knows the well-known names.
            pub fn new() -> Symbols {
                let mut symbols = Symbols::default();
                $(symbols.intern($text);)+
                symbols
            }
        }
    };
}

well_known! {
    INIT = "__init__", NEW = "__new__", DEL = "__del__", CALL = "__call__", CLASS = "__class__", DICT = "__dict__", DOC = "__doc__",
    NAME = "__name__", QUALNAME = "__qualname__", MODULE = "__module__", SLOTS = "__slots__", BASES = "__bases__", MRO = "__mro__",
    GETATTR = "__getattr__", GETATTRIBUTE = "__getattribute__", SETATTR = "__setattr__", DELATTR = "__delattr__",
    GET = "__get__", SET = "__set__", DELETE = "__delete__", SET_NAME = "__set_name__", INIT_SUBCLASS = "__init_subclass__",
    CLASS_GETITEM = "__class_getitem__", CLASSCELL = "__classcell__", INSTANCECHECK = "__instancecheck__",
    SUBCLASSCHECK = "__subclasscheck__",
    ITER = "__iter__", NEXT = "__next__", AITER = "__aiter__", ANEXT = "__anext__", AWAIT = "__await__",
    ENTER = "__enter__", EXIT = "__exit__", AENTER = "__aenter__", AEXIT = "__aexit__",
    SEND = "send", THROW = "throw", CLOSE = "close", APPEND = "append",
    BOOL = "__bool__", LEN = "__len__", HASH = "__hash__", REPR = "__repr__", STR = "__str__", FORMAT = "__format__", BYTES = "__bytes__",
    INDEX = "__index__", INT = "__int__", FLOAT = "__float__", COMPLEX = "__complex__",
    EQ = "__eq__", NE = "__ne__", LT = "__lt__", LE = "__le__", GT = "__gt__", GE = "__ge__",
    CONTAINS = "__contains__", GETITEM = "__getitem__", SETITEM = "__setitem__", DELITEM = "__delitem__", MISSING = "__missing__",
    REVERSED = "__reversed__",
    ADD = "__add__", RADD = "__radd__", IADD = "__iadd__", SUB = "__sub__", RSUB = "__rsub__", ISUB = "__isub__",
    MUL = "__mul__", RMUL = "__rmul__", IMUL = "__imul__", MATMUL = "__matmul__", RMATMUL = "__rmatmul__", IMATMUL = "__imatmul__",
    TRUEDIV = "__truediv__", RTRUEDIV = "__rtruediv__", ITRUEDIV = "__itruediv__",
    FLOORDIV = "__floordiv__", RFLOORDIV = "__rfloordiv__", IFLOORDIV = "__ifloordiv__",
    MOD = "__mod__", RMOD = "__rmod__", IMOD = "__imod__", POW = "__pow__", RPOW = "__rpow__", IPOW = "__ipow__",
    LSHIFT = "__lshift__", RLSHIFT = "__rlshift__", ILSHIFT = "__ilshift__",
    RSHIFT = "__rshift__", RRSHIFT = "__rrshift__", IRSHIFT = "__irshift__",
    AND = "__and__", RAND = "__rand__", IAND = "__iand__", OR = "__or__", ROR = "__ror__", IOR = "__ior__",
    XOR = "__xor__", RXOR = "__rxor__", IXOR = "__ixor__", NEG = "__neg__", POS = "__pos__", INVERT = "__invert__", ABS = "__abs__",
    ANNOTATIONS = "__annotations__",
    FILE = "__file__", BUILTINS = "__builtins__",
    NOTES = "__notes__", MATCH_ARGS = "__match_args__", ALL = "__all__",
    UNDERSCORE = "_", EXCEPTIONS = "exceptions", WEAKREF = "__weakref__",
    OBJ = "obj", ATTRIBUTE_NAME = "name", NAME_FROM = "name_from",
    ABSTRACT = "__abstractmethods__",
}
