//! Attribute access: `object.name`, as the descriptor protocol has it (`Doc/howto/descriptor.rst`).
//!
//! Where a method of the program's must run (a property's getter, `__getattr__`, `__set__` …) the answer is a request.

use std::rc::Rc;

use super::class::{Class, Layout, Wishes, note_asking};
use super::exception::Exception;
use super::function::{Method, Super, Wrapper};
use super::heap::Header;
use super::instance::Instance;
use super::member::MemberKind;
use super::module::Module;
use super::native::{Answer, Native, NativeKind, Request, Stop, Trap};
use super::operate::program_class;
use super::runtime::{Runtime, symbol_string, symbol_text};
use super::symbol::{Symbol, names};
use super::value::Value;
use super::{fill, fuel};

/// `object.name`.
pub fn get(runtime: &mut Runtime, object: &Value, name: Symbol) -> Answer {
    match object {
        Value::Class(class) => get_of_class(runtime, class, name),
        Value::Super(proxy) => get_of_super(runtime, object, proxy, name),
        Value::Module(module) if module.is_plain() => match module.get(name) {
            Some(value) => Ok(value),
            None => match (get_generic(runtime, object, name), module.get(names::GETATTR)) {
                // A module's own `__getattr__` (PEP 562).
                (Err(Trap::Raise(_)), Some(getattr)) => {
                    Err(runtime.prelude("ask_module_getattr", vec![getattr, object.clone(), symbol_string(name)]))
                }
                (found, _) => found,
            },
        },
        _ => get_generic(runtime, object, name),
    }
}

/// An attribute of what an object wraps, for the object's own. Such objects can stand inside of each other.
pub fn get_inner(runtime: &mut Runtime, inner: &Value, name: Symbol) -> Answer {
    runtime.enter_native()?;
    let answer = get(runtime, inner, name);
    runtime.leave_native();
    answer
}

/// `object.name` by the default rules, `__getattribute__` of the program's left aside.
pub fn get_default(runtime: &mut Runtime, object: &Value, name: Symbol) -> Answer {
    let class = runtime.class_of(object);
    match find(runtime, object, &class, name, Fallback::None) {
        Some(answer) => answer,
        None if matches!(object, Value::Class(_)) => {
            let message = fill::join(&["'", &class.told_name(), "' object has no attribute '", &symbol_text(name), "'"])?;
            Err(runtime.attribute_error(message, object, name))
        }
        None => Err(missing(runtime, object, &class, name)),
    }
}

/// `class.name` by the default rules, `__getattribute__` and `__getattr__` of a metaclass left aside.
pub fn get_default_of_class(runtime: &mut Runtime, class: &Rc<Class>, name: Symbol) -> Answer {
    let meta = runtime.class_of(&Value::Class(class.clone()));
    match find_of_class(runtime, class, &meta, name) {
        Some(answer) => answer,
        None => Err(missing(runtime, &Value::Class(class.clone()), &meta, name)),
    }
}

fn get_generic(runtime: &mut Runtime, object: &Value, name: Symbol) -> Answer {
    let class = runtime.class_of(object);
    if class.special_lookup.get() && class.overrides(names::GETATTRIBUTE) {
        return Err(runtime.prelude("get_attribute", vec![object.clone(), symbol_string(name)]));
    }
    if class.layout == Layout::Super
        && let Value::Instance(instance) = object
        && let Value::Super(proxy) = &instance.inner
    {
        let proxy = proxy.clone();
        if let Some(answer) = find_above(runtime, &proxy, name) {
            return answer;
        }
    }
    lookup(runtime, object, &class, name)
}

