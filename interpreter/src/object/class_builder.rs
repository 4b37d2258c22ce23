//! Making classes: bases, the C3 linearisation (`https://docs.python.org/3/howto/mro.html`), layouts, slots.

use std::rc::Rc;

use super::attribute::refresh_flags;
use super::class::{Class, Layout};
use super::dict::Dict;
use super::native::Trap;
use super::runtime::{Runtime, symbol_of, symbol_text};
use super::symbol::{Symbol, names};
use super::value::Value;

/// `type.__new__(meta, name, bases, namespace)`, without `__set_name__` and `__init_subclass__`, which the prelude calls.
pub fn make_class(runtime: &Runtime, meta: &Rc<Class>, name: &str, bases: Vec<Rc<Class>>, namespace: &Dict) -> Result<Rc<Class>, Trap> {
    let bases = if bases.is_empty() { vec![runtime.classes.object.clone()] } else { bases };
    let layout = common_layout(runtime, &bases)?;
    let mro = linearise(runtime, &bases)?;
    let class = Class::new(name, bases, mro, Some(meta.clone()), layout, false);
    for (symbol, value) in namespace.symbol_entries() {
        match (symbol, &value) {
            (names::QUALNAME, Value::Str(text)) => *class.qualname.borrow_mut() = (&*text.text).into(),
            (names::CLASSCELL, Value::Cell(cell)) => cell.set(Value::Class(class.clone())),
            (names::NEW, Value::Function(_)) => class.set(symbol, wrap(value, false)),
            (names::INIT_SUBCLASS | names::CLASS_GETITEM, Value::Function(_)) => class.set(symbol, wrap(value, true)),
            _ => class.set(symbol, value),
        }
    }
    if class.attributes.borrow().get(names::EQ).is_some() && class.attributes.borrow().get(names::HASH).is_none() {
        class.set(names::HASH, Value::None);
    }
    if class.attributes.borrow().get(names::DOC).is_none() {
        class.set(names::DOC, Value::None);
    }
    set_slots(runtime, &class)?;
    refresh_flags(runtime, &class);
    Ok(class)
}

fn wrap(function: Value, is_class: bool) -> Value {
    let header = super::heap::Header::new(size_of::<super::function::Wrapper>());
    super::function::Wrapper { header, is_class, function }.into()
}

/// The layout the bases agree on.
fn common_layout(runtime: &Runtime, bases: &[Rc<Class>]) -> Result<Layout, Trap> {
    let mut layout = Layout::Object;
    for base in bases {
        match base.layout {
            Layout::Sealed => return Err(runtime.type_error(format!("type '{}' is not an acceptable base type", base.name()))),
            Layout::Object => {}
            other if layout == Layout::Object || layout == other => layout = other,
            _ => return Err(runtime.type_error("multiple bases have instance lay-out conflict")),
        }
    }
    Ok(layout)
}

/// The MRO of a class with these bases, without itself.
fn linearise(runtime: &Runtime, bases: &[Rc<Class>]) -> Result<Vec<Rc<Class>>, Trap> {
    for (at, base) in bases.iter().enumerate() {
        if bases[..at].iter().any(|earlier| Rc::ptr_eq(earlier, base)) {
            return Err(runtime.type_error(format!("duplicate base class {}", base.name())));
        }
    }
    let mut lists: Vec<Vec<Rc<Class>>> =
        bases.iter().map(|base| std::iter::once(base.clone()).chain(base.mro.borrow().iter().cloned()).collect()).collect();
    lists.push(bases.to_vec());
    let mut mro = Vec::new();
    loop {
        lists.retain(|list| !list.is_empty());
        if lists.is_empty() {
            return Ok(mro);
        }
        let in_tail = |class: &Rc<Class>| lists.iter().any(|list| list[1..].iter().any(|other| Rc::ptr_eq(other, class)));
        let Some(next) = lists.iter().map(|list| &list[0]).find(|head| !in_tail(head)).cloned() else {
            let heads: Vec<String> = lists.iter().map(|list| list[0].name().to_string()).collect();
            let mut unique: Vec<String> = Vec::new();
            heads.into_iter().for_each(|head| {
                if !unique.contains(&head) {
                    unique.push(head)
                }
            });
            let message = format!("Cannot create a consistent method resolution\norder (MRO) for bases {}", unique.join(", "));
            return Err(runtime.type_error(message));
        };
        for list in &mut lists {
            if Rc::ptr_eq(&list[0], &next) {
                list.remove(0);
            }
        }
        mro.push(next);
    }
}

/// Works out what `__slots__` allow: nothing is forbidden where a class of the MRO has none.
fn set_slots(runtime: &Runtime, class: &Rc<Class>) -> Result<(), Trap> {
    let own = class.attributes.borrow().get(names::SLOTS).cloned();
    let Some(own) = own else { return Ok(()) };
    let mut allowed = slot_names(runtime, class, &own)?;
    let dict = symbol_of("__dict__");
    for base in class.mro.borrow().iter().filter(|base| !Rc::ptr_eq(base, &runtime.classes.object)) {
        match &*base.slots.borrow() {
            Some(slots) => allowed.extend(slots),
            None => return Ok(()),
        }
    }
    if !allowed.contains(&dict) {
        *class.slots.borrow_mut() = Some(allowed);
    }
    Ok(())
}

fn slot_names(runtime: &Runtime, class: &Rc<Class>, slots: &Value) -> Result<Vec<Symbol>, Trap> {
    let items = match slots {
        Value::Str(_) => vec![slots.clone()],
        Value::Tuple(tuple) => tuple.items.clone(),
        Value::List(list) => list.items().clone(),
        Value::Dict(dict) => dict.entries().into_iter().map(|entry| entry.key).collect(),
        Value::Set(set) => set.entries().into_iter().map(|(_, key)| key).collect(),
        _ => Vec::new(),
    };
    let mut found = Vec::new();
    for item in items {
        let Some(text) = item.as_str() else {
            let message = format!("__slots__ items must be strings, not '{}'", runtime.type_name(&item));
            return Err(runtime.type_error(message));
        };
        let name = symbol_of(text);
        if class.attributes.borrow().get(name).is_some() {
            return Err(runtime.value_error(format!("'{}' in __slots__ conflicts with class variable", symbol_text(name))));
        }
        found.push(name);
    }
    Ok(found)
}
