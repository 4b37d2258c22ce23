//! Which variables of a frame changed since it was last told about.
//!
//! A variable is compared by identity with what was last told of it. Nothing here keeps a value alive: what is remembered of an object is
//! its number, which no other object of the run ever has. Containers can change without becoming others; they are looked at
//! again where the heap has seen a change since.

use std::mem::size_of;

use crate::object::dict::Dict;
use crate::object::module::Module;
use crate::object::runtime::symbol_text;
use crate::object::value::Value;

use super::account::{Datum, Local, Look, Text};
use super::objects::{OBJECT, number};
use super::teller::Teller;
use crate::object::show;

/// A variable that lives in a register.
pub struct Variable {
    pub register: u8,
    pub name: Text,
    /// The register may hold a cell, which holds the variable.
    pub in_cell: bool,
}

/// What was last told of a variable.
#[derive(Clone, Copy, Default, PartialEq)]
pub enum Told {
    /// Nothing, or that it is gone.
    #[default]
    Nothing,
    Int(i64),
    Float(u64),
    /// A value that is always the same, by its identity.
    Constant(u8, u64),
    Object {
        id: u32,
        text: Text,
        /// Whether its text can change while it stays the same object.
        may_change: bool,
    },
    /// What a `def`, `class` or `import` bound, which is not told.
    Hidden(u8, u64),
}

/// What a recorder remembers of a frame's variables.
#[derive(Default)]
pub struct Memory {
    /// Of the registers, in the order of the code's variables; then of the module's slots.
    pub told: Vec<Told>,
    /// Of a class body: the names, in the order of `told`.
    pub names: Vec<Text>,
    /// The heap's count of changes when it was last told.
    changes: u64,
}

impl Memory {
    pub fn clear(&mut self) {
        self.told.clear();
        self.names.clear();
    }
}

impl Memory {
    /// Room for what is told of so many variables.
    fn make_room(&mut self, teller: &mut Teller, count: usize) {
        let before = self.told.capacity();
        if self.told.len() < count {
            self.told.resize(count, Told::Nothing);
        }
        teller.account.held += (self.told.capacity() - before) * size_of::<Told>();
    }

    /// Tells the variables in registers.
    pub fn tell_registers(&mut self, teller: &mut Teller, variables: &[Variable], registers: &[Value], is_module: bool) {
        self.make_room(teller, variables.len());
        teller.account.looks += variables.len() as u64;
        let changed = self.changes != teller.changes;
        for (variable, told) in variables.iter().zip(&mut self.told) {
            let value = &registers[usize::from(variable.register)];
            match value {
                Value::Cell(cell) if variable.in_cell => teller.tell(told, variable.name, &cell.get(), changed, is_module),
                _ => teller.tell(told, variable.name, value, changed, is_module),
            }
        }
    }

    /// Tells the variables in a module's slots, which follow `registers` ones in the memory. `names` are those known so far.
    pub fn tell_slots(&mut self, teller: &mut Teller, registers: usize, module: &Module, names: &mut Vec<Option<Text>>) {
        let changed = self.changes != teller.changes;
        module.with_slots(|symbols, values| {
            for symbol in &symbols[names.len()..] {
                if teller.is_full() {
                    break;
                }
                let name = symbol_text(*symbol);
                names.push((!name.starts_with("__")).then(|| teller.account.texts.intern(&name)));
            }
            self.make_room(teller, registers + names.len());
            teller.account.looks += names.len() as u64;
            for ((name, value), told) in names.iter().zip(values).zip(&mut self.told[registers..]) {
                if let Some(name) = name {
                    teller.tell(told, *name, value, changed, true);
                }
            }
        });
    }

    /// Tells the variables of a class body, which follow `registers` ones in the memory.
    pub fn tell_namespace(&mut self, teller: &mut Teller, registers: usize, namespace: &Dict) {
        let changed = self.changes != teller.changes;
        let mut seen = vec![false; self.names.len()];
        let mut from = 0;
        while let Some((at, entry)) = namespace.entry_from(from) {
            teller.account.looks += NAME_LOOKS + (at - from) as u64;
            from = at + 1;
            if teller.is_full() {
                return;
            }
            let Some(name) = entry.key.as_str().filter(|name| !name.starts_with("__")) else { continue };
            let name = teller.account.texts.intern(name);
            let place = self.place_of(teller, name);
            seen.resize(self.names.len(), false);
            self.make_room(teller, registers + self.names.len());
            seen[place] = true;
            teller.tell(&mut self.told[registers + place], name, &entry.value, changed, true);
        }
        for (place, _) in seen.iter().enumerate().filter(|(_, seen)| !**seen) {
            teller.tell(&mut self.told[registers + place], self.names[place], &Value::Unbound, changed, true);
        }
    }