fn lookup(runtime: &mut Runtime, object: &Value, class: &Rc<Class>, name: Symbol) -> Answer {
    let fallback = if class.lookup(names::GETATTR).is_some() { Fallback::Getattr } else { Fallback::None };
    if let Some(answer) = find(runtime, object, class, name, fallback) {
        return answer;
    }
    match class.lookup(names::GETATTR) {
        Some(_) => Err(ask_getattr(runtime, object, name)),
        None => match object {
            Value::Module(module) if let Some(getattr) = module.get(names::GETATTR) => {
                Err(runtime.prelude("ask_module_getattr", vec![getattr, object.clone(), symbol_string(name)]))
            }
            _ => Err(missing(runtime, object, class, name)),
        },
    }
}

/// Asks the program's `__getattr__`.
fn ask_getattr(runtime: &mut Runtime, object: &Value, name: Symbol) -> Trap {
    match special(runtime, object, names::GETATTR) {
        Some(method) => runtime.prelude("ask_getattr", vec![method, object.clone(), symbol_string(name)]),
        None => runtime.type_error("'NoneType' object is not callable"),
    }
}

/// What follows where a getter raises AttributeError.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Fallback {
    None,
    /// The class has `__getattr__`, which is asked then.
    Getattr,
}

/// What there is without `__getattr__`.
fn find(runtime: &mut Runtime, object: &Value, class: &Rc<Class>, name: Symbol, fallback: Fallback) -> Option<Answer> {
    let found = class.lookup(name);
    if let Some(descriptor) = &found
        && is_data_descriptor(runtime, descriptor)
        && has_getter(descriptor)
    {
        return Some(match descriptor {
            Value::Property(property) if property.get.is_none() => {
                let message = format!("property '{}' of '{}' object has no getter", symbol_text(name), class.qualname.borrow());
                Err(runtime.attribute_error(message, object, name))
            }
            Value::Property(_) if fallback == Fallback::Getattr => {
                Err(runtime.prelude("get_property", vec![object.clone(), descriptor.clone(), symbol_string(name)]))
            }
            Value::Instance(_) if fallback == Fallback::Getattr => Err(ask_descriptor(runtime, descriptor, object, class, name)),
            Value::Member(member) => match (member.get(runtime, object), fallback) {
                (Err(_), Fallback::Getattr) => Err(ask_getattr(runtime, object, name)),
                (answer, _) => answer,
            },
            _ => bind(runtime, descriptor, object, class),
        });
    }
    if let Some(value) = own(object, name) {
        return Some(Ok(value));
    }
    if let Some(value) = &found {
        if let Value::Instance(descriptor) = value
            && fallback == Fallback::Getattr
            && descriptor.class().lookup(names::GET).is_some()
        {
            return Some(Err(ask_descriptor(runtime, value, object, class, name)));
        }
        return Some(bind(runtime, value, object, class));
    }
    match object {
        // A method has its function's attributes.
        Value::Method(method) if !method.is_of_c() => Some(get_inner(runtime, &method.function, name)),
        _ => None,
    }
}

/// Asks a descriptor of the program's on a class that has `__getattr__`, which is asked where that raises AttributeError.
fn ask_descriptor(runtime: &Runtime, descriptor: &Value, object: &Value, class: &Rc<Class>, name: Symbol) -> Trap {
    runtime.prelude("get_descriptor", vec![object.clone(), descriptor.clone(), Value::Class(class.clone()), symbol_string(name)])
}

/// Whether a data descriptor has a `__get__`; one without leaves reading to the object's own attributes.
fn has_getter(descriptor: &Value) -> bool {
    match descriptor {
        Value::Instance(_) | Value::Exception(_) | Value::Class(_) => of_descriptor(descriptor, names::GET).is_some(),
        _ => true,
    }
}

/// The AttributeError of an attribute that is not there.
pub fn missing(runtime: &Runtime, object: &Value, class: &Rc<Class>, name: Symbol) -> Trap {
    let message = match object {
        Value::Module(module) => match module.get(names::NAME) {
            Some(Value::Str(own)) => fill::join(&["module '", &own.text, "' has no attribute '", &symbol_text(name), "'"]),
            _ => fill::join(&["module has no attribute '", &symbol_text(name), "'"]),
        },
        _ => missing_message(object, class, name),
    };
    message.map_or_else(Trap::from, |message| runtime.attribute_error(message, object, name))
}

