//! Making classes: bases, the C3 linearisation (`https://docs.python.org/3/howto/mro.html`), layouts, slots.

use std::collections::{HashMap, HashSet};
use std::rc::{Rc, Weak};

use super::attribute::refresh_flags;
use super::class::{Class, Layout};
use super::dict::Dict;
use super::fuel;
use super::member::{Member, MemberKind};
use super::native::Trap;
use super::operate::plain;
use super::runtime::{Runtime, symbol_of, symbol_text};
use super::symbol::{Symbol, names};
use super::value::Value;

/// What making a class costs in fuel, besides its order of bases and its attributes.
const CLASS: u64 = 200;

/// `type.__new__(meta, name, bases, namespace)`, without `__set_name__` and `__init_subclass__`, which the prelude calls.
pub fn make_class(runtime: &Runtime, meta: &Rc<Class>, name: &str, bases: Vec<Rc<Class>>, namespace: &Dict) -> Result<Rc<Class>, Trap> {
    let bases = if bases.is_empty() { vec![runtime.classes.object.clone()] } else { bases };
    fuel::burn(CLASS)?;
    let base = best_base(runtime, &bases)?;
    let mro = linearise(runtime, &bases)?;
    let class = Class::new(name, bases, mro, Some(meta.clone()), base.layout, false);
    *class.solid.borrow_mut() = Some(solid_of(runtime, &base));
    for (symbol, value) in namespace.symbol_entries() {
        match (symbol, &value) {
            (names::QUALNAME, text) => *class.qualname.borrow_mut() = qualname(runtime, text)?,
            (names::CLASSCELL, Value::Cell(cell)) => cell.set(Value::Class(class.clone())),
            (names::NEW, Value::Function(_)) => class.set(symbol, wrap(value, false)),
            (names::INIT_SUBCLASS | names::CLASS_GETITEM, Value::Function(_)) => class.set(symbol, wrap(value, true)),
            _ => class.set(symbol, value),
        }
    }
    add_members(runtime, &class)?;
    let has = |name: Symbol| class.attributes.borrow().get(name).is_some();
    if !has(names::DOC) {
        class.set(names::DOC, Value::None);
    }
    if has(names::EQ) && !has(names::HASH) {
        class.set(names::HASH, Value::None);
    }
    refresh_flags(runtime, &class);
    Ok(class)
}

fn qualname(runtime: &Runtime, value: &Value) -> Result<Rc<str>, Trap> {
    let wrong = || runtime.type_error(format!("type __qualname__ must be a str, not {}", runtime.type_name(value)));
    plain(value).as_str().map(Rc::from).ok_or_else(wrong)
}

fn wrap(function: Value, is_class: bool) -> Value {
    let header = super::heap::Header::new(super::heap::object_bytes::<super::function::Wrapper>());
    super::function::Wrapper { header, is_class, function }.into()
}

/// The base that decides what instances are made of: `__base__`. All others must be content with that.
pub fn best_base(runtime: &Runtime, bases: &[Rc<Class>]) -> Result<Rc<Class>, Trap> {
    let mut best: Option<(&Rc<Class>, Rc<Class>)> = None;
    for base in bases {
        if base.layout == Layout::Sealed || base.is_final.get() {
            return Err(runtime.type_error(format!("type '{}' is not an acceptable base type", base.told_name())));
        }
        let solid = solid_of(runtime, base);
        match &best {
            Some((_, winner)) if winner.is_subclass(&solid) => {}
            Some((_, winner)) if !solid.is_subclass(winner) => {
                return Err(runtime.type_error("multiple bases have instance lay-out conflict"));
            }
            _ => best = Some((base, solid)),
        }
    }
    Ok(best.map_or_else(|| runtime.classes.object.clone(), |(base, _)| base.clone()))
}

