//! The natives: functions, methods and computed attributes that are written in Rust. Leaves and intrinsics only.
//!
//! One table a type or module, in a file of its own; [`TYPES`] and [`MODULES`] list them. To add a builtin, a method or a module's function,
//! add a line to its table. What calls back into the program is written in the language, in `library/`.

mod arithmetic;
pub mod async_generator;
mod binascii;
pub mod builtins;
mod bytes;
pub mod cell;
pub mod class;
pub mod code;
mod codecs;
mod compiled;
mod complex;
pub mod dict;
pub mod exception;
mod float;
pub mod frame;
pub mod function;
pub mod generator;
mod hashlib;
mod int;
pub mod iterator;
pub mod list;
pub mod machine;
mod math;
mod member;
pub mod method;
pub mod module;
pub mod object;
pub mod prelude;
pub mod property;
pub mod protocol;
mod random;
pub mod range;
mod re;
pub mod receive;
pub mod resume;
pub mod set;
pub mod sort;
pub mod source;
pub mod str;
pub mod structure;
pub mod suggestion;
pub mod superobject;
pub mod system;
pub mod traceback;
pub mod tuple;
pub mod weakref;
pub mod wrapper;

use crate::object::class::Class;
use crate::object::classes::Classes;
use crate::object::module::Module;
use crate::object::native::Native;
use crate::object::runtime::{Runtime, symbol_of};
use crate::object::symbol::names;
use crate::object::value::Value;
use std::rc::Rc;

/// The methods and attributes of a built-in type.
pub struct TypeTable {
    pub class: fn(&Classes) -> &Rc<Class>,
    pub natives: &'static [Native],
}

/// The functions of a module. The module of the same name in `library/` imports them from `_name`.
pub struct ModuleTable {
    pub name: &'static str,
    pub natives: &'static [Native],
}

