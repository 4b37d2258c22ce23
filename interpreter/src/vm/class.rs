//! Class statements: the body runs in a namespace, then the class is made of it.

use std::rc::Rc;

use super::registers::put;
use super::watch::Watch;
use super::{Context, Loaded, Vm};
use crate::object::attribute;
use crate::object::class::Class;
use crate::object::class_builder::make_class;
use crate::object::dict::Dict;
use crate::object::frame::{ClassPlan, Frame, Then};
use crate::object::function::Function;
use crate::object::native::{Answer, Trap};
use crate::object::operate::{self, program_class};
use crate::object::runtime::symbol_string;
use crate::object::symbol::names;
use crate::object::value::Value;
use stillframe_front::bytecode::op::{Op, Reg};

impl<W: Watch> Context<'_, '_, W> {
    /// `BuildClass`: the function of the body, the name, the bases and the keywords stand in four registers from `s`.
    pub(super) fn build_class(&mut self, d: Reg, s: Reg) -> Result<(), Trap> {
        let s = usize::from(s);
        let [function, name, bases, keywords] = [0, 1, 2, 3].map(|at| self.frame.registers[s + at].take());
        let keywords = if keywords.is_unbound() { Value::None } else { keywords };
        let Value::Function(body) = &function else { return Err(self.vm.runtime.type_error("a class body must be a function")) };
        if !self.vm.is_plain_class(&bases, &keywords) {
            let trap = self.vm.runtime.prelude("build_class", vec![function, name, bases, keywords]);
            return self.perform_trap(trap, Then::Store { into: d });
        }
        let then = Then::Class { into: d, plan: Some(Box::new(ClassPlan { name, bases })) };
        self.run_class_body(body, Value::Dict(Dict::new()), then)
    }

    /// Runs the function of a class body in a namespace.
    pub(super) fn run_class_body(&mut self, body: &Rc<Function>, namespace: Value, then: Then) -> Result<(), Trap> {
        let target = &self.codes[body.code.get() as usize];
        let mut new = self.vm.frame(body.code.get(), target);
        for (at, cell) in body.closure.iter().enumerate() {
            put(&mut new.registers[usize::from(target.free_start) + at], cell.clone());
        }
        new.namespace = Some(namespace);
        self.counted(|context| context.push(new, then))
    }

    /// Makes the class of a body that has ended. Without a plan the prelude does, and only wants the cell of `__class__`.
    pub(super) fn end_class_body(&mut self, into: Reg, plan: Option<Box<ClassPlan>>, body: ClassBody) -> Result<(), Trap> {
        let ClassBody { namespace, cell } = body;
        let (Some(plan), Some(Value::Dict(namespace))) = (plan, &namespace) else {
            return self.returned(Then::Store { into }, cell);
        };
        if !cell.is_none() {
            drop(namespace.set_symbol(names::CLASSCELL, cell));
        }
        let ClassPlan { name, bases } = *plan;
        let base_classes = match &bases {
            Value::Tuple(bases) => {
                bases.items.iter().filter_map(|base| if let Value::Class(base) = base { Some(base.clone()) } else { None }).collect()
            }
            _ => Vec::new(),
        };
        let meta = self.vm.runtime.classes.type_.clone();
        if namespace.get_symbol(names::SLOTS).is_some_and(|slots| !lists_slots(&slots)) {
            let args = vec![Value::Class(meta), name, bases, Value::Dict(namespace.clone()), Value::Dict(Dict::new())];
            let trap = self.vm.runtime.prelude("type_new", args);
            return self.perform_trap(trap, Then::Store { into });
        }
        let class = make_class(&self.vm.runtime, &meta, name.as_str().unwrap_or("?"), base_classes, namespace)?;
        let value = Value::Class(class.clone());
        if self.vm.has_set_name(&class) {
            let trap = self.vm.runtime.prelude("set_names", vec![value]);
            return self.perform_trap(trap, Then::Store { into });
        }
        self.returned(Then::Store { into }, value)
    }