fn missing_message(object: &Value, class: &Rc<Class>, name: Symbol) -> Result<String, Stop> {
    let text = symbol_text(name);
    match object {
        Value::Class(class) => fill::join(&["type object '", &class.told_name(), "' has no attribute '", &text, "'"]),
        _ => fill::join(&["'", &class.told_name(), "' object has no attribute '", &text, "'"]),
    }
}

/// An attribute that the object itself keeps.
pub fn own(object: &Value, name: Symbol) -> Option<Value> {
    match object {
        Value::Instance(instance) => instance.get(name),
        Value::Exception(exception) => exception.attributes.get(name),
        Value::Function(function) => function.get(name),
        Value::Module(module) => module.get(name),
        Value::Class(class) => class.attributes.borrow().get(name).cloned(),
        _ => None,
    }
}

/// What an attribute found on `class` is when asked for through `object`.
pub fn bind(runtime: &mut Runtime, value: &Value, object: &Value, class: &Rc<Class>) -> Answer {
    match value {
        Value::Function(function) if !function.is_builtin() => Ok(Method::new(value.clone(), object.clone()).into()),
        Value::Native(native) => bind_native(runtime, native, object, class),
        Value::Property(property) if property.get.is_none() => {
            Err(runtime.raise(&runtime.classes.attribute_error, format!("property of '{}' object has no getter", class.qualname.borrow())))
        }
        Value::Property(property) => Err(runtime.call(property.get.clone(), vec![object.clone()])),
        Value::Member(member) => member.get(runtime, object),
        Value::Wrapper(wrapper) => bind_wrapper(runtime, wrapper, class),
        Value::Super(unbound) if unbound.start.is_none() => make_super(runtime, unbound.class.clone(), object.clone()),
        Value::Instance(_) | Value::Exception(_) | Value::Class(_) => match of_descriptor(value, names::GET) {
            Some(getter) => Err(runtime.call(getter, vec![value.clone(), object.clone(), Value::Class(class.clone())])),
            None => Ok(value.clone()),
        },
        _ => Ok(value.clone()),
    }
}

/// A method of the descriptor protocol that the class of an object has, if it is one of the program's.
fn of_descriptor(value: &Value, name: Symbol) -> Option<Value> {
    program_class(value)?.lookup(name)
}

fn bind_native(runtime: &mut Runtime, native: &'static Native, object: &Value, class: &Rc<Class>) -> Answer {
    match native.kind {
        NativeKind::Attribute | NativeKind::Member => (native.run)(runtime, std::slice::from_ref(object)),
        NativeKind::ClassMethod => Ok(Method::new(Value::Native(native), Value::Class(class.clone())).into()),
        kind if kind.binds() => Ok(Method::new(Value::Native(native), object.clone()).into()),
        _ => Ok(Value::Native(native)),
    }
}

fn bind_wrapper(runtime: &mut Runtime, wrapper: &Wrapper, class: &Rc<Class>) -> Answer {
    if !wrapper.is_class {
        return Ok(wrapper.function.clone());
    }
    match &wrapper.function {
        Value::Property(_) => bind(runtime, &wrapper.function, &Value::Class(class.clone()), class),
        function if of_descriptor(function, names::GET).is_some() => bind(runtime, function, &Value::Class(class.clone()), class),
        function => Ok(Method::new(function.clone(), Value::Class(class.clone())).into()),
    }
}

fn get_of_class(runtime: &mut Runtime, class: &Rc<Class>, name: Symbol) -> Answer {
    let object = Value::Class(class.clone());
    let meta = runtime.class_of(&object);
    if meta.special_lookup.get() && meta.overrides(names::GETATTRIBUTE) {
        return Err(runtime.prelude("get_attribute", vec![object, symbol_string(name)]));
    }
    get_of_class_default(runtime, class, &meta, name)
}