/// All tables of types.
pub static TYPES: &[TypeTable] = &[
    TypeTable { class: |c| &c.str, natives: str::TABLE },
    TypeTable { class: |c| &c.function, natives: function::TABLE },
    TypeTable { class: |c| &c.method, natives: method::METHOD },
    TypeTable { class: |c| &c.builtin_function, natives: method::BUILTIN },
    TypeTable { class: |c| &c.method_wrapper, natives: method::METHOD_WRAPPER },
    TypeTable { class: |c| &c.method_descriptor, natives: method::METHOD_DESCRIPTOR },
    TypeTable { class: |c| &c.classmethod_descriptor, natives: method::CLASSMETHOD_DESCRIPTOR },
    TypeTable { class: |c| &c.wrapper_descriptor, natives: method::WRAPPER_DESCRIPTOR },
    TypeTable { class: |c| &c.getset_descriptor, natives: method::DATA_DESCRIPTOR },
    TypeTable { class: |c| &c.member_descriptor, natives: method::DATA_DESCRIPTOR },
    TypeTable { class: |c| &c.property, natives: property::TABLE },
    TypeTable { class: |c| &c.staticmethod, natives: wrapper::STATIC },
    TypeTable { class: |c| &c.classmethod, natives: wrapper::CLASS },
    TypeTable { class: |c| &c.super_, natives: superobject::TABLE },
    TypeTable { class: |c| &c.cell, natives: cell::TABLE },
    TypeTable { class: |c| &c.module, natives: module::TABLE },
    TypeTable { class: |c| &c.generator, natives: generator::GENERATOR },
    TypeTable { class: |c| &c.coroutine, natives: generator::COROUTINE },
    TypeTable { class: |c| &c.coroutine_wrapper, natives: generator::COROUTINE_WRAPPER },
    TypeTable { class: |c| &c.async_generator, natives: async_generator::ASYNC_GENERATOR },
    TypeTable { class: |c| &c.async_generator_asend, natives: async_generator::ASEND },
    TypeTable { class: |c| &c.async_generator_athrow, natives: async_generator::ATHROW },
    TypeTable { class: |c| &c.code, natives: code::TABLE },
    TypeTable { class: |c| &c.frame, natives: frame::TABLE },
    TypeTable { class: |c| &c.traceback, natives: traceback::TABLE },
    TypeTable { class: |c| &c.weakref, natives: weakref::TABLE },
    TypeTable { class: |c| &c.object, natives: object::TABLE },
    TypeTable { class: |c| &c.none, natives: object::NONE },
    TypeTable { class: |c| &c.none, natives: object::NONE_METHODS },
    TypeTable { class: |c| &c.ellipsis, natives: object::ELLIPSIS },
    TypeTable { class: |c| &c.not_implemented, natives: object::NOT_IMPLEMENTED },
    TypeTable { class: |c| &c.type_, natives: class::TABLE },
    TypeTable { class: |c| &c.list, natives: list::TABLE },
    TypeTable { class: |c| &c.tuple, natives: tuple::TABLE },
    TypeTable { class: |c| &c.dict, natives: dict::DICT },
    TypeTable { class: |c| &c.dict_keys, natives: dict::KEYS },
    TypeTable { class: |c| &c.dict_items, natives: dict::KEYS },
    TypeTable { class: |c| &c.dict_values, natives: dict::VALUES },
    TypeTable { class: |c| &c.mappingproxy, natives: dict::PROXY },
    TypeTable { class: |c| &c.set, natives: set::SET },
    TypeTable { class: |c| &c.frozenset, natives: set::FROZENSET },
    TypeTable { class: |c| &c.range, natives: range::RANGE },
    TypeTable { class: |c| &c.slice, natives: range::SLICE },
    TypeTable { class: |c| &c.list_iterator, natives: iterator::OF_SEQUENCES },
    TypeTable { class: |c| &c.list_reverseiterator, natives: iterator::OF_SEQUENCES },
    TypeTable { class: |c| &c.tuple_iterator, natives: iterator::OF_SEQUENCES },
    TypeTable { class: |c| &c.range_iterator, natives: iterator::OF_SEQUENCES },
    TypeTable { class: |c| &c.longrange_iterator, natives: iterator::OF_SEQUENCES },
    TypeTable { class: |c| &c.str_iterator, natives: iterator::OF_SEQUENCES },
    TypeTable { class: |c| &c.str_ascii_iterator, natives: iterator::OF_SEQUENCES },
    TypeTable { class: |c| &c.bytes_iterator, natives: iterator::OF_SEQUENCES },
    TypeTable { class: |c| &c.bytearray_iterator, natives: iterator::OF_SEQUENCES },
    TypeTable { class: |c| &c.dict_keyiterator, natives: iterator::OF_TABLES },
    TypeTable { class: |c| &c.dict_valueiterator, natives: iterator::OF_TABLES },
    TypeTable { class: |c| &c.dict_itemiterator, natives: iterator::OF_TABLES },
    TypeTable { class: |c| &c.dict_reversekeyiterator, natives: iterator::OF_TABLES },
    TypeTable { class: |c| &c.dict_reversevalueiterator, natives: iterator::OF_TABLES },
    TypeTable { class: |c| &c.dict_reverseitemiterator, natives: iterator::OF_TABLES },
    TypeTable { class: |c| &c.odict_iterator, natives: iterator::OF_ORDERED },
    TypeTable { class: |c| &c.set_iterator, natives: iterator::OF_TABLES },
    TypeTable { class: |c| &c.reversed, natives: iterator::REVERSED },
    TypeTable { class: |c| &c.base_exception, natives: exception::BASE },
    TypeTable { class: |c| &c.base_exception_group, natives: exception::GROUP },
    TypeTable { class: |c| &c.stop_iteration, natives: exception::STOP_ITERATION },
    TypeTable { class: |c| &c.system_exit, natives: exception::SYSTEM_EXIT },
    TypeTable { class: |c| &c.attribute_error, natives: exception::ATTRIBUTE_ERROR },
    TypeTable { class: |c| &c.name_error, natives: exception::NAME_ERROR },
    TypeTable { class: |c| &c.import_error, natives: exception::IMPORT_ERROR },
    TypeTable { class: |c| &c.os_error, natives: exception::OS_ERROR },
    TypeTable { class: |c| &c.syntax_error, natives: exception::SYNTAX_ERROR },
    TypeTable { class: |c| &c.unicode_decode_error, natives: exception::UNICODE_ERROR },
    TypeTable { class: |c| &c.unicode_encode_error, natives: exception::UNICODE_ERROR },
    TypeTable { class: |c| &c.unicode_translate_error, natives: exception::UNICODE_TRANSLATE_ERROR },
    TypeTable { class: |c| &c.int, natives: int::TABLE },
    TypeTable { class: |c| &c.int, natives: int::OPERATORS },
    TypeTable { class: |c| &c.int, natives: int::COMPARISONS },
    TypeTable { class: |c| &c.bool, natives: int::BOOL },
    TypeTable { class: |c| &c.float, natives: float::TABLE },
    TypeTable { class: |c| &c.float, natives: float::OPERATORS },
    TypeTable { class: |c| &c.float, natives: float::COMPARISONS },
    TypeTable { class: |c| &c.complex, natives: complex::TABLE },
    TypeTable { class: |c| &c.complex, natives: complex::OPERATORS },
    TypeTable { class: |c| &c.complex, natives: complex::COMPARISONS },
    TypeTable { class: |c| &c.bytes, natives: &bytes::OF_BYTES },
    TypeTable { class: |c| &c.bytes, natives: bytes::TABLE },
    TypeTable { class: |c| &c.bytearray, natives: &bytes::OF_ARRAYS },
    TypeTable { class: |c| &c.bytearray, natives: bytes::ARRAY },
];

