//! Calls: whatever can be called, and what becomes of results.

use std::mem::replace;
use std::rc::Rc;

use super::bind::take_over;
use super::machine::{clear, clear_in_turn, keep_sent, put};
use super::resume::complete_delegation;
use super::watch::Watch;
use super::{Culprit, Loaded, Ret, Vm};
use crate::object::attribute;
use crate::object::class::Making;
use crate::object::dict::Dict;
use crate::object::exception::Exception;
use crate::object::frame::{Frame, Onward, Then};
use crate::object::fuel;
use crate::object::function::{Function, Parts};
use crate::object::generator::{Generator, GeneratorKind};
use crate::object::heap;
use crate::object::instance::Instance;
use crate::object::native::{Intrinsic, Native, NativeKind, Request, Trap, Verb};
use crate::object::operate;
use crate::object::runtime::symbol_of;
use crate::object::symbol::{Symbol, names};
use crate::object::value::Value;
use stillframe_front::bytecode::code::CodeKind;
use stillframe_front::bytecode::op::{AwaitFor, NONE, Op, Reg};

impl Vm<'_> {
    /// Does what a trap asks for, on behalf of the instruction that could not answer by itself.
    pub(super) fn perform_trap<W: Watch>(
        &mut self,
        codes: &[Loaded],
        f: &mut Box<Frame>,
        trap: Trap,
        ret: Ret,
        watch: &mut W,
    ) -> Result<(), Trap> {
        match trap {
            Trap::Request(request) => self.perform(codes, f, *request, ret, watch),
            Trap::Raise(exception) if exception.is(&self.runtime.classes.stop_iteration) => match ret.then {
                Then::ForNext | Then::For => {
                    self.leave_for(codes, f, ret.exit);
                    Ok(())
                }
                Then::Default => self.deliver(codes, f, Ret::store(ret.result), ret.carried, watch),
                Then::DelegateCall => {
                    complete_delegation(f, ret.result, exception.value());
                    Ok(())
                }
                _ => Err(Trap::Raise(exception)),
            },
            other => Err(other),
        }
    }

    /// Carries out a request.
    pub(super) fn perform<W: Watch>(
        &mut self,
        codes: &[Loaded],
        f: &mut Box<Frame>,
        request: Request,
        ret: Ret,
        watch: &mut W,
    ) -> Result<(), Trap> {
        self.runtime.enter_native()?;
        let done = self.carry_out(codes, f, request, ret, watch);
        self.runtime.leave_native();
        done
    }

    fn carry_out<W: Watch>(&mut self, codes: &[Loaded], f: &mut Box<Frame>, request: Request, ret: Ret, watch: &mut W) -> Result<(), Trap> {
        match request {
            Request::Call { callee, args, names } => self.call(codes, f, callee, args, &names, ret, watch),
            Request::Prelude { function, args } => {
                let callee = self.prelude_function(function)?;
                self.call(codes, f, callee, args, &[], ret, watch)
            }
            Request::Resume { generator, verb } => self.resume_for(codes, f, generator, verb, ret, watch),
            Request::Step { step, verb } => self.step(codes, f, step, verb, ret, watch),
        }
    }

    pub(super) fn prelude_function(&mut self, name: &'static str) -> Result<Value, Trap> {
        let found = self.runtime.modules.get("prelude").and_then(|prelude| prelude.get(symbol_of(name)));
        found.ok_or_else(|| self.runtime.raise(&self.runtime.classes.system_error, format!("the prelude has no function {name}")))
    }

    /// Calls anything; the last `names.len()` arguments are named by `names`.
    pub(super) fn call<W: Watch>(
        &mut self,
        codes: &[Loaded],
        f: &mut Box<Frame>,
        callee: Value,
        mut args: Vec<Value>,
        names: &[Symbol],
        ret: Ret,
        watch: &mut W,
    ) -> Result<(), Trap> {
        if let Value::Native(native) = &callee
            && native.kind.binds()
            && let Some(receiver) = args.first()
        {
            self.runtime.check_receiver(native, receiver)?;
        }
        let mut callee = callee;
        for _ in 0..self.runtime.limits.recursion {
            callee = match &callee {
                Value::Function(function) => return self.call_function(codes, f, function, &mut args, names, ret, watch),
                Value::Native(native) => return self.call_native(codes, f, native, args, names, ret, watch),
                Value::Class(class) => return self.construct(codes, f, class, args, names, ret, watch),
                Value::Method(method) => {
                    args.insert(0, method.receiver.clone());
                    method.function.clone()
                }
                Value::Wrapper(wrapper) if !wrapper.is_class => wrapper.function.clone(),
                other => {
                    let class = self.runtime.class_of(other);
                    match class.lookup(names::CALL) {
                        Some(_) if !class.builtin || matches!(other, Value::WeakRef(_)) => {
                            match attribute::special(&mut self.runtime, other, names::CALL) {
                                Some(bound) => bound,
                                None => return Err(self.not_callable(other)),
                            }
                        }
                        _ => return Err(self.not_callable(other)),
                    }
                }
            };
        }
        Err(self.runtime.too_many_calls())
    }

    fn not_callable(&self, value: &Value) -> Trap {
        self.runtime.type_error(format!("'{}' object is not callable", self.runtime.type_name(value)))
    }

    /// Calls a function of the program's or the library's; the arguments are taken from where they stand.
    pub(super) fn call_function<W: Watch>(
        &mut self,
        codes: &[Loaded],
        f: &mut Box<Frame>,
        function: &Rc<Function>,
        args: &mut [Value],
        names: &[Symbol],
        ret: Ret,
        watch: &mut W,
    ) -> Result<(), Trap> {
        let new = self.bound_frame(codes, function, args, names)?;
        self.enter(codes, f, function, new, ret, watch)
    }

    /// The same, of `count` arguments that stand in registers of `f` from `first` on.
    fn call_registered<W: Watch>(
        &mut self,
        codes: &[Loaded],
        f: &mut Box<Frame>,
        function: &Rc<Function>,
        first: usize,
        count: usize,
        names: &[Symbol],
        ret: Ret,
        watch: &mut W,
    ) -> Result<(), Trap> {
        let new = self.bound_frame(codes, function, &mut f.registers[first..first + count], names)?;
        self.enter(codes, f, function, new, ret, watch)
    }

    /// A frame for a call of a function, arguments in place.
    #[inline]
    fn bound_frame(&mut self, codes: &[Loaded], function: &Rc<Function>, args: &mut [Value], names: &[Symbol]) -> Result<Box<Frame>, Trap> {
        let target = &codes[function.code.get() as usize];
        let mut new = self.frame(function.code.get(), target);
        if target.plain && args.len() == usize::from(target.arg_count) && names.is_empty() {
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

    /// A frame for a call of a plain function that takes one argument and closes over nothing, if the stack has room.
    #[inline]
    pub(super) fn frame_at_once(&mut self, codes: &[Loaded], function: &Function) -> Option<Box<Frame>> {
        let target = &codes[function.code.get() as usize];
        let fits = target.plain && target.arg_count == 1 && function.closure.is_empty() && !target.kind.is_generator_like();
        (fits && self.depth < self.runtime.limits.recursion).then(|| self.frame(function.code.get(), target))
    }

    /// Begins a call whose arguments are bound: a plain function's frame runs, any other's waits in a generator-like object.
    fn enter<W: Watch>(
        &mut self,
        codes: &[Loaded],
        f: &mut Box<Frame>,
        function: &Rc<Function>,
        new: Box<Frame>,
        ret: Ret,
        watch: &mut W,
    ) -> Result<(), Trap> {
        let target = &codes[function.code.get() as usize];
        if target.kind.is_generator_like() {
            let generator = self.make_generator(codes, f, function, target, new, watch);
            if ret.then == Then::Store && ret.result != NONE {
                put(&mut f.registers[usize::from(ret.result)], generator);
                return Ok(());
            }
            return self.deliver(codes, f, ret, generator, watch);
        }
        self.push(codes, f, new, ret, watch)
    }

    /// Puts a plain frame on the stack.
    pub(super) fn push<W: Watch>(
        &mut self,
        codes: &[Loaded],
        f: &mut Box<Frame>,
        mut new: Box<Frame>,
        ret: Ret,
        watch: &mut W,
    ) -> Result<(), Trap> {
        if self.depth >= self.runtime.limits.recursion {
            let registers = codes[new.code as usize].registers;
            self.put_away(new, registers);
            return Err(self.too_deep(""));
        }
        new.then = ret.then;
        new.result = ret.result;
        new.exit = ret.exit;
        new.carried = ret.carried;
        self.depth += 1;
        let caller = replace(f, new);
        f.back = Some(caller);
        self.watch(codes, watch, |w, view| w.call(view, f.back.as_deref(), f));
        Ok(())
    }

    /// What was too deep: empty for a call of a function.
    pub(super) fn too_deep(&self, what: &str) -> Trap {
        self.runtime.raise(&self.runtime.classes.recursion_error, format!("maximum recursion depth exceeded{what}"))
    }

    fn make_generator<W: Watch>(
        &mut self,
        codes: &[Loaded],
        f: &Frame,
        function: &Rc<Function>,
        target: &Loaded,
        frame: Box<Frame>,
        watch: &mut W,
    ) -> Value {
        self.watch(codes, watch, |w, view| w.create(view, f, &frame, function.awaitable));
        let made = self.new_generator(function, target, frame);
        if self.runtime.origin_depth > 0
            && let Value::Generator(generator) = &made
            && generator.kind == GeneratorKind::Coroutine
        {
            *generator.origin.borrow_mut() = self.origin(codes, f);
        }
        made
    }

    /// The calls that lead to here, the last one first: `(file, line, function)` each.
    fn origin(&self, codes: &[Loaded], f: &Frame) -> Value {
        let mut calls = Vec::new();
        let mut next = Some(f);
        while let Some(frame) = next
            && calls.len() < self.runtime.origin_depth
        {
            let code = &codes[frame.code as usize];
            if !code.library {
                let line = code.code().spans.get((frame.pc as usize).wrapping_sub(1)).map_or(0, |span| span.line);
                calls.push(Value::tuple(vec![Value::str("main.py"), Value::Int(i64::from(line)), code.name.clone()]));
            }
            fuel::note(1);
            next = frame.back.as_deref();
        }
        Value::tuple(calls)
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

    /// Resumes what one of its methods was called of; the method's argument stood in register `argument`.
    fn resume_called<W: Watch>(
        &mut self,
        codes: &[Loaded],
        f: &mut Box<Frame>,
        sleeper: Value,
        verb: Verb,
        argument: usize,
        d: Reg,
        watch: &mut W,
    ) -> Result<(), Trap> {
        let kept = match &verb {
            Verb::Send(value) => keep_sent(value, &mut f.registers[argument], argument as Reg),
            Verb::Throw(exception) => {
                put(&mut f.registers[argument], Value::Exception(exception.clone()));
                argument as u32
            }
            _ => 0,
        };
        let ret = Ret::to(Then::Store, d, kept);
        match sleeper {
            Value::Generator(generator) => self.resume_for(codes, f, generator, verb, ret, watch),
            Value::AsyncStep(step) => self.step(codes, f, step, verb, ret, watch),
            _ => Ok(()),
        }
    }

    /// What becomes of a value: the end of a call, or of a native that answered at once.
    pub(super) fn deliver<W: Watch>(
        &mut self,
        codes: &[Loaded],
        f: &mut Box<Frame>,
        ret: Ret,
        value: Value,
        watch: &mut W,
    ) -> Result<(), Trap> {
        match ret.then {
            Then::Store | Then::For | Then::ForNext | Then::Method | Then::Default | Then::Finish => {
                if ret.result != NONE {
                    put(&mut f.registers[usize::from(ret.result)], value);
                }
                Ok(())
            }
            Then::Discard | Then::Close => Ok(()),
            Then::Finalise => {
                self.finalised();
                Ok(())
            }
            Then::Told => {
                self.told(codes, ret.carried, watch);
                Ok(())
            }
            Then::Init => {
                if !value.is_none() {
                    let message = format!("__init__() should return None, not '{}'", self.runtime.type_name(&value));
                    return Err(self.runtime.type_error(message));
                }
                if ret.result != NONE {
                    put(&mut f.registers[usize::from(ret.result)], ret.carried);
                }
                Ok(())
            }
            Then::JumpIfFalse | Then::JumpIfTrue | Then::JumpIfFalseKeep | Then::JumpIfTrueKeep | Then::Truth | Then::NotTruth => {
                match operate::truth(&mut self.runtime, &value) {
                    Ok(truth) => {
                        match ret.then {
                            Then::JumpIfFalse if !truth => f.pc = ret.exit,
                            Then::JumpIfTrue if truth => f.pc = ret.exit,
                            Then::JumpIfFalseKeep if !truth => f.pc = ret.exit,
                            Then::JumpIfTrueKeep if truth => f.pc = ret.exit,
                            Then::JumpIfFalseKeep | Then::JumpIfTrueKeep => clear(&mut f.registers[usize::from(ret.result)]),
                            Then::Truth => put(&mut f.registers[usize::from(ret.result)], Value::bool(truth)),
                            Then::NotTruth => put(&mut f.registers[usize::from(ret.result)], Value::bool(!truth)),
                            _ => {}
                        }
                        Ok(())
                    }
                    Err(trap) => self.perform_trap(codes, f, trap, ret, watch),
                }
            }
            Then::Again => {
                f.pc -= 1;
                Ok(())
            }
            Then::Unpack => self.unpack_taken(codes, f, &value),
            Then::Class => self.class_made(codes, f, ret, watch),
            Then::DelegateCall if heap::is_dying() => {
                put(&mut f.registers[usize::from(ret.result)], value);
                self.wait(f, Value::None, Onward::Yield(ret.result));
                Ok(())
            }
            Then::DelegateCall => self.delegate_yields(codes, f, ret.result, value, watch),
            Then::ANext => match self.get_awaitable(&value, AwaitFor::Next) {
                Ok(iterator) => {
                    put(&mut f.registers[usize::from(ret.result)], iterator);
                    Ok(())
                }
                Err(trap) => self.perform_trap(codes, f, trap, Ret::to(Then::Awaitable, ret.result, 0), watch),
            },
            Then::Awaitable => {
                self.check_awaitable(&value)?;
                put(&mut f.registers[usize::from(ret.result)], value);
                Ok(())
            }
            Then::Delegate => {
                complete_delegation(f, ret.result, value);
                Ok(())
            }
            Then::RaiseCarried => {
                drop(value);
                match ret.carried {
                    Value::Exception(exception) => {
                        self.reach_passed_by(codes, f, &exception, watch)?;
                        Err(Trap::Raise(exception))
                    }
                    _ => Ok(()),
                }
            }
        }
    }

    /// A frame ends with a value. The value itself where it was the first frame.
    pub(super) fn end_frame<W: Watch>(
        &mut self,
        codes: &[Loaded],
        f: &mut Box<Frame>,
        value: Value,
        watch: &mut W,
    ) -> Result<Option<Value>, Trap> {
        self.watch(codes, watch, |w, view| w.finish(view, f, f.back.as_deref(), &value));
        let Some(caller) = f.back.take() else { return Ok(Some(value)) };
        self.depth -= 1;
        let mut ended = replace(f, caller);
        if ended.handled.is_heap() {
            self.handling -= 1;
        }
        let mut ret = Ret { then: ended.then, result: ended.result, exit: ended.exit, carried: ended.carried.take() };
        let code = &codes[ended.code as usize];
        if ret.then == Then::Class {
            self.end_class_body(code, &mut ended, &mut ret);
        }
        let generator = ended.generator.take();
        self.recycle(codes, f, ended, code.registers, Some(&value));
        let Some(generator) = generator else { return self.deliver(codes, f, ret, value, watch).map(|()| None) };
        generator.end();
        self.generator_returned(codes, f, &generator, ret, value, watch).map(|()| None)
    }

    /// A call whose callee and `n` positional arguments stand in registers from `callee` on.
    pub(super) fn call_registers<W: Watch>(
        &mut self,
        codes: &[Loaded],
        f: &mut Box<Frame>,
        callee: Reg,
        n: u8,
        d: Reg,
        watch: &mut W,
    ) -> Result<(), Trap> {
        let base = usize::from(callee);
        let count = usize::from(n);
        if let Value::Native(native) = &f.registers[base]
            && let Some((sleeper, verb)) = resumption(native, &mut f.registers[base + 1..base + 1 + count])
        {
            return self.resume_called(codes, f, sleeper, verb, base + 2, d, watch);
        }
        let function = f.registers[base].take();
        if let Value::Class(class) = &function {
            match self.making(class) {
                Making::Exception => {
                    let args = f.registers[base + 1..base + 1 + count].iter_mut().map(Value::take).collect();
                    put(&mut f.registers[usize::from(d)], Value::Exception(Exception::new(class.clone(), args)));
                    return Ok(());
                }
                Making::Bare if count == 0 => {
                    put(&mut f.registers[usize::from(d)], Value::Instance(Instance::new(class.clone(), Value::Unbound)));
                    return Ok(());
                }
                Making::Filled(init) => {
                    let object = Value::Instance(Instance::new(class.clone(), Value::Unbound));
                    f.registers[base] = object.clone();
                    let ret = Ret { then: Then::Init, result: d, exit: 0, carried: object };
                    return self.call_registered(codes, f, &init, base, count + 1, &[], ret, watch);
                }
                _ => {}
            }
        }
        if let Value::Function(plain) = &function {
            return self.call_registered(codes, f, plain, base + 1, count, &[], Ret::store(d), watch);
        }
        let args = f.registers[base + 1..base + 1 + count].iter_mut().map(Value::take).collect();
        self.call(codes, f, function, args, &[], Ret::store(d), watch)
    }

    /// A call of which the last arguments are named.
    pub(super) fn call_keywords<W: Watch>(
        &mut self,
        codes: &[Loaded],
        f: &mut Box<Frame>,
        callee: Reg,
        n: u8,
        names: &[Symbol],
        d: Reg,
        watch: &mut W,
    ) -> Result<(), Trap> {
        let (first, count) = (usize::from(callee) + 1, usize::from(n));
        let function = f.registers[usize::from(callee)].take();
        if let Value::Function(function) = &function {
            return self.call_registered(codes, f, function, first, count, names, Ret::store(d), watch);
        }
        if matches!(function, Value::Native(_)) && self.depth >= self.runtime.limits.recursion {
            return Err(self.too_deep(" while calling a Python object"));
        }
        let args = f.registers[first..first + count].iter_mut().map(Value::take).collect();
        self.call(codes, f, function, args, names, Ret::store(d), watch)
    }

    /// A call with `*args` and `**kwargs`.
    pub(super) fn call_unpacked<W: Watch>(
        &mut self,
        codes: &[Loaded],
        f: &mut Box<Frame>,
        callee: Reg,
        d: Reg,
        watch: &mut W,
    ) -> Result<(), Trap> {
        let base = usize::from(callee);
        let [function, positional, named] = [0, 1, 2].map(|at| f.registers[base + at].take());
        let mut args = match &positional {
            Value::Tuple(tuple) => tuple.items.clone(),
            Value::List(list) => list.items().clone(),
            _ => Vec::new(),
        };
        let mut names = Vec::new();
        if let Value::Dict(dict) = &named {
            for entry in dict.entries() {
                let Some(name) = entry.key.as_str() else { return Err(self.runtime.type_error("keywords must be strings")) };
                names.push(symbol_of(name));
                args.push(entry.value);
            }
        }
        drop((positional, named));
        self.call(codes, f, function, args, &names, Ret::store(d), watch)
    }

    /// `o.name(…)` in one: the method is found and called without being bound.
    pub(super) fn call_method<W: Watch>(
        &mut self,
        codes: &[Loaded],
        code: &Loaded,
        f: &mut Box<Frame>,
        o: Reg,
        n: u8,
        name: Symbol,
        d: Reg,
        watch: &mut W,
    ) -> Result<(), Trap> {
        let base = usize::from(o);
        if f.registers[base].is_unbound() {
            return Err(self.unbound(code, o));
        }
        let Some(method) = self.unbound_method(&f.registers[base], name) else {
            let receiver = f.registers[base].take();
            let args: Vec<Value> = f.registers[base + 1..=base + usize::from(n)].iter_mut().map(Value::take).collect();
            return match attribute::get(&mut self.runtime, &receiver, name) {
                Ok(callee) => self.call(codes, f, callee, args, &[], Ret::store(d), watch),
                Err(Trap::Request(request)) => self.get_then_call(codes, f, *request, args, Ret::store(d), watch),
                Err(trap) => {
                    self.culprit = Some(Culprit::Lookup);
                    Err(trap)
                }
            };
        };
        let count = usize::from(n) + 1;
        if let Value::Native(native) = &method
            && let Some((sleeper, verb)) = resumption(native, &mut f.registers[base..base + count])
        {
            return self.resume_called(codes, f, sleeper, verb, base + 1, d, watch);
        }
        match &method {
            Value::Native(native) if takes_directly(native, count) => {
                let answer = (native.run)(&mut self.runtime, &f.registers[base..base + count]);
                clear_in_turn(f.registers[base..base + count].iter_mut());
                match answer {
                    Ok(value) => {
                        put(&mut f.registers[usize::from(d)], value);
                        Ok(())
                    }
                    Err(trap) => self.perform_trap(codes, f, trap, Ret::store(d), watch),
                }
            }
            Value::Function(function) => self.call_registered(codes, f, function, base, count, &[], Ret::store(d), watch),
            _ => {
                let args = f.registers[base..base + count].iter_mut().map(Value::take).collect();
                self.call(codes, f, method, args, &[], Ret::store(d), watch)
            }
        }
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

    /// An attribute that a method of the program's computes, then called: the prelude does one after the other.
    fn get_then_call<W: Watch>(
        &mut self,
        codes: &[Loaded],
        f: &mut Box<Frame>,
        request: Request,
        args: Vec<Value>,
        ret: Ret,
        watch: &mut W,
    ) -> Result<(), Trap> {
        let (getter, getter_args) = match request {
            Request::Call { callee, args, .. } => (callee, args),
            Request::Prelude { function, args } => (self.prelude_function(function)?, args),
            other => return self.perform(codes, f, other, ret, watch),
        };
        let callee = self.prelude_function("get_then_call")?;
        let all = vec![getter, Value::tuple(getter_args), Value::tuple(args)];
        self.call(codes, f, callee, all, &[], ret, watch)
    }

    /// The method of what stands in `s` into `o`, and that into `o + 1`; or what is to be called into `o`, and nothing behind it.
    pub(super) fn load_method<W: Watch>(
        &mut self,
        codes: &[Loaded],
        f: &mut Box<Frame>,
        o: Reg,
        s: Reg,
        name: Symbol,
        watch: &mut W,
    ) -> Result<(), Trap> {
        let at = usize::from(o);
        let receiver = self.take_operand(&codes[f.code as usize], f, s)?;
        clear(&mut f.registers[at + 1]);
        if let Some(method) = self.unbound_method(&receiver, name) {
            f.registers[at] = method;
            f.registers[at + 1] = receiver;
            return Ok(());
        }
        match attribute::get(&mut self.runtime, &receiver, name) {
            Ok(callee) => {
                f.registers[at] = callee;
                Ok(())
            }
            Err(trap) => self.perform_trap(codes, f, trap, Ret::store(o), watch),
        }
    }

    /// Calls what `load_method` left.
    pub(super) fn call_loaded<W: Watch>(
        &mut self,
        codes: &[Loaded],
        f: &mut Box<Frame>,
        o: Reg,
        n: u8,
        d: Reg,
        watch: &mut W,
    ) -> Result<(), Trap> {
        let base = usize::from(o);
        let bare = usize::from(f.registers[base + 1].is_unbound());
        let (first, count) = (base + 1 + bare, usize::from(n) + 1 - bare);
        if let Value::Native(native) = &f.registers[base]
            && let Some((sleeper, verb)) = resumption(native, &mut f.registers[first..first + count])
        {
            return self.resume_called(codes, f, sleeper, verb, first + 1, d, watch);
        }
        if let Value::Function(_) = &f.registers[base]
            && let Value::Function(function) = f.registers[base].take()
        {
            return self.call_registered(codes, f, &function, first, count, &[], Ret::store(d), watch);
        }
        let (callee, args) = take_loaded(f, o, n);
        self.call(codes, f, callee, args, &[], Ret::store(d), watch)
    }

    /// Likewise, the last arguments named.
    pub(super) fn call_loaded_keywords<W: Watch>(
        &mut self,
        codes: &[Loaded],
        f: &mut Box<Frame>,
        o: Reg,
        n: u8,
        names: &[Symbol],
        d: Reg,
        watch: &mut W,
    ) -> Result<(), Trap> {
        let base = usize::from(o);
        if let Value::Function(_) = &f.registers[base]
            && let Value::Function(function) = f.registers[base].take()
        {
            let has_receiver = !f.registers[base + 1].is_unbound();
            let (first, count) = (base + 2 - usize::from(has_receiver), usize::from(n) + usize::from(has_receiver));
            return self.call_registered(codes, f, &function, first, count, names, Ret::store(d), watch);
        }
        let (callee, args) = take_loaded(f, o, n);
        self.call(codes, f, callee, args, names, Ret::store(d), watch)
    }

    /// Calls a native: binds its arguments, runs it, delivers its answer.
    pub(super) fn call_native<W: Watch>(
        &mut self,
        codes: &[Loaded],
        f: &mut Box<Frame>,
        native: &'static Native,
        args: Vec<Value>,
        names: &[Symbol],
        ret: Ret,
        watch: &mut W,
    ) -> Result<(), Trap> {
        if let NativeKind::Intrinsic(intrinsic) = native.kind {
            return self.call_intrinsic(codes, f, native, intrinsic, args, names, ret, watch);
        }
        let bound = self.bind_native(native, args, names)?;
        match (native.run)(&mut self.runtime, &bound) {
            Ok(value) => {
                drop(bound);
                self.deliver(codes, f, ret, value, watch)
            }
            Err(trap) => {
                drop(bound);
                self.perform_trap(codes, f, trap, ret, watch)
            }
        }
    }

    /// `MakeFunction`: the parts stand in four registers from `s`, which are taken.
    pub(super) fn make_function(&mut self, codes: &[Loaded], code: &Loaded, regs: &mut [Value], s: Reg, at: u16) -> Value {
        let index = code.base + u32::from(at);
        let target = &codes[index as usize];
        let mut parts = [Value::Unbound, Value::Unbound, Value::Unbound, Value::Unbound];
        if s != NONE {
            let s = usize::from(s);
            parts.iter_mut().zip(&mut regs[s..s + 4]).for_each(|(part, register)| *part = register.take());
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

    /// The end of a `for`: its iterator dies, the frame goes on behind the loop. What is dying is finalised where the frame still stands.
    pub(super) fn leave_for(&mut self, codes: &[Loaded], f: &mut Box<Frame>, exit: u32) {
        if heap::is_dying() {
            return self.wait(f, Value::None, Onward::LeaveFor(exit));
        }
        let code = &codes[f.code as usize];
        // A comprehension's first iterator is a variable, and lives as long as the frame.
        if let Op::ForIter { it, .. } = code.ops[f.pc as usize - 1]
            && it >= code.temp_start
        {
            clear(&mut f.registers[usize::from(it)]);
            if heap::is_dying() {
                return self.wait(f, Value::None, Onward::LeaveFor(exit));
            }
        }
        f.pc = exit;
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

/// Whether `count` positional arguments can be handed to the native as they stand.
#[inline]
pub(super) fn takes_directly(native: &Native, count: usize) -> bool {
    let counts = native.counts;
    !matches!(native.kind, NativeKind::Intrinsic(_))
        && !counts.varargs
        && !counts.varkw
        && count >= usize::from(counts.required)
        && count <= usize::from(counts.positional)
}

/// `__annotations__` of a tuple of names and annotations by turns; unbound where there are none.
fn annotation_dict(pairs: &Value) -> Value {
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