/// `class.name` by the default rules, then by `__getattr__` of the metaclass.
fn get_of_class_default(runtime: &mut Runtime, class: &Rc<Class>, meta: &Rc<Class>, name: Symbol) -> Answer {
    let object = Value::Class(class.clone());
    if meta.lookup(names::GETATTR).is_some()
        && meta.lookup(name).is_none()
        && let Some(descriptor @ Value::Instance(_)) = class.lookup(name)
        && of_descriptor(&descriptor, names::GET).is_some()
    {
        return Err(runtime.prelude("get_descriptor_of_class", vec![object, descriptor, symbol_string(name)]));
    }
    if let Some(answer) = find_of_class(runtime, class, meta, name) {
        return answer;
    }
    match meta.lookup(names::GETATTR) {
        Some(_) => Err(ask_getattr(runtime, &object, name)),
        None => Err(missing(runtime, &object, meta, name)),
    }
}

/// What there is without `__getattr__`.
fn find_of_class(runtime: &mut Runtime, class: &Rc<Class>, meta: &Rc<Class>, name: Symbol) -> Option<Answer> {
    let object = Value::Class(class.clone());
    let on_meta = meta.lookup(name);
    if let Some(descriptor) = &on_meta
        && is_data_descriptor(runtime, descriptor)
        && meta
            .definer(name)
            .is_some_and(|definer| !Rc::ptr_eq(&definer, &runtime.classes.object) || name == names::CLASS || name == names::DICT)
    {
        return Some(bind(runtime, descriptor, &object, meta));
    }
    if let Some(value) = class.lookup(name) {
        return Some(bind_through_class(runtime, &value, class));
    }
    on_meta.map(|value| bind(runtime, &value, &object, meta))
}

/// What an attribute found on a class is when asked for through the class itself.
fn bind_through_class(runtime: &mut Runtime, value: &Value, class: &Rc<Class>) -> Answer {
    match value {
        Value::Native(native) if native.kind == NativeKind::ClassMethod => {
            Ok(Method::new(value.clone(), Value::Class(class.clone())).into())
        }
        Value::Wrapper(wrapper) => bind_wrapper(runtime, wrapper, class),
        Value::Instance(_) | Value::Exception(_) | Value::Class(_) => match of_descriptor(value, names::GET) {
            Some(getter) => Err(runtime.call(getter, vec![value.clone(), Value::None, Value::Class(class.clone())])),
            None => Ok(value.clone()),
        },
        _ => Ok(value.clone()),
    }
}

fn get_of_super(runtime: &mut Runtime, object: &Value, proxy: &Rc<Super>, name: Symbol) -> Answer {
    match find_above(runtime, proxy, name) {
        Some(answer) => answer,
        None => get_generic(runtime, object, name),
    }
}

/// The attribute as the classes behind that of a `super` object have it.
fn find_above(runtime: &mut Runtime, proxy: &Super, name: Symbol) -> Option<Answer> {
    let start = proxy.start.as_ref().filter(|_| name != names::CLASS)?;
    let value = lookup_after(start, &proxy.class, name)?;
    Some(match &proxy.object {
        Value::Class(class) if Rc::ptr_eq(class, start) => match &value {
            Value::Function(_) => Ok(value),
            _ => bind_through_class(runtime, &value, class),
        },
        receiver => bind(runtime, &value, receiver, start),
    })
}

/// What `name` is on the classes that follow `class` in the MRO of `start`.
pub fn lookup_after(start: &Rc<Class>, class: &Rc<Class>, name: Symbol) -> Option<Value> {
    let mro = start.mro.borrow();
    note_asking(mro.len());
    let all = std::iter::once(start).chain(mro.iter());
    all.skip_while(|candidate| !Rc::ptr_eq(candidate, class)).skip(1).find_map(|candidate| candidate.attributes.borrow().get(name).cloned())
}