/// `class.__bases__ = bases`: the class and all below it get new method resolution orders.
pub fn set_bases(runtime: &Runtime, class: &Rc<Class>, bases: Vec<Rc<Class>>) -> Result<(), Trap> {
    if bases.iter().any(|base| base.is_subclass(class)) {
        return Err(runtime.type_error("a __bases__ item causes an inheritance cycle"));
    }
    let old = best_base(runtime, &class.bases.borrow())?;
    let new = best_base(runtime, &bases)?;
    check_alike(runtime, &new, &old, "__bases__")?;
    let before = (class.bases.replace(bases), class.mro.borrow().clone());
    let mut open = vec![class.clone()];
    let mut at = 0;
    while let Some(next) = open.get(at).cloned() {
        at += 1;
        fuel::burn(1)?;
        match linearise(runtime, &next.bases.borrow()) {
            Ok(mro) => next.set_mro(mro),
            Err(trap) => {
                *class.bases.borrow_mut() = before.0;
                class.set_mro(before.1);
                return Err(trap);
            }
        }
        open.extend(next.subclasses.borrow().iter().filter_map(Weak::upgrade));
    }
    for base in &before.0 {
        base.subclasses.borrow_mut().retain(|known| known.upgrade().is_some_and(|known| !Rc::ptr_eq(&known, class)));
    }
    for base in class.bases.borrow().iter() {
        base.add_subclass(class);
    }
    class.account();
    Class::touch();
    refresh_flags(runtime, class);
    Ok(())
}

/// Refuses to put the class `new` in the place of `old`, as the class of an object or as a base, where their instances are made of
/// something else. `attribute` is what is assigned.
pub fn check_alike(runtime: &Runtime, new: &Rc<Class>, old: &Rc<Class>, attribute: &str) -> Result<(), Trap> {
    let what = if is_collected(new) != is_collected(old) {
        "deallocator"
    } else if !is_alike(runtime, new, old)? {
        "object layout"
    } else {
        return Ok(());
    };
    Err(runtime.type_error(format!("{attribute} assignment: '{}' {what} differs from '{}'", new.name(), old.name())))
}

/// Whether CPython's collector looks after the instances: it does for those of all classes that a program makes.
fn is_collected(class: &Class) -> bool {
    use Layout::{ByteArray, Bytes, Complex, Float, Int, Object, Str};
    !class.builtin || !matches!(class.layout, Object | Int | Float | Complex | Str | Bytes | ByteArray)
}

/// Whether instances of both are made of the same: the classes that last added something are one, or extend one and add the same.
fn is_alike(runtime: &Runtime, a: &Rc<Class>, b: &Rc<Class>) -> Result<bool, Trap> {
    let (a, b) = (Addition::last(runtime, a)?, Addition::last(runtime, b)?);
    Ok(Rc::ptr_eq(&a.class, &b.class) || a.same_as(&b))
}

/// What a class adds to the instances of its base.
struct Addition {
    class: Rc<Class>,
    /// None: a built-in type, which is not taken apart.
    base: Option<Rc<Class>>,
    dict: bool,
    weakref: bool,
    slots: Vec<Symbol>,
}

impl Addition {
    /// What was added last on the way to a class.
    fn last(runtime: &Runtime, class: &Rc<Class>) -> Result<Addition, Trap> {
        let mut class = class.clone();
        loop {
            fuel::burn(1)?;
            let addition = Addition::of(runtime, class)?;
            match addition.base {
                Some(base) if !addition.dict && !addition.weakref && addition.slots.is_empty() => class = base,
                _ => return Ok(addition),
            }
        }
    }

    fn of(runtime: &Runtime, class: Rc<Class>) -> Result<Addition, Trap> {
        if class.builtin {
            let base = (class.layout == Layout::Exception && class.solid.borrow().is_none()).then(|| solid_of(runtime, &class));
            let base = base.filter(|base| !Rc::ptr_eq(base, &class));
            return Ok(Addition { class, base, dict: false, weakref: false, slots: Vec::new() });
        }
        let base = best_base(runtime, &class.bases.borrow())?;
        let is_slot = |value: &Value| matches!(value, Value::Member(member) if member.kind == MemberKind::Slot);
        let slots = class.attributes.borrow().iter().filter(|(_, value)| is_slot(value)).map(|(name, _)| *name).collect();
        let (dict, weakref) = (class.has_dict.get() && !base.has_dict.get(), class.has_weakref.get() && !base.has_weakref.get());
        Ok(Addition { class, base: Some(base), dict, weakref, slots })
    }