    /// The place of a class body's name, new or known.
    fn place_of(&mut self, teller: &mut Teller, name: Text) -> usize {
        let known = self.names.iter().position(|known| *known == name);
        let place = known.unwrap_or(self.names.len());
        teller.account.looks += place as u64;
        if known.is_none() {
            self.names.push(name);
        }
        place
    }

    /// Everything has been told, up to this count of the heap's changes.
    pub fn is_told(&mut self, changes: u64) {
        self.changes = changes;
    }
}

/// What it takes to look a class body's name up.
const NAME_LOOKS: u64 = 16;

impl Teller<'_> {
    /// Tells a variable if it changed. `changed`: containers may have changed inside; `hides`: what a statement of definition bound is not told.
    #[inline]
    fn tell(&mut self, told: &mut Told, name: Text, value: &Value, changed: bool, hides: bool) {
        match (value, *told) {
            (Value::Int(new), Told::Int(old)) if *new == old => {}
            (Value::Unbound, Told::Nothing) => {}
            (Value::Unbound, _) if self.ends => {}
            (Value::Int(i), _) => {
                *told = Told::Int(*i);
                self.push(name, Datum::plain(Look::Int(*i)));
            }
            (Value::Float(new), Told::Float(old)) if *new == old => {}
            (Value::Float(bits), _) => {
                *told = Told::Float(*bits);
                self.push(name, Datum::plain(Look::Float(*bits)));
            }
            _ => self.tell_other(told, name, value, changed, hides),
        }
    }

    fn tell_other(&mut self, told: &mut Told, name: Text, value: &Value, changed: bool, hides: bool) {
        let (tag, bits) = number(value);
        match *told {
            Told::Constant(old_tag, old) | Told::Hidden(old_tag, old) if (old_tag, old) == (tag, bits) => return,
            Told::Object { id, may_change: false, .. } if u64::from(id) == bits && tag == OBJECT => return,
            Told::Object { id, text, .. } if u64::from(id) == bits && tag == OBJECT => {
                if changed {
                    self.look_again(told, name, value, text);
                }
                return;
            }
            _ => {}
        }
        if self.is_full() {
            return;
        }
        if value.is_unbound() || hides && is_definition(self.account.texts.get(name), value) {
            if !matches!(told, Told::Nothing | Told::Hidden(..)) {
                self.push(name, Datum::plain(Look::Gone));
            }
            *told = if value.is_unbound() { Told::Nothing } else { Told::Hidden(tag, bits) };
            return;
        }
        let datum = self.datum(value);
        *told = match datum.look {
            Look::Text(text) if tag == OBJECT => Told::Object { id: bits as u32, text, may_change: show::may_change(value) },
            _ => Told::Constant(tag, bits),
        };
        self.push(name, datum);
    }

    /// A container that was told: told again if its text is another.
    fn look_again(&mut self, told: &mut Told, name: Text, value: &Value, text: Text) {
        if self.is_full() {
            return;
        }
        self.show(value);
        if *self.buffer == *self.account.texts.get(text) {
            return;
        }
        let text = self.account.texts.intern(self.buffer);
        let datum = Datum { look: Look::Text(text), ..self.datum_of_object(value) };
        if let Told::Object { text: told, .. } = told {
            *told = text;
        }
        self.push(name, datum);
    }

    fn push(&mut self, name: Text, value: Datum) {
        if self.is_full() {
            return;
        }
        self.account.locals.push(self.at, Local { name, value });
    }
}

/// Whether a variable holds what a `def`, `class` or `import` of that name bound to it.
fn is_definition(name: &str, value: &Value) -> bool {
    match value {
        Value::Function(function) => function.name.borrow().as_str() == Some(name),
        Value::Native(native) => native.name == name,
        Value::Class(class) => *class.name() == *name,
        Value::Module(_) => true,
        _ => false,
    }
}