/// `super(class, object)`; `super(class)` where the object is unbound.
pub fn make_super(runtime: &Runtime, class: Rc<Class>, object: Value) -> Answer {
    let start = match &object {
        Value::Unbound => None,
        Value::Class(own) if own.is_subclass(&class) => Some(own.clone()),
        other => Some(runtime.class_of(other)),
    };
    if let Some(own) = start.as_ref().filter(|start| !start.is_subclass(&class)) {
        // What the object says itself of its class may be the program's.
        if !own.builtin && (own.overrides(names::GETATTRIBUTE) || own.overrides(names::CLASS)) {
            return Err(runtime.prelude("super_of_claimed", vec![Value::Class(class), object]));
        }
        return Err(runtime.type_error("super(type, obj): obj must be an instance or subtype of type"));
    }
    Ok(Super { header: Header::new(super::heap::object_bytes::<Super>()), class, object, start }.into())
}

/// The same of an object that passes for one of the class `start`.
pub fn make_super_from(class: Rc<Class>, object: Value, start: Rc<Class>) -> Value {
    Super { header: Header::new(super::heap::object_bytes::<Super>()), class, object, start: Some(start) }.into()
}

/// Calls what a descriptor gives: the method is a pair of the getter and its arguments.
static GOT_BY_DESCRIPTOR: Native = Native::new(
    NativeKind::Method,
    "get_then_call",
    "self, /, *args, **kwargs",
    "A special method that a descriptor gives when it is called.",
    |runtime, args| {
        let Value::Tuple(pair) = &args[0] else { return Ok(Value::None) };
        let (keywords, args) = (args[1].clone(), args[2..].to_vec());
        Err(runtime.prelude("get_special_then_call", vec![pair.items[0].clone(), pair.items[1].clone(), Value::tuple(args), keywords]))
    },
);

/// The getter of a special method that a descriptor has yet to give, and its arguments.
pub fn getter_of(method: &Value) -> Option<&Value> {
    match method {
        Value::Method(method) if matches!(method.function, Value::Native(native) if std::ptr::eq(native, &GOT_BY_DESCRIPTOR)) => {
            Some(&method.receiver)
        }
        _ => None,
    }
}

fn got_by_descriptor(getter: Value, args: Vec<Value>) -> Value {
    Method::new(Value::Native(&GOT_BY_DESCRIPTOR), Value::tuple(vec![getter, Value::tuple(args)])).into()
}

/// A special method as the language itself looks it up: on the type, bound. None where there is none, or it is None.
pub fn special(runtime: &mut Runtime, object: &Value, name: Symbol) -> Option<Value> {
    let class = runtime.class_of(object);
    let value = class.lookup(name)?;
    match &value {
        Value::Function(function) if !function.is_builtin() => Some(Method::new(value, object.clone()).into()),
        Value::Wrapper(wrapper) => bind_wrapper(runtime, wrapper, &class).ok(),
        Value::Native(native) if native.kind.binds() => Some(Method::new(value, object.clone()).into()),
        Value::Native(native) if native.kind == NativeKind::ClassMethod => Some(Method::new(value, Value::Class(class)).into()),
        Value::Member(member) => member.get(runtime, object).ok(),
        Value::Property(property) if !property.get.is_none() => Some(got_by_descriptor(property.get.clone(), vec![object.clone()])),
        Value::Instance(_) | Value::Exception(_) | Value::Class(_) => match of_descriptor(&value, names::GET) {
            Some(getter) => Some(got_by_descriptor(getter, vec![value.clone(), object.clone(), Value::Class(class)])),
            None => Some(value),
        },
        _ => Some(value),
    }
}

/// Whether the descriptor comes before the object's own attributes.
pub fn is_data_descriptor(runtime: &Runtime, value: &Value) -> bool {
    match value {
        Value::Property(_) | Value::Member(_) => true,
        Value::Native(native) => native.kind.is_attribute(),
        Value::Instance(_) | Value::Exception(_) | Value::Class(_) => program_class(value).is_some_and(|class| {
            !Rc::ptr_eq(&class, &runtime.classes.object) && (class.lookup(names::SET).is_some() || class.lookup(names::DELETE).is_some())
        }),
        _ => false,
    }
}

