//! Calls: whatever can be called, and what becomes of results.

use std::mem::take;
use std::rc::Rc;

use super::bind::takes_directly;
use super::registers::{clear, clear_in_turn, keep_sent, put, take_over};
use super::watch::Watch;
use super::{Context, Culprit, Loaded, Vm};
use crate::limits::MOST_FRAMES;
use crate::object::attribute;
use crate::object::class::Making;
use crate::object::dict::Dict;
use crate::object::exception::Exception;
use crate::object::frame::{Frame, Onward, Then};
use crate::object::fuel;
use crate::object::function::Function;
use crate::object::generator::{Generator, GeneratorKind};
use crate::object::heap;
use crate::object::instance::Instance;
use crate::object::native::{Intrinsic, Native, NativeKind, Request, Trap, Verb};
use crate::object::runtime::symbol_of;
use crate::object::symbol::{Symbol, names};
use crate::object::value::Value;
use stillframe_front::bytecode::code::CodeKind;
use stillframe_front::bytecode::op::{Op, Reg};

impl<W: Watch> Context<'_, '_, W> {
    /// Does what a trap asks for, on behalf of the instruction that could not answer by itself.
    pub(super) fn perform_trap(&mut self, trap: Trap, then: Then) -> Result<(), Trap> {
        match trap {
            Trap::Request(request) if take(&mut self.vm.counts_native) => self.counted(|context| context.perform(*request, then)),
            Trap::Request(request) => self.perform(*request, then),
            Trap::Raise(exception) => self.raised_at_once(then, exception),
            other => Err(other),
        }
    }

    /// Carries out a request.
    pub(super) fn perform(&mut self, request: Request, then: Then) -> Result<(), Trap> {
        self.vm.runtime.enter_native()?;
        let done = self.carry_out(request, then);
        self.vm.runtime.leave_native();
        done
    }

    fn carry_out(&mut self, request: Request, then: Then) -> Result<(), Trap> {
        match request {
            Request::Call { callee, args, names } => self.call(callee, args, &names, then),
            Request::Prelude { function, args } => {
                let callee = self.vm.prelude_function(function)?;
                self.call(callee, args, &[], then)
            }
            Request::Resume { generator, verb } => self.resume_for(generator, verb, then),
        }
    }

    /// Calls anything; the last `names.len()` arguments are named by `names`.
    pub(super) fn call(&mut self, callee: Value, mut args: Vec<Value>, names: &[Symbol], then: Then) -> Result<(), Trap> {
        if let Value::Native(native) = &callee
            && native.kind.binds()
            && let Some(receiver) = args.first()
        {
            self.vm.runtime.check_receiver(native, receiver)?;
        }
        let mut callee = callee;
        // The call of an object of the program's counts.
        let mut counts = false;
        for _ in 0..self.vm.runtime.limits.recursion {
            callee = match &callee {
                Value::Function(function) if counts && !self.codes[function.code.get() as usize].library => {
                    return self.counted(|context| context.call_function(function, &mut args, names, then));
                }
                Value::Function(function) => return self.call_function(function, &mut args, names, then),
                Value::Native(native) => return self.call_native(native, args, names, then),
                Value::Class(class) => return self.construct(class, args, names, then),
                Value::Method(method) => {
                    args.insert(0, method.receiver.clone());
                    method.function.clone()
                }
                Value::Wrapper(wrapper) if !wrapper.is_class => wrapper.function.clone(),
                other => {
                    counts = true;
                    let class = self.vm.runtime.class_of(other);
                    match class.lookup(names::CALL) {
                        Some(_) if !class.builtin || matches!(other, Value::WeakRef(_)) => {
                            match attribute::special(&mut self.vm.runtime, other, names::CALL) {
                                Some(bound) => bound,
                                None => return Err(self.vm.not_callable(other)),
                            }
                        }
                        _ => return Err(self.vm.not_callable(other)),
                    }
                }
            };
        }
        Err(self.vm.runtime.too_many_calls())
    }

    /// Calls a function of the program's or the library's; the arguments are taken from where they stand.
    pub(super) fn call_function(&mut self, function: &Rc<Function>, args: &mut [Value], names: &[Symbol], then: Then) -> Result<(), Trap> {
        let new = self.vm.bound_frame(self.codes, function, args, names)?;
        self.begin_call(function, new, then)
    }