/// All tables of modules; `builtins` is one of them. A module may have several.
pub static MODULES: &[ModuleTable] = &[
    ModuleTable { name: "builtins", natives: builtins::TABLE },
    ModuleTable { name: "prelude", natives: prelude::TABLE },
    ModuleTable { name: "prelude", natives: str::PRELUDE },
    ModuleTable { name: "_math", natives: math::TABLE },
    ModuleTable { name: "_random", natives: random::TABLE },
    ModuleTable { name: "_hashlib", natives: hashlib::TABLE },
    ModuleTable { name: "_binascii", natives: binascii::TABLE },
    ModuleTable { name: "_codecs", natives: codecs::TABLE },
    ModuleTable { name: "_struct", natives: structure::TABLE },
    ModuleTable { name: "_array", natives: structure::ARRAY },
    ModuleTable { name: "_re", natives: re::TABLE },
    ModuleTable { name: "_sys", natives: system::SYS },
    ModuleTable { name: "_time", natives: system::TIME },
    ModuleTable { name: "_context", natives: system::CONTEXT },
    ModuleTable { name: "_loop", natives: system::LOOP },
    ModuleTable { name: "builtins", natives: machine::BUILTINS },
    ModuleTable { name: "prelude", natives: machine::PRELUDE },
    ModuleTable { name: "_sys", natives: machine::SYS },
    ModuleTable { name: "_types", natives: machine::TYPES },
    ModuleTable { name: "_compiled", natives: compiled::TABLE },
];

/// Gives the built-in classes their methods, and `builtins` its functions and classes.
pub fn install(runtime: &mut Runtime) {
    for table in TYPES {
        let class = (table.class)(&runtime.classes);
        for native in table.natives {
            class.set(symbol_of(native.name), Value::Native(native));
        }
    }
    runtime.modules.insert("builtins".into(), runtime.builtins.clone());
    for table in MODULES {
        let module = runtime.modules.entry(table.name.into()).or_insert_with(|| Module::new(table.name));
        for native in table.natives {
            module.set(symbol_of(native.name), Value::Native(native));
        }
    }
    install_classes(runtime);
}

/// What is built in besides functions: classes by their names, constants; and that mutable types have no hash.
fn install_classes(runtime: &mut Runtime) {
    let builtins = runtime.builtins.clone();
    for class in builtins::named_classes(&runtime.classes) {
        builtins.set(symbol_of(&class.name()), Value::Class(class));
    }
    for alias in ["EnvironmentError", "IOError"] {
        builtins.set(symbol_of(alias), Value::Class(runtime.classes.os_error.clone()));
    }
    for (name, value) in [
        ("None", Value::None),
        ("Ellipsis", Value::Ellipsis),
        ("NotImplemented", Value::NotImplemented),
        ("False", Value::False),
        ("True", Value::True),
        ("__debug__", Value::True),
    ] {
        builtins.set(symbol_of(name), value);
    }
    builtins.set(names::NAME, Value::str("builtins"));
    for class in runtime.classes.all() {
        if class.attributes.borrow().get(names::DOC).is_none() {
            class.set(names::DOC, Value::None);
        }
    }
    let c = &runtime.classes;
    c.weakref.set(names::MODULE, Value::str("weakref"));
    *c.weakref.message_name.borrow_mut() = Some("weakref.ReferenceType".into());
    for class in [&c.list, &c.dict, &c.set, &c.bytearray, &c.slice, &c.dict_keys, &c.dict_items, &c.mappingproxy, &c.cell] {
        class.set(names::HASH, Value::None);
    }
}