/// Whether it is a class's descriptor of `__dict__` or `__weakref__`: no instance keeps an attribute of that name.
fn is_computed_member(value: &Value) -> bool {
    matches!(value, Value::Member(member) if member.kind != MemberKind::Slot)
}

/// `object.name = value`. A request's result is of no interest.
pub fn set(runtime: &mut Runtime, object: &Value, name: Symbol, value: Value) -> Result<(), Trap> {
    let class = runtime.class_of(object);
    if class.wishes.get().setattr
        && class.overrides(names::SETATTR)
        && let Some(setattr) = special(runtime, object, names::SETATTR)
    {
        return Err(runtime.call(setattr, vec![symbol_string(name), value]));
    }
    set_default(runtime, object, name, value)
}

/// `object.name = value` by the default rules; an unbound value deletes.
pub fn set_default(runtime: &mut Runtime, object: &Value, name: Symbol, value: Value) -> Result<(), Trap> {
    let class = runtime.class_of(object);
    if let Value::Class(target) = object
        && !target.is_open(runtime)
    {
        return Err(cannot_set(runtime, object, &class, name));
    }
    if let Some(descriptor) = class.lookup(name)
        && is_data_descriptor(runtime, &descriptor)
    {
        return set_by_descriptor(runtime, &descriptor, object, &class, name, value);
    }
    if value.is_unbound() { delete_own(runtime, object, &class, name) } else { set_own(runtime, object, &class, name, value) }
}

fn set_by_descriptor(
    runtime: &mut Runtime,
    descriptor: &Value,
    object: &Value,
    class: &Rc<Class>,
    name: Symbol,
    value: Value,
) -> Result<(), Trap> {
    let deleting = value.is_unbound();
    match descriptor {
        Value::Property(property) => {
            let function = if deleting { &property.delete } else { &property.set };
            if function.is_none() {
                let what = if deleting { "deleter" } else { "setter" };
                let name_text = symbol_text(name);
                let message = if class.message_name.borrow().is_some() {
                    format!("attribute '{name_text}' of '{}' objects is not writable", class.told_name())
                } else {
                    format!("property '{name_text}' of '{}' object has no {what}", class.qualname.borrow())
                };
                return Err(unnamed(runtime, message));
            }
            let mut args = vec![object.clone()];
            args.extend((!deleting).then_some(value));
            Err(runtime.call(function.clone(), args))
        }
        Value::Native(native) => match native.set {
            Some(set) => set(runtime, object, value),
            None => {
                let message = read_only(native, &class.told_name());
                Err(unnamed(runtime, message))
            }
        },
        Value::Member(member) => member.set(runtime, object, value),
        Value::Instance(_) | Value::Exception(_) | Value::Class(_) => {
            let method = of_descriptor(descriptor, if deleting { names::DELETE } else { names::SET });
            let Some(method) = method else {
                return Err(unnamed(runtime, if deleting { "__delete__" } else { "__set__" }));
            };
            drop(method);
            let mut args = vec![object.clone()];
            args.extend((!deleting).then_some(value));
            match special(runtime, descriptor, if deleting { names::DELETE } else { names::SET }) {
                Some(method) => Err(runtime.call(method, args)),
                None => Err(runtime.type_error("'NoneType' object is not callable")),
            }
        }
        _ => Ok(()),
    }
}

/// What is said of an assignment to a computed attribute that can't be assigned.
pub fn read_only(native: &Native, class: &str) -> String {
    match native.kind {
        NativeKind::Member => "readonly attribute".to_owned(),
        _ => format!("attribute '{}' of '{class}' objects is not writable", native.name),
    }
}