    /// The same, of `count` arguments that stand in registers from `first` on.
    fn call_registered(&mut self, function: &Rc<Function>, first: usize, count: usize, names: &[Symbol], then: Then) -> Result<(), Trap> {
        let new = self.vm.bound_frame(self.codes, function, &mut self.frame.registers[first..first + count], names)?;
        self.begin_call(function, new, then)
    }

    /// Begins a call whose arguments are bound: a plain function's frame runs, any other's waits in a generator-like object.
    fn begin_call(&mut self, function: &Rc<Function>, new: Box<Frame>, then: Then) -> Result<(), Trap> {
        let target = &self.codes[function.code.get() as usize];
        if target.kind.is_generator_like() {
            let generator = self.make_generator(function, target, new);
            return self.returned(then, generator);
        }
        self.push(new, then)
    }

    /// What C calls counts as a call of its own, until the frame that it has put on the stack leaves that.
    pub(super) fn counted(&mut self, call: impl FnOnce(&mut Self) -> Result<(), Trap>) -> Result<(), Trap> {
        if !self.vm.has_room() {
            return Err(self.vm.runtime.too_many_calls());
        }
        self.vm.runtime.calls += 1;
        let depth = self.vm.depth;
        let called = call(self);
        if called.is_ok() && self.vm.depth > depth && self.frame.generator.is_none() {
            self.frame.weight += 1;
        } else {
            self.vm.runtime.calls -= 1;
        }
        called
    }

    /// Puts a plain frame on the stack.
    pub(super) fn push(&mut self, new: Box<Frame>, then: Then) -> Result<(), Trap> {
        if self.vm.depth >= MOST_FRAMES || !self.vm.runtime.can_nest(new.weight.into()) {
            let code = &self.codes[new.code as usize];
            self.vm.put_away(new, code.registers);
            return Err(self.vm.runtime.too_deep(code.guard.unwrap_or_default()));
        }
        self.enter(new, then);
        self.tell(|w, view, frame| w.call(view, frame.back.as_deref(), frame));
        Ok(())
    }

    fn make_generator(&mut self, function: &Rc<Function>, target: &Loaded, frame: Box<Frame>) -> Value {
        self.tell(|w, view, by| w.create(view, by, &frame, function.awaitable));
        let made = self.vm.new_generator(function, target, frame);
        if self.vm.runtime.origin_depth > 0
            && let Value::Generator(generator) = &made
            && generator.kind == GeneratorKind::Coroutine
        {
            *generator.origin.borrow_mut() = self.origin();
        }
        made
    }

    /// The calls that lead to here, the last one first: `(file, line, function)` each.
    fn origin(&self) -> Value {
        let mut calls = Vec::new();
        let mut next = Some(&*self.frame);
        while let Some(frame) = next
            && calls.len() < self.vm.runtime.origin_depth
        {
            let code = &self.codes[frame.code as usize];
            if !code.library {
                let line = code.code().spans.get((frame.pc as usize).wrapping_sub(1)).map_or(0, |span| span.line);
                calls.push(Value::tuple(vec![Value::str("main.py"), Value::Int(i64::from(line)), code.name.clone()]));
            }
            fuel::note(1);
            next = frame.back.as_deref();
        }
        Value::tuple(calls)
    }

    /// `send(value)` of the generator or coroutine in `o`.
    fn call_send(&mut self, o: Reg, d: Reg) -> Result<(), Trap> {
        let Value::Generator(generator) = self.frame.registers[usize::from(o)].take() else { return Ok(()) };
        let argument = &mut self.frame.registers[usize::from(o) + 1];
        let value = argument.take();
        let sent = keep_sent(&value, argument, o + 1);
        self.resume(generator, Verb::Send(value), Then::Method { into: d, sent })
    }

    /// Resumes what one of its methods was called of; the method's argument stood in register `argument`.
    fn resume_called(&mut self, sleeper: Value, verb: Verb, argument: usize, d: Reg) -> Result<(), Trap> {
        let kept = match &verb {
            Verb::Send(value) => keep_sent(value, &mut self.frame.registers[argument], argument as Reg),
            Verb::Throw(exception) => {
                put(&mut self.frame.registers[argument], Value::Exception(exception.clone()));
                Some(argument as Reg)
            }
            _ => None,
        };
        let then = Then::Method { into: d, sent: kept };
        match sleeper {
            Value::Generator(generator) => self.resume_for(generator, verb, then),
            Value::AsyncStep(step) => self.step(step, verb, then),
            _ => Ok(()),
        }
    }