    /// Reads a name in a class body.
    pub(super) fn load_name(&mut self, d: Reg, name: u16) -> Result<(), Trap> {
        let code = &self.codes[self.frame.code as usize];
        let at = usize::from(name);
        if let Some(Value::Dict(namespace)) = &self.frame.namespace
            && let Some(value) = namespace.get_symbol(code.names[at])
        {
            put(&mut self.frame.registers[usize::from(d)], value);
            return Ok(());
        }
        let value = code.module.load(code.slots[at]);
        let value = if value.is_unbound() { code.builtins[at].clone() } else { value };
        let found = if value.is_unbound() { self.vm.late_builtin(code, name) } else { Ok(value) };
        self.load_from_mapping(d, name, found)
    }

    /// Reads a name in a class body that an enclosing function has too.
    pub(super) fn load_class_cell(&mut self, d: Reg, c: Reg, name: u16) -> Result<(), Trap> {
        let code = &self.codes[self.frame.code as usize];
        if let Some(Value::Dict(namespace)) = &self.frame.namespace
            && let Some(value) = namespace.get_symbol(code.names[usize::from(name)])
        {
            put(&mut self.frame.registers[usize::from(d)], value);
            return Ok(());
        }
        let value = if let Value::Cell(cell) = &self.frame.registers[usize::from(c)] { cell.get() } else { Value::Unbound };
        let found = if value.is_unbound() { Err(self.vm.unbound_cell(code, c)) } else { Ok(value) };
        self.load_from_mapping(d, name, found)
    }

    /// Reads a name that a namespace which is no plain dict may have; else it is what was `found` outside.
    fn load_from_mapping(&mut self, d: Reg, name: u16, found: Answer) -> Result<(), Trap> {
        match &self.frame.namespace {
            Some(Value::Dict(_)) | None => {
                put(&mut self.frame.registers[usize::from(d)], found?);
                Ok(())
            }
            Some(mapping) => {
                let (outside, error) = match found {
                    Ok(value) => (value, Value::None),
                    Err(Trap::Raise(exception)) => (Value::None, Value::Exception(exception)),
                    Err(trap) => return Err(trap),
                };
                let name = symbol_string(self.codes[self.frame.code as usize].names[usize::from(name)]);
                let trap = self.vm.runtime.prelude("load_name", vec![mapping.clone(), name, outside, error]);
                self.perform_trap(trap, Then::Store { into: d })
            }
        }
    }

    pub(super) fn store_name(&mut self, s: Reg, name: u16) -> Result<(), Trap> {
        let code = &self.codes[self.frame.code as usize];
        let value = self.take_operand(code, s)?;
        let name = code.names[usize::from(name)];
        match &self.frame.namespace {
            Some(Value::Dict(namespace)) => drop(namespace.set_symbol(name, value)),
            Some(mapping) => {
                if let Err(trap) = operate::set_item(&mut self.vm.runtime, &mapping.clone(), &symbol_string(name), &value) {
                    return self.perform_trap(trap, Then::Discard);
                }
            }
            None => {}
        }
        Ok(())
    }

    pub(super) fn delete_name(&mut self, name: u16) -> Result<(), Trap> {
        let code = &self.codes[self.frame.code as usize];
        let symbol = code.names[usize::from(name)];
        let removed = match &self.frame.namespace {
            Some(Value::Dict(namespace)) => namespace.remove_symbol(symbol),
            Some(mapping) => {
                let mapping = mapping.clone();
                let Trap::Raise(error) = self.vm.undefined(code, name) else { return Ok(()) };
                let trap = self.vm.runtime.prelude("delete_name", vec![mapping, symbol_string(symbol), Value::Exception(error)]);
                return self.perform_trap(trap, Then::Discard);
            }
            None => None,
        };
        if removed.is_none() { Err(self.vm.undefined(code, name)) } else { Ok(()) }
    }