    /// Whether CPython sees that both add the same: it does not look far.
    fn same_as(&self, other: &Addition) -> bool {
        let is_seen = (!self.weakref || self.slots.is_empty()) && (!self.dict || has_fixed_size(self.class.layout));
        let base = |addition: &Addition| addition.base.as_ref().map(Rc::as_ptr);
        is_seen
            && base(self).is_some()
            && base(self) == base(other)
            && (self.dict, self.weakref, &self.slots) == (other.dict, other.weakref, &other.slots)
    }
}

fn has_fixed_size(layout: Layout) -> bool {
    !matches!(layout, Layout::Int | Layout::Tuple | Layout::Bytes | Layout::Type)
}

fn solid_of(runtime: &Runtime, class: &Rc<Class>) -> Rc<Class> {
    match (&*class.solid.borrow(), class.layout) {
        (Some(solid), _) => solid.clone(),
        (None, Layout::Exception) if class.builtin => runtime.classes.base_exception.clone(),
        (None, _) => class.clone(),
    }
}

/// The MRO of a class with these bases, without itself.
fn linearise(runtime: &Runtime, bases: &[Rc<Class>]) -> Result<Vec<Rc<Class>>, Trap> {
    fuel::burn_values(bases.iter().map(|base| 1 + base.mro.borrow().len()).sum())?;
    if let [base] = bases {
        return Ok(with_mro(base));
    }
    let mut seen = HashSet::new();
    if let Some(twice) = bases.iter().find(|base| !seen.insert(Rc::as_ptr(base))) {
        return Err(runtime.type_error(format!("duplicate base class {}", twice.name())));
    }
    let lists: Vec<Vec<Rc<Class>>> = bases.iter().map(with_mro).chain([bases.to_vec()]).collect();
    fuel::burn(4 * lists.iter().map(Vec::len).sum::<usize>() as u64)?;
    merge(runtime, lists)
}

fn with_mro(class: &Rc<Class>) -> Vec<Rc<Class>> {
    std::iter::once(class).chain(class.mro.borrow().iter()).cloned().collect()
}

/// C3: takes the first head again and again that stands in no list's tail.
fn merge(runtime: &Runtime, lists: Vec<Vec<Rc<Class>>>) -> Result<Vec<Rc<Class>>, Trap> {
    let mut in_tails: HashMap<*const Class, usize> = HashMap::new();
    for class in lists.iter().flat_map(|list| &list[1..]) {
        *in_tails.entry(Rc::as_ptr(class)).or_default() += 1;
    }
    let mut lists: Vec<std::vec::IntoIter<Rc<Class>>> = lists.into_iter().map(Vec::into_iter).collect();
    let mut mro = Vec::new();
    loop {
        fuel::burn(lists.len() as u64 / 2)?;
        lists.retain(|list| list.len() > 0);
        if lists.is_empty() {
            return Ok(mro);
        }
        let is_free = |head: &&Rc<Class>| in_tails.get(&Rc::as_ptr(head)).is_none_or(|count| *count == 0);
        let Some(next) = lists.iter().map(|list| &list.as_slice()[0]).find(is_free).cloned() else {
            return Err(inconsistent(runtime, &lists));
        };
        for list in lists.iter_mut().filter(|list| Rc::ptr_eq(&list.as_slice()[0], &next)) {
            list.next();
            if let Some(count) = list.as_slice().first().and_then(|head| in_tails.get_mut(&Rc::as_ptr(head))) {
                *count -= 1;
            }
        }
        mro.push(next);
    }
}

fn inconsistent(runtime: &Runtime, lists: &[std::vec::IntoIter<Rc<Class>>]) -> Trap {
    let mut seen = HashSet::new();
    let heads = lists.iter().map(|list| &list.as_slice()[0]);
    let names: Vec<String> = heads.map(|head| head.name().to_string()).filter(|name| seen.insert(name.clone())).collect();
    let message = format!("Cannot create a consistent method resolution\norder (MRO) for bases {}", names.join(", "));
    runtime.type_error(message)
}

