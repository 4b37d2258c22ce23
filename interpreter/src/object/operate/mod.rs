//! The operators of the language, as far as they need nothing of the program's.
//!
//! Each tries as a leaf; where it meets an object whose method is the program's it answers a [`Trap::Request`](super::native::Trap): the
//! whole operation, to be done by its twin in `library/prelude/`. [`binary`](binary::binary) and its kin are what instructions and
//! natives call; [`key`] is about keys of dicts and sets, [`slice`] about indices.

pub mod binary;
pub mod bytes;
pub mod compare;
pub mod display;
pub mod item;
pub mod iterate;
pub mod key;
pub mod matching;
pub mod number;
pub mod range;
pub mod slice;
pub mod truth;
pub mod unions;

pub use binary::{binary, unary};
pub use compare::compare;
pub use display::{
    build_dict, build_set, concatenate, dict_merge, dict_update, echo, format, list_extend, replaced_stream, set_add, set_update,
};
pub use item::{del_item, get_item, set_item};
pub use iterate::{get_iter, iter_next, to_vec};
pub use matching::{Wanted, is_mapping, is_sequence, match_class, match_keys, match_rest};
pub use truth::{contains, length, truth};

use std::rc::Rc;

use super::class::Class;
use super::symbol::{Symbol, names};
use super::value::Value;

/// The built-in value that an instance of a subclass of a built-in type holds; the value itself otherwise.
#[inline]
pub fn plain(value: &Value) -> &Value {
    match value {
        Value::Instance(instance) if !instance.inner.is_unbound() => &instance.inner,
        _ => value,
    }
}

/// The class in which a method of the program's may be found for a value: none for values of built-in types.
#[inline]
pub fn program_class(value: &Value) -> Option<Rc<Class>> {
    match value {
        Value::Instance(instance) => Some(instance.class()),
        Value::Exception(exception) => Some(exception.class()).filter(|class| !class.builtin),
        Value::Class(class) => class.meta.borrow().clone().filter(|meta| !meta.builtin),
        Value::Module(module) => module.class(),
        _ => None,
    }
}

/// Whether `type(value)` gets its method `name` from a class of the program's or the library's.
#[inline]
pub fn overrides(value: &Value, name: Symbol) -> bool {
    match value {
        Value::Instance(_) | Value::Exception(_) | Value::Class(_) | Value::Module(_) => {
            program_class(value).is_some_and(|class| class.overrides(name))
        }
        _ => false,
    }
}

/// Whether `__getitem__` alone makes it a sequence. Of what passes for written in C, that takes a length, too: the items of `re.Match`
/// are no sequence.
pub fn gives_items(value: &Value) -> bool {
    let is_sequence = |class: Rc<Class>| class.message_name.borrow().is_none() || class.lookup(names::LEN).is_some();
    overrides(value, names::GETITEM) && program_class(value).is_some_and(is_sequence)
}
