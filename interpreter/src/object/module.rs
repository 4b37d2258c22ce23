//! Modules: their variables stand in numbered slots, which code objects are linked to as they are loaded.

use std::cell::{Cell, RefCell};
use std::collections::VecDeque;
use std::rc::Rc;

use super::class::Class;
use super::dict::Dict;
use super::fuel;
use super::heap::{self, Header, Tracked};
use super::owner::{Owner, Window};
use super::symbol::{Symbol, SymbolMap, names};
use super::value::Value;

/// A module and its variables.
pub struct Module {
    pub header: Header,
    pub name: Rc<str>,
    /// A subclass of `types.ModuleType` that the program has made; none for `module` itself.
    class: RefCell<Option<Rc<Class>>>,
    plain: Cell<bool>,
    /// Whether the program called `types.ModuleType` for it.
    by_hand: Cell<bool>,
    slots: RefCell<Vec<Value>>,
    names: RefCell<Vec<Symbol>>,
    by_name: RefCell<SymbolMap<u32>>,
    /// The slots that are bound, in the order they came to be.
    order: RefCell<VecDeque<u32>>,
    pub(super) window: Window,
    /// What those are told who have copies of the variables; nobody of most modules.
    changes: Cell<Changes>,
}

/// Whether variables have changed that others have copies of.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Changes {
    Untold,
    None,
    Some,
}

/// What a variable takes: its slot, its name, its places in the index and in the order.
const VARIABLE_BYTES: usize = size_of::<Value>() + 48;

impl Module {
    pub fn new(name: &str) -> Rc<Module> {
        let module = Rc::new(Module {
            header: Header::new(heap::tracked_bytes::<Module>()),
            name: name.into(),
            class: RefCell::default(),
            plain: Cell::new(true),
            by_hand: Cell::new(false),
            slots: RefCell::default(),
            names: RefCell::default(),
            by_name: RefCell::default(),
            order: RefCell::default(),
            window: Window::default(),
            changes: Cell::new(Changes::Untold),
        });
        heap::track(&module.header, Tracked::Module(Rc::downgrade(&module)));
        module
    }

    /// The subclass it belongs to, if it does to one.
    pub fn class(&self) -> Option<Rc<Class>> {
        self.class.borrow().clone()
    }

    pub fn set_class(&self, class: Option<Rc<Class>>) -> Option<Rc<Class>> {
        self.plain.set(class.is_none());
        self.class.replace(class)
    }

    /// A module that the program makes, of a subclass where one is given.
    pub fn by_hand(class: Option<Rc<Class>>) -> Rc<Module> {
        let module = Module::new("?");
        module.by_hand.set(true);
        module.set_class(class);
        module
    }

    pub fn is_made_by_hand(&self) -> bool {
        self.by_hand.get()
    }

    /// Whether its attributes are its variables, whatever a class says.
    #[inline(always)]
    pub fn is_plain(&self) -> bool {
        self.plain.get()
    }

    /// The slot of a variable, made where there is none.
    pub fn slot(&self, name: Symbol) -> u32 {
        if let Some(slot) = self.by_name.borrow().get(&name) {
            return *slot;
        }
        let mut slots = self.slots.borrow_mut();
        let slot = slots.len() as u32;
        slots.push(Value::Unbound);
        self.names.borrow_mut().push(name);
        self.by_name.borrow_mut().insert(name, slot);
        self.header.resize(heap::tracked_bytes::<Module>() + slots.capacity() * VARIABLE_BYTES);
        slot
    }

    /// The value in a slot; unbound where the variable is.
    #[inline(always)]
    pub fn load(&self, slot: u32) -> Value {
        self.slots.borrow()[slot as usize].copy()
    }

    /// Stores into a slot. What it held is dropped after the borrow has ended.
    #[inline(always)]
    pub fn store(&self, slot: u32, value: Value) {
        let old = std::mem::replace(&mut self.slots.borrow_mut()[slot as usize], value);
        if old.is_unbound() {
            self.bound(slot);
        }
        drop(old);
    }

    #[cold]
    fn bound(&self, slot: u32) {
        self.order.borrow_mut().push_back(slot);
        let name = self.names.borrow()[slot as usize];
        self.window.came(name);
    }

    pub fn get(&self, name: Symbol) -> Option<Value> {
        let slot = *self.by_name.borrow().get(&name)?;
        let value = self.load(slot);
        (!value.is_unbound()).then_some(value)
    }

    /// The same, looking first in the slot where it was found last.
    #[inline]
    pub fn get_near(&self, name: Symbol, place: &Cell<u32>) -> Option<Value> {
        let slot = place.get();
        if self.names.borrow().get(slot as usize) != Some(&name) {
            place.set(*self.by_name.borrow().get(&name)?);
        }
        let value = self.load(place.get());
        (!value.is_unbound()).then_some(value)
    }

    pub fn set(&self, name: Symbol, value: Value) {
        let slot = self.slot(name);
        self.store(slot, value);
        self.changed(name);
    }

    /// From now on the machine is told when a variable is set or removed: [`Module::take_changed`].
    pub fn tell_changes(&self) {
        self.changes.set(Changes::None);
    }

    /// Whether one was, since it was last asked.
    pub fn take_changed(&self) -> bool {
        let changed = self.changes.get() == Changes::Some;
        if changed {
            self.changes.set(Changes::None);
        }
        changed
    }

    fn changed(&self, name: Symbol) {
        if self.changes.get() == Changes::None && name != names::UNDERSCORE {
            self.changes.set(Changes::Some);
            heap::call_for_attention();
        }
    }

    /// Unbinds a variable; whether it was bound.
    pub fn remove(&self, name: Symbol) -> bool {
        let Some(slot) = self.by_name.borrow().get(&name).copied() else { return false };
        let old = std::mem::take(&mut self.slots.borrow_mut()[slot as usize]);
        if old.is_unbound() {
            return false;
        }
        let place = self.order.borrow().iter().position(|known| *known == slot);
        if let Some(place) = place {
            let mut order = self.order.borrow_mut();
            let moved = place.min(order.len() - place);
            fuel::note((place / 4 + moved / 8) as u64);
            order.remove(place);
        }
        self.window.gone(name);
        self.changed(name);
        true
    }

    /// The bound variables in the order they came to be.
    pub fn entries(&self) -> Vec<(Symbol, Value)> {
        let names = self.names.borrow();
        let slots = self.slots.borrow();
        self.order.borrow().iter().map(|slot| (names[*slot as usize], slots[*slot as usize].clone())).collect()
    }

    /// The names of so many bound variables at most, in the order they came to be.
    pub fn first_names(&self, most: usize) -> Vec<Symbol> {
        let names = self.names.borrow();
        self.order.borrow().iter().take(most).map(|slot| names[*slot as usize]).collect()
    }

    /// The variables as a dict: `__dict__`, `globals()`.
    pub fn dict(self: &Rc<Module>) -> Rc<Dict> {
        self.window.open(Owner::Module(self.clone()))
    }

    /// Looks at the slots where they lie, with their names.
    pub fn with_slots<R>(&self, look: impl FnOnce(&[Symbol], &[Value]) -> R) -> R {
        look(&self.names.borrow(), &self.slots.borrow())
    }

    pub(super) fn break_cycles(&self) {
        self.order.borrow_mut().clear();
        self.window.forget();
        let values: Vec<Value> = self.slots.borrow_mut().iter_mut().map(Value::take).collect();
        drop(values);
    }
}

impl Drop for Module {
    fn drop(&mut self) {
        self.header.announce_death();
        heap::bury(std::mem::take(self.slots.get_mut()));
    }
}