    /// A call whose callee and `n` positional arguments stand in registers from `callee` on.
    pub(super) fn call_registers(&mut self, callee: Reg, n: u8, d: Reg) -> Result<(), Trap> {
        let base = usize::from(callee);
        let count = usize::from(n);
        if let Value::Native(native) = &self.frame.registers[base]
            && let Some((sleeper, verb)) = resumption(native, &mut self.frame.registers[base + 1..base + 1 + count])
        {
            return self.resume_called(sleeper, verb, base + 2, d);
        }
        let function = self.frame.registers[base].take();
        if let Value::Class(class) = &function {
            match self.vm.making(class) {
                Making::Exception => {
                    let args = self.frame.registers[base + 1..base + 1 + count].iter_mut().map(Value::take).collect();
                    put(&mut self.frame.registers[usize::from(d)], Value::Exception(Exception::new(class.clone(), args)));
                    return Ok(());
                }
                Making::Bare if count == 0 => {
                    put(&mut self.frame.registers[usize::from(d)], Value::Instance(Instance::new(class.clone(), Value::Unbound)));
                    return Ok(());
                }
                Making::Filled(init) => {
                    let object = Value::Instance(Instance::new(class.clone(), Value::Unbound));
                    self.frame.registers[base] = object.clone();
                    let then = Then::Init { into: d, object };
                    return self.counted(|context| context.call_registered(&init, base, count + 1, &[], then));
                }
                _ => {}
            }
        }
        if let Value::Function(plain) = &function {
            return self.call_registered(plain, base + 1, count, &[], Then::Store { into: d });
        }
        let args = self.frame.registers[base + 1..base + 1 + count].iter_mut().map(Value::take).collect();
        self.call(function, args, &[], Then::Store { into: d })
    }

    /// A call of which the last arguments are named.
    pub(super) fn call_keywords(&mut self, callee: Reg, n: u8, names: &[Symbol], d: Reg) -> Result<(), Trap> {
        let (first, count) = (usize::from(callee) + 1, usize::from(n));
        let function = self.frame.registers[usize::from(callee)].take();
        if let Value::Function(function) = &function {
            return self.call_registered(function, first, count, names, Then::Store { into: d });
        }
        if matches!(function, Value::Native(_)) && !self.vm.has_room() {
            return Err(self.vm.runtime.too_many_calls());
        }
        let args = self.frame.registers[first..first + count].iter_mut().map(Value::take).collect();
        self.call(function, args, names, Then::Store { into: d })
    }

    /// A call with `*args` and `**kwargs`.
    pub(super) fn call_unpacked(&mut self, callee: Reg, d: Reg) -> Result<(), Trap> {
        let base = usize::from(callee);
        let [function, positional, named] = [0, 1, 2].map(|at| self.frame.registers[base + at].take());
        let mut args = match &positional {
            Value::Tuple(tuple) => tuple.items.clone(),
            Value::List(list) => list.items().clone(),
            _ => Vec::new(),
        };
        let mut names = Vec::new();
        if let Value::Dict(dict) = &named {
            for entry in dict.entries() {
                let Some(name) = entry.key.as_str() else { return Err(self.vm.runtime.type_error("keywords must be strings")) };
                names.push(symbol_of(name));
                args.push(entry.value);
            }
        }
        drop((positional, named));
        self.call(function, args, &names, Then::Store { into: d })
    }