    /// Makes `__annotations__` where it is not there.
    pub(super) fn setup_annotations(&mut self) -> Result<(), Trap> {
        match &self.frame.namespace {
            Some(Value::Dict(namespace)) => {
                if namespace.get_symbol(names::ANNOTATIONS).is_none() {
                    drop(namespace.set_symbol(names::ANNOTATIONS, Value::Dict(Dict::new())));
                }
            }
            Some(mapping) => {
                let trap = self.vm.runtime.prelude("setup_annotations", vec![mapping.clone()]);
                return self.perform_trap(trap, Then::Discard);
            }
            None => {
                let module = &self.codes[self.frame.code as usize].module;
                if module.get(names::ANNOTATIONS).is_none() {
                    module.set(names::ANNOTATIONS, Value::Dict(Dict::new()));
                }
            }
        }
        Ok(())
    }

    /// `o.name += i` where it is no small integer in a plain attribute.
    pub(super) fn add_attr_int(&mut self, o: Reg, i: i8, name: crate::object::symbol::Symbol) -> Result<(), Trap> {
        let object = self.take_operand(&self.codes[self.frame.code as usize], o)?;
        let number = Value::Int(i64::from(i));
        let simple = match crate::object::attribute::get(&mut self.vm.runtime, &object, name) {
            Ok(value) => operate::binary(&mut self.vm.runtime, stillframe_front::bytecode::op::Binary::Add, &value, &number, true),
            Err(trap) => Err(trap),
        };
        match simple {
            Ok(sum) => match crate::object::attribute::set(&mut self.vm.runtime, &object, name, sum) {
                Ok(()) => Ok(()),
                Err(trap) => self.perform_trap(trap, Then::Discard),
            },
            Err(Trap::Request(_)) => {
                let trap = self.vm.runtime.prelude("add_to_attribute", vec![object, symbol_string(name), number]);
                self.perform_trap(trap, Then::Discard)
            }
            Err(trap) => Err(trap),
        }
    }

    /// Unpacks an iterable into registers: `n` of them, or `n`, a list, and `after` more.
    pub(super) fn unpack(&mut self, d: Reg, s: Reg, n: u8, after: Option<u8>) -> Result<(), Trap> {
        let source = self.take_operand(&self.codes[self.frame.code as usize], s)?;
        match self.vm.iterated(&source)? {
            Some(items) => self.unpack_items(d, n, after, items),
            None => {
                // The prelude takes what the program's iterator gives: one more than is wanted, to see that there are too many.
                let trap = match after {
                    Some(_) => self.vm.runtime.prelude("take_all_items", vec![source, Value::Int(i64::from(n))]),
                    None => self.vm.runtime.prelude("take_items", vec![source, Value::Int(i64::from(n) + 1)]),
                };
                self.perform_trap(trap, Then::Unpack)
            }
        }
    }

    /// The items that the prelude took go where the instruction before `pc` wants them.
    pub(super) fn unpack_taken(&mut self, taken: &Value) -> Result<(), Trap> {
        let items = match taken {
            Value::List(list) => list.items().clone(),
            Value::Tuple(tuple) => tuple.items.clone(),
            _ => Vec::new(),
        };
        match self.codes[self.frame.code as usize].ops[self.frame.pc as usize - 1] {
            Op::Unpack { d, n, .. } => self.unpack_items(d, n, None, items),
            Op::SplitGroup { d, .. } | Op::LoadWith { d, .. } | Op::LoadAsyncWith { d, .. } => self.unpack_items(d, 2, None, items),
            Op::UnpackStar { d, before, after, .. } => self.unpack_items(d, before, Some(after), items),
            _ => Ok(()),
        }
    }