/// The members of the class: a descriptor for each of its slots, for `__dict__` and `__weakref__` where it is the first to have them.
fn add_members(runtime: &Runtime, class: &Rc<Class>) -> Result<(), Trap> {
    let bases = class.bases.borrow().clone();
    let base_has_dict = bases.iter().any(|base| base.has_dict.get());
    let base_has_weakref = bases.iter().any(|base| base.has_weakref.get());
    let fixed_size = has_fixed_size(class.layout);
    let own = class.attributes.borrow().get(names::SLOTS).cloned();
    let (mut dict, mut weakref) = (!base_has_dict, !base_has_weakref && fixed_size);
    if let Some(own) = own {
        let slots = slot_names(runtime, &own)?;
        if !slots.is_empty() && !fixed_size {
            let base = &best_base(runtime, &bases)?;
            return Err(runtime.type_error(format!("nonempty __slots__ not supported for subtype of '{}'", base.name())));
        }
        for (name, may, what) in
            [(names::DICT, dict, "we already got one"), (names::WEAKREF, weakref, "either we already got one, or __itemsize__ != 0")]
        {
            if slots.iter().filter(|slot| **slot == name).count() > usize::from(may) {
                return Err(runtime.type_error(format!("{} slot disallowed: {what}", symbol_text(name))));
            }
        }
        dict &= slots.contains(&names::DICT);
        weakref &= slots.contains(&names::WEAKREF);
        let mut names = Vec::new();
        for slot in slots.into_iter().filter(|slot| *slot != names::DICT && *slot != names::WEAKREF) {
            let mangled = mangle(&class.name(), slot);
            if class.attributes.borrow().get(mangled).is_some() {
                let message = format!("{} in __slots__ conflicts with class variable", super::text::repr_str(&symbol_text(mangled)));
                return Err(runtime.value_error(message));
            }
            names.push(mangled);
        }
        names.sort_by_cached_key(|name| symbol_text(*name).to_string());
        if !names.is_empty() {
            *class.solid.borrow_mut() = None;
        }
        for name in names {
            class.set(name, Member::value(MemberKind::Slot, name, class));
        }
    }
    class.has_dict.set(base_has_dict || dict);
    class.has_weakref.set(base_has_weakref || weakref);
    // What the class itself defines under these names stays.
    let own = |name: Symbol| class.attributes.borrow().get(name).is_some();
    if dict && !own(names::DICT) {
        class.set(names::DICT, Member::value(MemberKind::Dict, names::DICT, class));
    }
    if weakref && !own(names::WEAKREF) {
        class.set(names::WEAKREF, Member::value(MemberKind::WeakRef, names::WEAKREF, class));
    }
    Ok(())
}

fn slot_names(runtime: &Runtime, slots: &Value) -> Result<Vec<Symbol>, Trap> {
    let items = match slots {
        Value::Str(_) => vec![slots.clone()],
        Value::Tuple(tuple) => tuple.items.clone(),
        Value::List(list) => list.items().clone(),
        Value::Dict(dict) => dict.entries().into_iter().map(|entry| entry.key).collect(),
        Value::View(view) => view.dict.entries().into_iter().map(|entry| entry.key).collect(),
        Value::Set(set) => set.entries().into_iter().map(|(_, key)| key).collect(),
        other => return Err(runtime.type_error(format!("'{}' object is not iterable", runtime.type_name(other)))),
    };
    let mut found = Vec::new();
    for item in items {
        let Some(text) = item.as_str() else {
            let message = format!("__slots__ items must be strings, not '{}'", runtime.type_name(&item));
            return Err(runtime.type_error(message));
        };
        if !super::text::unicode::is_identifier(text) {
            return Err(runtime.type_error("__slots__ must be identifiers"));
        }
        found.push(symbol_of(text));
    }
    Ok(found)
}

/// A private name as the class statement's compiler would have made it.
fn mangle(class: &str, name: Symbol) -> Symbol {
    let text = symbol_text(name);
    let stripped = class.trim_start_matches('_');
    if !text.starts_with("__") || text.ends_with("__") || stripped.is_empty() { name } else { symbol_of(&format!("_{stripped}{text}")) }
}