    /// `o.name(…)` in one: the method is found and called without being bound.
    pub(super) fn call_method(&mut self, code: &Loaded, o: Reg, n: u8, name: Symbol, d: Reg) -> Result<(), Trap> {
        let base = usize::from(o);
        if self.frame.registers[base].is_unbound() {
            return Err(self.vm.unbound(code, o));
        }
        if name == names::SEND
            && n == 1
            && let Value::Generator(generator) = &self.frame.registers[base]
            && generator.kind != GeneratorKind::AsyncGenerator
        {
            return self.call_send(o, d);
        }
        let Some(method) = self.vm.unbound_method(&self.frame.registers[base], name) else {
            let receiver = self.frame.registers[base].take();
            let args: Vec<Value> = self.frame.registers[base + 1..=base + usize::from(n)].iter_mut().map(Value::take).collect();
            return match attribute::get(&mut self.vm.runtime, &receiver, name) {
                Ok(callee) => self.call(callee, args, &[], Then::Store { into: d }),
                Err(Trap::Request(request)) => self.get_then_call(*request, args, Then::Store { into: d }),
                Err(trap) => {
                    self.vm.culprit = Some(Culprit::Lookup);
                    Err(trap)
                }
            };
        };
        let count = usize::from(n) + 1;
        if let Value::Native(native) = &method
            && let Some((sleeper, verb)) = resumption(native, &mut self.frame.registers[base..base + count])
        {
            return self.resume_called(sleeper, verb, base + 1, d);
        }
        match &method {
            Value::Native(native) if takes_directly(native, count) => {
                let answer = (native.run)(&mut self.vm.runtime, &self.frame.registers[base..base + count]);
                clear_in_turn(self.frame.registers[base..base + count].iter_mut());
                match answer {
                    Ok(value) => {
                        put(&mut self.frame.registers[usize::from(d)], value);
                        Ok(())
                    }
                    Err(trap) => self.perform_trap(trap, Then::Store { into: d }),
                }
            }
            Value::Function(function) => self.call_registered(function, base, count, &[], Then::Store { into: d }),
            _ => {
                let args = self.frame.registers[base..base + count].iter_mut().map(Value::take).collect();
                self.call(method, args, &[], Then::Store { into: d })
            }
        }
    }

    /// An attribute that a method of the program's computes, then called: the prelude does one after the other.
    fn get_then_call(&mut self, request: Request, args: Vec<Value>, then: Then) -> Result<(), Trap> {
        let (getter, getter_args) = match request {
            Request::Call { callee, args, .. } => (callee, args),
            Request::Prelude { function, args } => (self.vm.prelude_function(function)?, args),
            other => return self.perform(other, then),
        };
        let callee = self.vm.prelude_function("get_then_call")?;
        let all = vec![getter, Value::tuple(getter_args), Value::tuple(args)];
        self.call(callee, all, &[], then)
    }

    /// The method of what stands in `s` into `o`, and that into `o + 1`; or what is to be called into `o`, and nothing behind it.
    pub(super) fn load_method(&mut self, o: Reg, s: Reg, name: Symbol) -> Result<(), Trap> {
        let at = usize::from(o);
        let receiver = self.take_operand(&self.codes[self.frame.code as usize], s)?;
        clear(&mut self.frame.registers[at + 1]);
        if let Some(method) = self.vm.unbound_method(&receiver, name) {
            self.frame.registers[at] = method;
            self.frame.registers[at + 1] = receiver;
            return Ok(());
        }
        match attribute::get(&mut self.vm.runtime, &receiver, name) {
            Ok(callee) => {
                self.frame.registers[at] = callee;
                Ok(())
            }
            Err(trap) => self.perform_trap(trap, Then::Store { into: o }),
        }
    }

    /// Calls what `load_method` left.
    pub(super) fn call_loaded(&mut self, o: Reg, n: u8, d: Reg) -> Result<(), Trap> {
        let base = usize::from(o);
        let bare = usize::from(self.frame.registers[base + 1].is_unbound());
        let (first, count) = (base + 1 + bare, usize::from(n) + 1 - bare);
        if let Value::Native(native) = &self.frame.registers[base]
            && let Some((sleeper, verb)) = resumption(native, &mut self.frame.registers[first..first + count])
        {
            return self.resume_called(sleeper, verb, first + 1, d);
        }
        if let Value::Function(_) = &self.frame.registers[base]
            && let Value::Function(function) = self.frame.registers[base].take()
        {
            return self.call_registered(&function, first, count, &[], Then::Store { into: d });
        }
        let (callee, args) = take_loaded(&mut self.frame, o, n);
        self.call(callee, args, &[], Then::Store { into: d })
    }

    /// Likewise, the last arguments named.
    pub(super) fn call_loaded_keywords(&mut self, o: Reg, n: u8, names: &[Symbol], d: Reg) -> Result<(), Trap> {
        let base = usize::from(o);
        if let Value::Function(_) = &self.frame.registers[base]
            && let Value::Function(function) = self.frame.registers[base].take()
        {
            let has_receiver = !self.frame.registers[base + 1].is_unbound();
            let (first, count) = (base + 2 - usize::from(has_receiver), usize::from(n) + usize::from(has_receiver));
            return self.call_registered(&function, first, count, names, Then::Store { into: d });
        }
        let (callee, args) = take_loaded(&mut self.frame, o, n);
        self.call(callee, args, names, Then::Store { into: d })
    }

