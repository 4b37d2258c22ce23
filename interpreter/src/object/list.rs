//! `list` and `tuple`.

use std::cell::{Ref, RefCell};
use std::rc::Rc;

use super::heap::{self, Header, Tracked};
use super::value::Value;

/// A tuple. Immutable.
pub struct Tuple {
    pub header: Header,
    pub items: Vec<Value>,
}

impl Tuple {
    pub fn new(items: Vec<Value>) -> Tuple {
        Tuple { header: Header::new(heap::object_bytes::<Tuple>() + heap::block(items.capacity() * size_of::<Value>())), items }
    }
}

impl Drop for Tuple {
    fn drop(&mut self) {
        heap::bury(std::mem::take(&mut self.items).into_iter().rev());
    }
}

/// A list.
pub struct List {
    pub header: Header,
    items: RefCell<Vec<Value>>,
}

impl List {
    pub fn new(items: Vec<Value>) -> Rc<List> {
        let list = Rc::new(List {
            header: Header::new(heap::tracked_bytes::<List>() + heap::block(items.capacity() * size_of::<Value>())),
            items: RefCell::new(items),
        });
        heap::track(&list.header, Tracked::List(Rc::downgrade(&list)));
        list
    }

    /// The items. Never hold this across an instruction.
    #[inline]
    pub fn items(&self) -> Ref<'_, Vec<Value>> {
        self.items.borrow()
    }

    pub fn len(&self) -> usize {
        self.items.borrow().len()
    }

    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    #[inline]
    pub fn push(&self, value: Value) {
        let mut items = self.items.borrow_mut();
        if items.len() < heap::ITEMS_IN_SIGHT {
            heap::note_change();
        }
        self.header.note_change(items.len());
        if items.len() == items.capacity() {
            let more = items.len().max(4);
            items.reserve(more);
            self.header.resize(heap::tracked_bytes::<List>() + heap::block(items.capacity() * size_of::<Value>()));
        }
        items.push(value);
    }

    /// Replaces the item at a place that is there, giving back the old one.
    #[inline]
    pub fn replace(&self, at: usize, value: Value) -> Value {
        if at < heap::ITEMS_IN_SIGHT {
            heap::note_change();
        }
        self.header.note_change(at);
        std::mem::replace(&mut self.items.borrow_mut()[at], value)
    }

    /// Changes the items, and charges what they grew by. What is taken out must be dropped after: return it from `change`.
    pub fn edit<R>(&self, change: impl FnOnce(&mut Vec<Value>) -> R) -> R {
        heap::note_change();
        self.header.note_change(heap::THROUGHOUT);
        let mut items = self.items.borrow_mut();
        let result = change(&mut items);
        self.header.resize(heap::tracked_bytes::<List>() + heap::block(items.capacity() * size_of::<Value>()));
        result
    }

    pub fn clear(&self) {
        let old = self.edit(std::mem::take);
        heap::bury(old.into_iter().rev());
    }
}

impl Drop for List {
    fn drop(&mut self) {
        heap::bury(std::mem::take(self.items.get_mut()).into_iter().rev());
    }
}

impl Value {
    /// A tuple.
    pub fn tuple(items: Vec<Value>) -> Value {
        Tuple::new(items).into()
    }

    /// A list.
    pub fn list(items: Vec<Value>) -> Value {
        Value::List(List::new(items))
    }
}