    fn unpack_items(&mut self, d: Reg, n: u8, after: Option<u8>, items: Vec<Value>) -> Result<(), Trap> {
        let before = usize::from(n);
        let count = items.len();
        match after {
            None if count > before => {
                return Err(self.vm.runtime.value_error(format!("too many values to unpack (expected {before})")));
            }
            None if count < before => {
                return Err(self.vm.runtime.value_error(format!("not enough values to unpack (expected {before}, got {count})")));
            }
            Some(after) if count < before + usize::from(after) => {
                let least = before + usize::from(after);
                let message = format!("not enough values to unpack (expected at least {least}, got {count})");
                return Err(self.vm.runtime.value_error(message));
            }
            _ => {}
        }
        let first = usize::from(d);
        let mut items = items.into_iter();
        for at in 0..before {
            put(&mut self.frame.registers[first + at], items.next().unwrap_or_default());
        }
        if let Some(after) = after {
            let after = usize::from(after);
            let middle: Vec<Value> = items.by_ref().take(count - before - after).collect();
            put(&mut self.frame.registers[first + before], Value::list(middle));
            for at in 0..after {
                put(&mut self.frame.registers[first + before + 1 + at], items.next().unwrap_or_default());
            }
        }
        Ok(())
    }
}

impl Vm<'_> {
    /// Whether the class needs nothing but `type.__new__`: no metaclass, no keywords, no `__init_subclass__`.
    fn is_plain_class(&self, bases: &Value, keywords: &Value) -> bool {
        let Value::Tuple(bases) = bases else { return false };
        let plain = |base: &Value| match base {
            Value::Class(class) => {
                let meta = class.meta.borrow();
                meta.as_ref().is_none_or(|meta| Rc::ptr_eq(meta, &self.runtime.classes.type_)) && !class.overrides(names::INIT_SUBCLASS)
            }
            _ => false,
        };
        keywords.is_none() && bases.items.iter().all(plain)
    }

    fn has_set_name(&self, class: &Class) -> bool {
        let attributes = class.attributes.borrow();

        attributes.iter().any(|(_, value)| program_class(value).is_some_and(|class| class.lookup(names::SET_NAME).is_some()))
    }

    /// `super()`: the class from its cell, the object from the method's first parameter.
    pub(super) fn make_super(&mut self, class: &Value, object: &Value) -> Answer {
        let class = if let Value::Cell(cell) = class { cell.get() } else { class.clone() };
        let object = if let Value::Cell(cell) = object { cell.get() } else { object.clone() };
        let Value::Class(class) = class else { return Err(self.runtime.runtime_error("super(): __class__ cell not found")) };
        if object.is_unbound() {
            return Err(self.runtime.runtime_error("super(): arg[0] deleted"));
        }
        attribute::make_super(&self.runtime, class, object)
    }

    /// The items of what can be iterated without the program, in the words of unpacking where it can't be iterated at all.
    fn iterated(&mut self, source: &Value) -> Result<Option<Vec<Value>>, Trap> {
        let items = operate::to_vec(&mut self.runtime, source);
        if matches!(items, Err(Trap::Raise(_))) && !operate::iterate::can_iterate(source) {
            let kind = self.runtime.type_name(source);
            return Err(self.runtime.type_error(format!("cannot unpack non-iterable {kind} object")));
        }
        items
    }
}

/// What a class body leaves.
pub(super) struct ClassBody {
    namespace: Option<Value>,
    cell: Value,
}

impl Loaded {
    /// What the frame of a class body leaves.
    pub(super) fn class_body(&self, ended: &Frame) -> ClassBody {
        let cell = self.code().class_cell.map_or(Value::None, |cell| ended.registers[usize::from(cell)].clone());
        ClassBody { namespace: ended.namespace.clone(), cell }
    }
}

/// Whether a class's `__slots__` can be read without the program.
fn lists_slots(slots: &Value) -> bool {
    matches!(slots, Value::Str(_) | Value::Tuple(_) | Value::List(_) | Value::Dict(_) | Value::View(_) | Value::Set(_))
}