    /// Calls a native: binds its arguments, runs it, delivers its answer.
    pub(super) fn call_native(&mut self, native: &'static Native, args: Vec<Value>, names: &[Symbol], then: Then) -> Result<(), Trap> {
        if let NativeKind::Intrinsic(intrinsic) = native.kind {
            return self.call_intrinsic(native, intrinsic, args, names, then);
        }
        if is_guarded(native) && !self.vm.has_room() && self.codes[self.frame.code as usize].guard.is_some() {
            return Err(self.vm.runtime.too_many_calls());
        }
        let bound = self.vm.bind_native(native, args, names)?;
        match (native.run)(&mut self.vm.runtime, &bound) {
            Ok(value) => {
                drop(bound);
                self.returned(then, value)
            }
            Err(trap) => {
                drop(bound);
                self.vm.note_native(&self.codes[self.frame.code as usize], native, &trap);
                self.perform_trap(trap, then)
            }
        }
    }

    /// The end of a `for`: its iterator dies, the frame goes on behind the loop. What is dying is finalised where the frame still stands.
    pub(super) fn leave_for(&mut self, exit: u32) {
        if heap::is_dying() {
            return self.wait(Value::None, Onward::LeaveFor(exit));
        }
        let code = &self.codes[self.frame.code as usize];
        // A comprehension's first iterator is a variable, and lives as long as the frame.
        if let Op::ForIter { it, .. } = code.ops[self.frame.pc as usize - 1]
            && it >= code.temp_start
        {
            clear(&mut self.frame.registers[usize::from(it)]);
            if heap::is_dying() {
                return self.wait(Value::None, Onward::LeaveFor(exit));
            }
        }
        self.frame.pc = exit;
    }
}

impl Vm<'_> {
    /// A frame for a call of a plain function that takes one argument and closes over nothing, if the stack has room.
    #[inline]
    pub(super) fn frame_at_once(&mut self, codes: &[Loaded], function: &Function) -> Option<Box<Frame>> {
        let target = &codes[function.code.get() as usize];
        let fits = target.plain && target.arg_count == 1 && function.closure.is_empty() && !target.kind.is_generator_like();
        (fits && self.has_room()).then(|| self.frame(function.code.get(), target))
    }

    /// A frame for a call of a function, arguments in place.
    #[inline]
    fn bound_frame(&mut self, codes: &[Loaded], function: &Rc<Function>, args: &mut [Value], names: &[Symbol]) -> Result<Box<Frame>, Trap> {
        let target = &codes[function.code.get() as usize];
        let mut new = self.frame(function.code.get(), target);
        if target.plain && args.len() == usize::from(target.arg_count) && names.is_empty() && !target.wants_receiver.get() {
            take_over(&mut new.registers, args);
        } else if let Err(trap) = self.bind(target, function, args, names, &mut new.registers) {
            self.put_away(new, target.registers);
            return Err(trap);
        }
        for (at, cell) in function.closure.iter().enumerate() {
            put(&mut new.registers[usize::from(target.free_start) + at], cell.clone());
        }
        Ok(new)
    }

    /// Notes how a native was called that hands over: what takes one argument counts as a call; where code has run for some time, CPython
    /// calls the others without.
    #[inline]
    pub(super) fn note_native(&mut self, caller: &Loaded, native: &Native, trap: &Trap) {
        if matches!(trap, Trap::Request(_)) {
            let counts = is_guarded(native) || caller.kind == CodeKind::Module && native.name != "__new__";
            self.counts_native = caller.guard == Some("") && counts;
        }
    }

    pub(super) fn prelude_function(&mut self, name: &'static str) -> Result<Value, Trap> {
        let found = self.runtime.modules.get("prelude").and_then(|prelude| prelude.get(symbol_of(name)));
        found.ok_or_else(|| self.runtime.raise(&self.runtime.classes.system_error, format!("the prelude has no function {name}")))
    }

    fn not_callable(&self, value: &Value) -> Trap {
        self.runtime.type_error(format!("'{}' object is not callable", self.runtime.type_name(value)))
    }

    /// A generator-like object for a call whose arguments are bound.
    pub(super) fn new_generator(&self, function: &Function, target: &Loaded, frame: Box<Frame>) -> Value {
        let kind = match target.kind {
            CodeKind::Coroutine => GeneratorKind::Coroutine,
            CodeKind::AsyncGenerator => GeneratorKind::AsyncGenerator,
            _ => GeneratorKind::Generator,
        };
        let text = |value: &Value| if let Value::Str(text) = value { text.clone() } else { self.runtime_text() };
        let (name, qualname) = (text(&function.name.borrow()), text(&function.qualname.borrow()));
        Value::Generator(Generator::new(kind, function.awaitable, name, qualname, frame))
    }

    fn runtime_text(&self) -> Rc<crate::object::string::Str> {
        Rc::new(crate::object::string::Str::new("?"))
    }

    /// The function that `object.name` would bind to `object`, if it is as simple as that.
    pub(super) fn unbound_method(&mut self, object: &Value, name: Symbol) -> Option<Value> {
        let class = match object {
            Value::Instance(instance) => {
                let class = instance.class.borrow();
                if class.special_lookup.get() || instance.has(name) {
                    return None;
                }
                class.lookup(name)
            }
            Value::Unbound | Value::Class(_) | Value::Super(_) | Value::Module(_) | Value::Exception(_) | Value::Function(_) => {
                return None;
            }
            _ => self.runtime.builtin_class(object).lookup(name),
        };
        class.filter(|method| match method {
            Value::Function(function) => !function.is_builtin(),
            Value::Native(native) => native.kind.binds(),
            _ => false,
        })
    }
}

