//! Calls of classes: the short ways that most take, and `type.__call__`.

use std::rc::Rc;

use super::watch::Watch;
use super::{Loaded, Ret, Vm};
use crate::object::attribute;
use crate::object::class::{Class, Layout, Making};
use crate::object::exception::Exception;
use crate::object::frame::{Frame, Then};
use crate::object::instance::Instance;
use crate::object::native::Trap;
use crate::object::symbol::{Symbol, names};
use crate::object::value::Value;

impl Vm<'_> {
    /// `class(…)`: `__new__`, then `__init__`.
    pub(super) fn construct<W: Watch>(
        &mut self,
        codes: &[Loaded],
        f: &mut Box<Frame>,
        class: &Rc<Class>,
        args: Vec<Value>,
        names: &[Symbol],
        ret: Ret,
        watch: &mut W,
    ) -> Result<(), Trap> {
        if args.is_empty() && Rc::ptr_eq(class, &self.runtime.classes.super_) && codes[f.code as usize].arg_count > 0 {
            return Err(self.runtime.runtime_error("super(): __class__ cell not found"));
        }
        if matches!(ret.then, Then::Store | Then::Discard) {
            match self.making(class) {
                Making::Exception if names.is_empty() => {
                    return self.deliver(codes, f, ret, Value::Exception(Exception::new(class.clone(), args)), watch);
                }
                Making::Filled(init) => {
                    let object = Value::Instance(Instance::new(class.clone(), Value::Unbound));
                    let mut args = args;
                    args.insert(0, object.clone());
                    let ret = Ret { then: Then::Init, result: ret.result, exit: 0, carried: object };
                    return self.call_function(codes, f, &init, &mut args, names, ret, watch);
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
            return self.call(codes, f, call, all, names, ret, watch);
        }
        self.construct_default(codes, f, class, args, names, ret, watch)
    }

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
            let takes_more = |class: &Class| {
                [&classes.os_error, &classes.syntax_error, &classes.unicode_decode_error].iter().any(|base| class.is_subclass(base))
            };
            match class.layout {
                Layout::Exception if takes_more(class) => Making::Other,
                Layout::Exception if !is_inherited(names::NEW, &classes.base_exception) => Making::Other,
                Layout::Exception if is_inherited(names::INIT, &classes.base_exception) => Making::Exception,
                Layout::Object if !is_inherited(names::NEW, &classes.object) => Making::Other,
                Layout::Object if is_inherited(names::INIT, &classes.object) => Making::Bare,
                Layout::Object => match class.lookup_uncached(names::INIT) {
                    Some(Value::Function(init)) => Making::Filled(init),
                    _ => Making::Other,
                },
                _ => Making::Other,
            }
        })
    }

    /// `type.__call__`.
    pub(super) fn construct_default<W: Watch>(
        &mut self,
        codes: &[Loaded],
        f: &mut Box<Frame>,
        class: &Rc<Class>,
        args: Vec<Value>,
        names: &[Symbol],
        ret: Ret,
        watch: &mut W,
    ) -> Result<(), Trap> {
        let new = match class.lookup(names::NEW) {
            Some(Value::Native(native)) => native,
            Some(_) => return self.construct_by_prelude(codes, f, class, args, names, ret, watch),
            None => return Err(self.runtime.type_error(format!("cannot create '{}' instances", class.name()))),
        };
        let init = class.lookup(names::INIT);
        let guest_init = init.filter(|init| !matches!(init, Value::Native(_)));
        if guest_init.is_some() && !matches!(ret.then, Then::Store | Then::Discard) {
            return self.construct_by_prelude(codes, f, class, args, names, ret, watch);
        }
        let mut all = vec![Value::Class(class.clone())];
        let Some(init) = guest_init else {
            all.extend(args);
            return self.call_native(codes, f, new, all, names, ret, watch);
        };
        // `object.__new__` and its like leave the arguments to `__init__`; `BaseException.__new__` keeps them as `args`.
        if class.layout == Layout::Exception {
            all.extend(args[..args.len() - names.len()].iter().cloned());
        }
        let takes_all = !matches!(class.layout, Layout::Exception | Layout::Object) && !is_filled_by_init(class);
        if takes_all {
            all.extend(args.iter().cloned());
        }
        let bound = self.bind_native(new, all, if takes_all { names } else { &[] })?;
        let object = match (new.run)(&mut self.runtime, &bound) {
            Ok(object) => object,
            Err(Trap::Request(_)) => return self.construct_by_prelude(codes, f, class, args, names, ret, watch),
            Err(trap) => return Err(trap),
        };
        let mut init_args = vec![object.clone()];
        init_args.extend(args);
        let ret = Ret { then: Then::Init, result: ret.result, exit: 0, carried: object };
        self.call(codes, f, init, init_args, names, ret, watch)
    }

    fn construct_by_prelude<W: Watch>(
        &mut self,
        codes: &[Loaded],
        f: &mut Box<Frame>,
        class: &Rc<Class>,
        args: Vec<Value>,
        names: &[Symbol],
        ret: Ret,
        watch: &mut W,
    ) -> Result<(), Trap> {
        let callee = self.prelude_function("construct")?;
        let mut all = vec![Value::Class(class.clone())];
        all.extend(args);
        self.call(codes, f, callee, all, names, ret, watch)
    }
}

/// Whether instances are filled by the built-in `__init__`, so that a `__new__` with the program's `__init__` makes them empty.
fn is_filled_by_init(class: &Class) -> bool {
    matches!(class.layout, Layout::List | Layout::Dict | Layout::Set | Layout::ByteArray)
}