fn set_own(runtime: &mut Runtime, object: &Value, class: &Rc<Class>, name: Symbol, value: Value) -> Result<(), Trap> {
    match object {
        Value::Instance(instance) => {
            if !class.has_dict.get() {
                return Err(cannot_set(runtime, object, class, name));
            }
            instance.set(name, value);
        }
        Value::Exception(exception) => {
            exception.note_change();
            exception.attributes.set(name, value);
        }
        Value::Function(function) if function.guise().is_none() => drop_after(function.dict().set_symbol(name, value)),
        Value::Module(module) => module.set(name, value),
        Value::Class(target) => return set_on_class(runtime, target, name, value),
        _ => return Err(cannot_set(runtime, object, class, name)),
    }
    super::heap::note_change();
    Ok(())
}

fn delete_own(runtime: &mut Runtime, object: &Value, class: &Rc<Class>, name: Symbol) -> Result<(), Trap> {
    let removed = match object {
        Value::Instance(instance) => instance.remove(name),
        Value::Exception(exception) => {
            exception.note_change();
            exception.attributes.remove(name)
        }
        Value::Function(function) => function.dict().remove_symbol(name),
        Value::Module(module) => module.remove(name).then_some(Value::None),
        Value::Class(target) if target.is_open(runtime) => {
            let removed = target.remove(name);
            if removed.as_ref().is_some_and(|old| wishes_of(runtime, name, old) != Wishes::default()) {
                refresh_flags(runtime, target);
            }
            removed
        }
        Value::Class(_) => return Err(cannot_set(runtime, object, class, name)),
        _ => None,
    };
    match removed {
        Some(_) => Ok(()),
        None => Err(match object {
            Value::Exception(_) | Value::Function(_) | Value::Module(_) | Value::Class(_) => not_there(runtime, object, class, name),
            Value::Instance(_) if class.has_dict.get() => not_there(runtime, object, class, name),
            _ => cannot_set(runtime, object, class, name),
        }),
    }
}

fn cannot_set(runtime: &Runtime, object: &Value, class: &Rc<Class>, name: Symbol) -> Trap {
    let text = symbol_text(name);
    match object {
        Value::Class(target) => runtime.type_error(format!("cannot set '{text}' attribute of immutable type '{}'", target.told_name())),
        _ if class.lookup(name).is_some() => unnamed(runtime, format!("'{}' object attribute '{text}' is read-only", class.told_name())),
        _ => not_there(runtime, object, class, name),
    }
}

/// An AttributeError of setting or deleting: in CPython 3.11 only those of reading have `name` and `obj`.
fn unnamed(runtime: &Runtime, message: impl Into<String>) -> Trap {
    let message: String = message.into();
    runtime.raise(&runtime.classes.attribute_error, message)
}

/// The same for an attribute that is not there.
fn not_there(runtime: &Runtime, object: &Value, class: &Rc<Class>, name: Symbol) -> Trap {
    missing_message(object, class, name).map_or_else(Trap::from, |message| unnamed(runtime, message))
}

fn set_on_class(runtime: &Runtime, class: &Rc<Class>, name: Symbol, value: Value) -> Result<(), Trap> {
    if !class.is_open(runtime) {
        return Err(cannot_set(runtime, &Value::Class(class.clone()), class, name));
    }
    change_class(runtime, class, name, value);
    Ok(())
}

/// What changing a class costs in fuel: what its instances and subclasses remember is forgotten.
const CHANGE: u64 = 8;

/// Sets an attribute of a class; an unbound value deletes.
pub fn change_class(runtime: &Runtime, class: &Rc<Class>, name: Symbol, value: Value) {
    fuel::note(CHANGE);
    let before = class.attributes.borrow().get(name).map_or(Wishes::default(), |old| wishes_of(runtime, name, old));
    let after = if value.is_unbound() { Wishes::default() } else { wishes_of(runtime, name, &value) };
    if value.is_unbound() {
        drop(class.remove(name));
    } else {
        class.set(name, value);
    }
    if before != after {
        refresh_flags(runtime, class);
    }
}

