//! Calls: of plain functions and natives at once, of all else by the context's `call` and its like.

use std::ptr;

use super::{Call, Detour, Next, Site, Way};
use crate::limits::MOST_FRAMES;
use crate::object::function::{Function, Parts};
use crate::object::symbol::names;
use crate::object::value::Value;
use crate::vm::bind::takes_directly;
use crate::vm::call::annotation_dict;
use crate::vm::registers::{clear, clear_in_turn, put, take_over};
use crate::vm::{Loaded, Vm};
use stillframe_front::bytecode::op::{NONE, Reg};

/// The callee stands in `callee`, `n` arguments behind it. `is_watched`: a recorder has to hear of generators that are made.
#[inline(always)]
pub fn call(site: &mut Site, codes: &[Loaded], d: Reg, callee: Reg, n: u8, is_watched: bool) -> Result<Call, Detour> {
    if let Value::Function(function) = site.get(callee) {
        let index = function.code.get();
        let target = &codes[index as usize];
        let begins_later = target.kind.is_generator_like();
        if target.plain
            && n == target.arg_count
            && !target.wants_receiver.get()
            && !(begins_later && (is_watched || site.vm.runtime.origin_depth > 0))
            && site.vm.has_room()
        {
            let Value::Function(function) = site.slot(callee).take() else { return Ok(Call::Done) };
            let mut new = site.vm.frame(index, target);
            for (at, cell) in function.closure.iter().enumerate() {
                put(&mut new.registers[usize::from(target.free_start) + at], cell.clone());
            }
            let first = usize::from(callee) + 1;
            take_over(&mut new.registers, &mut site.registers[first..first + usize::from(n)]);
            if begins_later {
                let generator = site.vm.new_generator(&function, target, new);
                drop(function);
                return site.put(d, generator).map(|()| Call::Done);
            }
            drop(function);
            return Ok(Call::Enter(new));
        }
    }
    let (first, count) = (usize::from(callee) + 1, usize::from(n));
    if let Value::Native(native) = site.get(callee)
        && !native.kind.binds()
        && takes_directly(native, count)
        && site.vm.has_room()
    {
        let native = *native;
        let answer = (native.run)(&mut site.vm.runtime, &site.registers[first..first + count]);
        if let Err(trap) = &answer {
            site.vm.note_native(site.code, native, trap);
        }
        clear_in_turn(site.registers[first - 1..first + count].iter_mut());
        return site.answer(d, answer).map(|()| Call::Done);
    }
    Ok(Call::Outside)
}

/// A call of a method: `list.append(value)` at once.
#[inline(always)]
pub fn call_method(site: &mut Site, d: Reg, o: Reg, n: u8, name: u16) -> Result<Way, Detour> {
    if n == 1
        && let Value::List(_) = site.get(o)
        && site.code.names[usize::from(name)] == names::APPEND
    {
        let value = site.registers[usize::from(o) + 1].take();
        if let Value::List(list) = site.get(o) {
            list.push(value);
        }
        clear(site.slot(o));
        return site.put(d, Value::None).map(|()| Way::Done);
    }
    Ok(Way::Outside)
}

/// A method for a call that follows: the function in `o`, its receiver behind it, if it binds one.
#[inline(always)]
pub fn load_method(site: &mut Site, o: Reg, s: Reg, name: u16) -> Result<Way, Detour> {
    let symbol = site.code.names[usize::from(name)];
    let behind = usize::from(o) + 1;
    if let Value::Module(module) = site.get(s)
        && module.is_plain()
        && let Some(function) = module.get_near(symbol, &site.code.places[usize::from(name)])
    {
        site.release(s);
        put(site.slot(o), function);
        clear(&mut site.registers[behind]);
        return Ok(Way::Done);
    }
    let Some(method) = site.vm.unbound_method(&site.registers[usize::from(s)], symbol) else { return Ok(Way::Outside) };
    let receiver = site.take_or_copy(s);
    put(site.slot(o), method);
    put(&mut site.registers[behind], receiver);
    Ok(Way::Done)
}

/// A call of what `load_method` loaded.
#[inline(always)]
pub fn call_loaded(site: &mut Site, d: Reg, o: Reg, n: u8) -> Result<Way, Detour> {
    let bare = usize::from(site.registers[usize::from(o) + 1].is_unbound());
    let (first, count) = (usize::from(o) + 1 + bare, usize::from(n) + 1 - bare);
    if let (Value::Native(native), Value::List(list)) = (site.get(o), &site.registers[first])
        && count == 2
        && site.vm.list_append.is_some_and(|append| ptr::eq(append, *native))
    {
        let list = list.clone();
        list.push(site.registers[first + 1].take());
        clear(&mut site.registers[first]);
        return site.put(d, Value::None).map(|()| Way::Done);
    }
    if let Value::Native(native) = site.get(o)
        && (bare == 0 || !native.kind.binds())
        && takes_directly(native, count)
    {
        let native = *native;
        let answer = (native.run)(&mut site.vm.runtime, &site.registers[first..first + count]);
        if let Err(trap) = &answer {
            site.vm.note_native(site.code, native, trap);
        }
        clear(site.slot(o));
        clear_in_turn(site.registers[first..first + count].iter_mut());
        return site.answer(d, answer).map(|()| Way::Done);
    }
    Ok(Way::Outside)
}

/// The parts of a function stand in four registers from `s`, which are taken.
#[inline(always)]
pub fn make_function(site: &mut Site, codes: &[Loaded], d: Reg, s: Reg, at: u16) -> Next {
    let function = new_function(codes, site.code, site.registers, s, at);
    site.put(d, function)
}

#[inline(never)]
fn new_function(codes: &[Loaded], code: &Loaded, registers: &mut [Value], s: Reg, at: u16) -> Value {
    let index = code.base + u32::from(at);
    let target = &codes[index as usize];
    let mut parts = [Value::Unbound, Value::Unbound, Value::Unbound, Value::Unbound];
    if s != NONE {
        let s = usize::from(s);
        parts.iter_mut().zip(&mut registers[s..s + 4]).for_each(|(part, register)| *part = register.take());
    }
    let [defaults, kwdefaults, annotations, closure] = parts;
    let items = |value: &Value| if let Value::Tuple(tuple) = value { tuple.items.clone() } else { Vec::new() };
    let function = Function::new(Parts {
        code: index,
        module: code.module.clone(),
        closure: items(&closure),
        defaults: items(&defaults),
        kwdefaults: if kwdefaults.is_unbound() { Value::None } else { kwdefaults },
        name: target.name.clone(),
        qualname: target.qualname.clone(),
        doc: target.code().doc.as_ref().map_or(Value::None, |doc| Value::str(&**doc)),
        annotations: annotation_dict(&annotations),
        awaitable: false,
    });
    Value::Function(function)
}

/// `super()`.
#[inline(always)]
pub fn make_super(site: &mut Site, d: Reg, c: Reg, s: Reg) -> Next {
    let answer = site.vm.make_super(&site.registers[usize::from(c)], &site.registers[usize::from(s)]);
    site.answer(d, answer)
}

impl Vm<'_> {
    /// Whether the stack has room for one frame more.
    #[inline(always)]
    pub(in crate::vm) fn has_room(&self) -> bool {
        self.depth < MOST_FRAMES && self.runtime.can_nest(1)
    }
}