/// What a call of a native resumes, a generator-like object or a step of an async generator, and how, if it is one of the usual calls
/// that do: its arguments are taken then.
#[inline]
fn resumption(native: &Native, args: &mut [Value]) -> Option<(Value, Verb)> {
    let NativeKind::Intrinsic(intrinsic) = native.kind else { return None };
    match (&*args, intrinsic) {
        ([Value::Generator(generator)] | [Value::Generator(generator), _], Intrinsic::Next)
            if generator.kind == GeneratorKind::Generator => {}
        ([Value::Generator(_)], Intrinsic::GeneratorNext | Intrinsic::Close) => {}
        ([Value::Generator(_) | Value::AsyncStep(_), Value::Exception(_)], Intrinsic::Throw) => {}
        ([Value::Generator(_) | Value::AsyncStep(_), _], Intrinsic::Send) => {}
        _ => return None,
    }
    let value = args.get_mut(1).map(Value::take);
    let sleeper = args[0].take();
    let verb = match (intrinsic, value) {
        (Intrinsic::Next, Some(default)) => Verb::NextOr(default),
        (Intrinsic::Close, _) => Verb::Close,
        (Intrinsic::Throw, Some(Value::Exception(exception))) => Verb::Throw(exception),
        (Intrinsic::Send, Some(value)) => Verb::Send(value),
        _ => Verb::Next,
    };
    Some((sleeper, verb))
}

/// `__annotations__` of a tuple of names and annotations by turns; unbound where there are none.
pub(super) fn annotation_dict(pairs: &Value) -> Value {
    let Value::Tuple(pairs) = pairs else { return Value::Unbound };
    let dict = Dict::new();
    for pair in pairs.items.chunks(2) {
        if let [name, annotation] = pair {
            drop(dict.set_str(name.clone(), annotation.clone()));
        }
    }
    Value::Dict(dict)
}

fn take_loaded(f: &mut Frame, o: Reg, n: u8) -> (Value, Vec<Value>) {
    let at = usize::from(o);
    let callee = f.registers[at].take();
    let receiver = f.registers[at + 1].take();
    let mut args = Vec::with_capacity(usize::from(n) + 1);
    args.extend((!receiver.is_unbound()).then_some(receiver));
    args.extend(f.registers[at + 2..at + 2 + usize::from(n)].iter_mut().map(Value::take));
    (callee, args)
}

/// Whether a call of it counts where it nests: of what takes one argument in C, `len` aside, which the loop of CPython does itself; and of what
/// calls another native.
pub(super) fn is_guarded(native: &Native) -> bool {
    let counts = native.counts;
    let takes_one = counts.named == 1 && counts.required == 1 && !counts.varargs && !counts.varkw && native.name != "len";
    !native.kind.binds() && (takes_one || matches!(native.name, "print" | "sorted"))
}