/// What an attribute of a class asks for.
fn wishes_of(runtime: &Runtime, name: Symbol, value: &Value) -> Wishes {
    Wishes {
        special: name == names::GETATTRIBUTE || (!is_computed_member(value) && is_data_descriptor(runtime, value)),
        setattr: name == names::SETATTR || name == names::DELATTR,
        del: name == names::DEL,
    }
}

/// Works out again what a class's flags say, and those of its subclasses: after its attributes changed.
pub fn refresh_flags(runtime: &Runtime, class: &Rc<Class>) {
    let mut open = vec![class.clone()];
    while let Some(next) = open.pop() {
        let changes = refresh_own_flags(runtime, &next);
        if changes || Rc::ptr_eq(&next, class) {
            let subclasses = next.subclasses.borrow();
            fuel::note(subclasses.len() as u64);
            open.extend(subclasses.iter().filter_map(std::rc::Weak::upgrade));
        }
    }
}

/// The same for the class alone, by what its bases' flags say. Whether anything has changed that its subclasses have from it.
fn refresh_own_flags(runtime: &Runtime, class: &Rc<Class>) -> bool {
    if class.builtin {
        return false;
    }
    let attributes = class.attributes.borrow();
    let bases = class.bases.borrow();
    fuel::note(((attributes.len() + bases.len()) / 4) as u64);
    let own = attributes.iter().map(|(name, value)| wishes_of(runtime, *name, value));
    let inherited = bases.iter().map(|base| base.wishes.get());
    let wishes = own.chain(inherited).fold(Wishes::default(), Wishes::and);
    class.special_lookup.set(wishes.special || !class.has_dict.get() || class.layout == Layout::Super);
    class.wishes.replace(wishes) != wishes
}

/// `del object.name`.
pub fn delete(runtime: &mut Runtime, object: &Value, name: Symbol) -> Result<(), Trap> {
    let class = runtime.class_of(object);
    if class.wishes.get().setattr
        && class.overrides(names::DELATTR)
        && let Some(delattr) = special(runtime, object, names::DELATTR)
    {
        return Err(runtime.call(delattr, vec![symbol_string(name)]));
    }
    set_default(runtime, object, name, Value::Unbound)
}

/// An object of `class` as `object.__new__` makes it, round the value `inner` where the class extends a built-in type.
pub fn new_object(runtime: &Runtime, class: &Rc<Class>, inner: Value, args: &[Value]) -> Answer {
    // What makes instances of built-in types does not look.
    if class.layout == Layout::Object
        && let Some(message) = abstract_message(class)
    {
        return Err(runtime.type_error(message));
    }
    Ok(match class.layout {
        Layout::Exception => Value::Exception(Exception::new(class.clone(), args.to_vec())),
        Layout::Module => Value::Module(Module::by_hand(Some(class.clone()).filter(|class| !class.builtin))),
        _ => Value::Instance(Instance::new(class.clone(), inner)),
    })
}

/// The words of the TypeError where an abstract class is instantiated.
pub fn abstract_message(class: &Rc<Class>) -> Option<String> {
    if class.builtin {
        return None;
    }
    let Some(Value::Set(abstracts)) = class.attributes.borrow().get(names::ABSTRACT).cloned() else { return None };
    let mut methods: Vec<String> = abstracts.entries().iter().filter_map(|(_, name)| name.as_str().map(str::to_owned)).collect();
    methods.sort();
    let plural = if methods.len() == 1 { "" } else { "s" };
    (!methods.is_empty())
        .then(|| format!("Can't instantiate abstract class {} with abstract method{plural} {}", class.name(), methods.join(", ")))
}

/// A call of `callee` instead of an answer, for those that must pass keyword arguments on.
pub fn call_with_names(callee: Value, args: Vec<Value>, names: Vec<Symbol>) -> Trap {
    Trap::Request(Box::new(Request::Call { callee, args, names }))
}

fn drop_after(old: Option<Value>) {
    drop(old);
}
