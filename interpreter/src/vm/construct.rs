//! Calls of classes: the short ways that most take, and `type.__call__`.

use std::rc::Rc;

use super::watch::Watch;
use super::{Context, Vm};
use crate::object::attribute;
use crate::object::class::{Class, Layout, Making};
use crate::object::exception::Exception;
use crate::object::frame::Then;
use crate::object::instance::Instance;
use crate::object::native::Trap;
use crate::object::symbol::{Symbol, names};
use crate::object::value::Value;
use stillframe_front::bytecode::code::CodeKind;

impl<W: Watch> Context<'_, '_, W> {
    /// `class(…)`: `__new__`, then `__init__`.
    pub(super) fn construct(&mut self, class: &Rc<Class>, args: Vec<Value>, names: &[Symbol], then: Then) -> Result<(), Trap> {
        if args.is_empty() && Rc::ptr_eq(class, &self.vm.runtime.classes.super_) && self.codes[self.frame.code as usize].arg_count > 0 {
            return Err(self.vm.runtime.runtime_error("super(): __class__ cell not found"));
        }
        if matches!(then, Then::Store { .. } | Then::Discard) {
            match self.vm.making(class) {
                Making::Exception if names.is_empty() => {
                    return self.returned(then, Value::Exception(Exception::new(class.clone(), args)));
                }
                Making::Filled(init) => {
                    let object = Value::Instance(Instance::new(class.clone(), Value::Unbound));
                    let mut args = args;
                    args.insert(0, object.clone());
                    let then = Then::Init { into: then.register(), object };
                    return self.counted(|context| context.call_function(&init, &mut args, names, then));
                }
                _ => {}
            }
        }
        let meta = class.meta.borrow().clone();
        if let Some(meta) = meta
            && meta.overrides(names::CALL)
            && let Some(call) = meta.lookup(names::CALL)
        {
            let mut all = vec![Value::Class(class.clone())];
            all.extend(args);
            return self.counted(|context| context.call(call, all, names, then));
        }
        self.construct_default(class, args, names, then)
    }

    /// `type.__call__`.
    pub(super) fn construct_default(&mut self, class: &Rc<Class>, args: Vec<Value>, names: &[Symbol], then: Then) -> Result<(), Trap> {
        let new = match class.lookup(names::NEW) {
            Some(Value::Native(native)) => native,
            Some(_) => return self.construct_by_prelude(class, args, names, then),
            None => return Err(self.vm.runtime.type_error(format!("cannot create '{}' instances", class.name()))),
        };
        if self.makes_of_metaclass(class, &args[..args.len() - names.len()]) {
            return self.construct_by_prelude(class, args, names, then);
        }
        let init = class.lookup(names::INIT);
        let guest_init = init.filter(|init| !matches!(init, Value::Native(_)));
        if guest_init.is_some() && !matches!(then, Then::Store { .. } | Then::Discard) {
            return self.construct_by_prelude(class, args, names, then);
        }
        let mut all = vec![Value::Class(class.clone())];
        let Some(init) = guest_init else {
            all.extend(args);
            // Where code has run for some time, CPython makes texts without a call.
            if Rc::ptr_eq(class, &self.vm.runtime.classes.str) && self.codes[self.frame.code as usize].kind == CodeKind::Module {
                return self.counted(|context| context.call_native(new, all, names, then));
            }
            return self.call_native(new, all, names, then);
        };
        // `object.__new__` and its like leave the arguments to `__init__`; `BaseException.__new__` keeps them as `args`.
        if class.layout == Layout::Exception {
            all.extend(args[..args.len() - names.len()].iter().cloned());
        }
        let takes_all = !matches!(class.layout, Layout::Exception | Layout::Object) && !is_filled_by_init(class);
        if takes_all {
            all.extend(args.iter().cloned());
        }
        let bound = self.vm.bind_native(new, all, if takes_all { names } else { &[] })?;
        let object = match (new.run)(&mut self.vm.runtime, &bound) {
            Ok(object) => object,
            Err(Trap::Request(_)) => return self.construct_by_prelude(class, args, names, then),
            Err(trap) => return Err(trap),
        };
        let mut init_args = vec![object.clone()];
        init_args.extend(args);
        let then = Then::Init { into: then.register(), object };
        self.counted(|context| context.call(init, init_args, names, then))
    }

    /// Whether `type(name, bases, namespace)` gives a class whose metaclass, that of a base, has the last word.
    fn makes_of_metaclass(&self, class: &Rc<Class>, args: &[Value]) -> bool {
        let type_ = &self.vm.runtime.classes.type_;
        let is_below = |base: &Value| match base {
            Value::Class(base) => base.meta.borrow().as_ref().is_some_and(|meta| !Rc::ptr_eq(meta, type_)),
            _ => false,
        };
        Rc::ptr_eq(class, type_) && matches!(args, [_, Value::Tuple(bases), _] if bases.items.iter().any(is_below))
    }

    fn construct_by_prelude(&mut self, class: &Rc<Class>, args: Vec<Value>, names: &[Symbol], then: Then) -> Result<(), Trap> {
        let callee = self.vm.prelude_function("construct")?;
        let mut all = vec![Value::Class(class.clone())];
        all.extend(args);
        self.counted(|context| context.call(callee, all, names, then))
    }
}

impl Vm<'_> {
    /// What a call of a class comes to, of those for which that is simple.
    pub(super) fn making(&self, class: &Rc<Class>) -> Making {
        let classes = &self.runtime.classes;
        class.making(|| {
            if class.meta.borrow().as_ref().is_some_and(|meta| meta.overrides(names::CALL)) || attribute::abstract_message(class).is_some()
            {
                return Making::Other;
            }
            let is_inherited = |name, base: &Class| match (class.lookup_uncached(name), base.lookup_uncached(name)) {
                (Some(found), Some(inherited)) => found.is(&inherited),
                _ => false,
            };
            let with_more = [&classes.os_error, &classes.syntax_error, &classes.unicode_error];
            let takes_more = |class: &Class| with_more.iter().any(|known| class.is_subclass(known));
            match class.layout {
                Layout::Exception if takes_more(class) => Making::Other,
                Layout::Exception if !is_inherited(names::NEW, &classes.base_exception) => Making::Other,
                Layout::Exception if is_inherited(names::INIT, &classes.base_exception) => Making::Exception,
                Layout::Object if !is_inherited(names::NEW, &classes.object) => {
                    match class.filler().filter(|_| is_inherited(names::INIT, &classes.object)) {
                        Some(filler) => Making::Filled(filler),
                        None => Making::Other,
                    }
                }
                Layout::Object if is_inherited(names::INIT, &classes.object) => Making::Bare,
                Layout::Object => match class.lookup_uncached(names::INIT) {
                    Some(Value::Function(init)) => Making::Filled(init),
                    _ => Making::Other,
                },
                _ => Making::Other,
            }
        })
    }
}

/// Whether instances are filled by the built-in `__init__`, so that a `__new__` with the program's `__init__` makes them empty.
fn is_filled_by_init(class: &Class) -> bool {
    matches!(class.layout, Layout::List | Layout::Dict | Layout::Set | Layout::ByteArray | Layout::Module)
}
