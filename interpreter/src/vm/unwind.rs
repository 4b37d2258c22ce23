//! Exceptions on their way: raising, handlers, what leaves a frame and what its caller makes of it.

use std::mem::replace;
use std::rc::Rc;

use super::machine::{clear_in_turn, put};
use super::resume::complete_delegation;
use super::watch::Watch;
use super::{Culprit, End, Loaded, Ret, Vm};
use crate::library::prelude_name;
use crate::object::attribute;
use crate::object::class::Class;
use crate::object::exception::{Exception, Place, Traceback};
use crate::object::frame::{Frame, Then};
use crate::object::fuel;
use crate::object::generator::GeneratorKind;
use crate::object::heap;
use crate::object::native::{Stop, Trap};
use crate::object::operate;
use crate::object::runtime::symbol_string;
use crate::object::symbol::names;
use crate::object::value::Value;
use stillframe_front::bytecode::op::{NONE, Op, Reg};
use stillframe_front::syntax::tree::Span;

/// What going on from an exception to its context costs in fuel.
const LINK: u64 = 3;

/// What carrying an exception through a frame costs in fuel.
const FRAME: u64 = 4;

impl Vm<'_> {
    /// What a trap means to the frame it happened in: an exception unwinds, a limit ends the run.
    #[cold]
    pub(super) fn handle<W: Watch>(&mut self, codes: &[Loaded], f: &mut Box<Frame>, trap: Trap, watch: &mut W) -> Result<(), End> {
        let mut trap = trap;
        loop {
            match trap {
                Trap::Raise(exception) => {
                    if !replace(&mut f.thrown_into, false) {
                        self.chain_context(f, &exception)?;
                    }
                    return self.unwind(codes, f, exception, true, watch);
                }
                Trap::Request(request) => match self.perform(codes, f, *request, Ret::discard(), watch) {
                    Ok(()) => return Ok(()),
                    Err(next) => trap = next,
                },
                Trap::Reraise(exception) => return self.unwind(codes, f, exception, false, watch),
                Trap::Stop(stop) => return Err((*stop).into()),
            }
        }
    }

    /// Carries an exception to its handler, ending the frames on its way. `fresh`: it was raised here, not raised again.
    fn unwind<W: Watch>(
        &mut self,
        codes: &[Loaded],
        f: &mut Box<Frame>,
        mut exception: Rc<Exception>,
        mut fresh: bool,
        watch: &mut W,
    ) -> Result<(), End> {
        loop {
            fuel::burn(FRAME)?;
            let code = &codes[f.code as usize];
            if fresh {
                self.add_traceback(code, f, &exception);
                self.watch(codes, watch, |w, view| w.exception(view, f, &exception, false));
            }
            fresh = true;
            if self.enter_handler(code, f, &exception) {
                return Ok(());
            }
            if self.drops_something_dying(code, f) {
                self.wait_to_raise(f, exception, true);
                return Ok(());
            }
            match self.leave_frame(codes, f, exception, watch)? {
                None => return Ok(()),
                Some(next) if heap::is_dying() => {
                    self.wait_to_raise(f, next, false);
                    return Ok(());
                }
                Some(next) => exception = next,
            }
        }
    }

    /// The exception goes on when what is dying has been finalised: out of the frame, or to be raised in it.
    pub(super) fn wait_to_raise(&mut self, f: &mut Frame, exception: Rc<Exception>, leaving: bool) {
        f.raising = Value::Exception(exception);
        f.leaving = leaving;
        self.raising += 1;
    }

    /// CPython drops what a frame has on its stack before an exception leaves it: whether something has to run as it dies.
    fn drops_something_dying(&mut self, code: &Loaded, f: &mut Frame) -> bool {
        self.set_handled(&mut f.handled, Value::Unbound);
        clear_in_turn(f.registers[usize::from(code.temp_start)..code.registers].iter_mut().rev());
        heap::is_dying()
    }

    /// What the frame held has been finalised: the exception that waited leaves it.
    pub(super) fn go_on_raising<W: Watch>(&mut self, codes: &[Loaded], f: &mut Box<Frame>, watch: &mut W) -> Result<(), End> {
        let Value::Exception(exception) = f.raising.take() else { return Ok(()) };
        self.raising -= 1;
        if f.passed_by {
            self.reach_passed_by(codes, f, &exception, watch)?;
            return self.unwind(codes, f, exception, true, watch);
        }
        if !f.leaving {
            return self.unwind(codes, f, exception, true, watch);
        }
        match self.leave_frame(codes, f, exception, watch)? {
            Some(next) if heap::is_dying() => self.wait_to_raise(f, next, false),
            Some(next) => return self.unwind(codes, f, next, true, watch),
            None => {}
        }
        Ok(())
    }

    /// The exception leaves the frame; what it means to the caller, now `f`: nothing more, or an exception there.
    fn leave_frame<W: Watch>(
        &mut self,
        codes: &[Loaded],
        f: &mut Box<Frame>,
        exception: Rc<Exception>,
        watch: &mut W,
    ) -> Result<Option<Rc<Exception>>, End> {
        let code = &codes[f.code as usize];
        let exception = self.convert_stop(f, exception);
        self.watch(codes, watch, |w, view| w.fail(view, f, f.back.as_deref(), &exception));
        let Some(caller) = f.back.take() else { return Err(End::Raised(exception)) };
        self.depth -= 1;
        let mut ended = replace(f, caller);
        if ended.handled.is_heap() {
            self.handling -= 1;
        }
        if ended.then == Then::Store && exception.is(&self.runtime.classes.attribute_error) {
            tell_attribute(&codes[f.code as usize], f, code, &ended, &exception);
        }
        let ret = Ret { then: ended.then, result: ended.result, exit: ended.exit, carried: ended.carried.take() };
        let generator = ended.generator.take();
        if code.library && &*code.module.name == "prelude" {
            // It stands for a function written in C: its caller holds the arguments, and drops them last.
            clear_in_turn(ended.registers[code.code().parameter_count()..code.registers].iter_mut());
        }
        self.recycle(ended, code.registers);
        if let Some(generator) = &generator {
            generator.end();
        }
        let is_generator = generator.is_some();
        drop(generator);
        self.exception_left(codes, f, ret, exception, is_generator, watch)
    }

    /// What an exception that left a frame means to its caller `f`: nothing more, or an exception there.
    fn exception_left<W: Watch>(
        &mut self,
        codes: &[Loaded],
        f: &mut Box<Frame>,
        ret: Ret,
        exception: Rc<Exception>,
        is_generator: bool,
        watch: &mut W,
    ) -> Result<Option<Rc<Exception>>, End> {
        let stops = exception.is(&self.runtime.classes.stop_iteration);
        let exits = is_generator && (stops || exception.is(&self.runtime.classes.generator_exit));
        if let Value::AsyncStep(step) = &ret.carried {
            let step = step.clone();
            return match self.step_failed(codes, f, &step, ret, exception.clone(), watch) {
                Ok(()) => Ok(None),
                Err(Trap::Raise(raised)) => {
                    if !Rc::ptr_eq(&raised, &exception) {
                        self.chain_context(f, &raised)?;
                    }
                    let exception = raised;
                    self.reach_passed_by(codes, f, &exception, watch)?;
                    Ok(Some(exception))
                }
                Err(trap) => self.handle(codes, f, trap, watch).map(|()| None),
            };
        }
        match ret.then {
            Then::ForNext if stops => self.leave_for(codes, f, ret.exit),
            Then::DelegateCall if stops => complete_delegation(f, ret.result, exception.value()),
            Then::Default if stops => put_result(f, ret.result, ret.carried),
            Then::Close if exits => put_result(f, ret.result, Value::None),
            Then::Finalise if exits => self.finalised(),
            Then::Finalise => {
                if let Err(trap) = self.unraisable(codes, f, exception, ret.carried, watch) {
                    self.handle(codes, f, trap, watch)?;
                }
            }
            Then::Told => self.told(codes, ret.carried, watch),
            Then::RaiseCarried if exits => {
                let Value::Exception(carried) = ret.carried else { return Ok(None) };
                drop(exception);
                if heap::is_dying() {
                    // What the closed frame held is finalised before the exception reaches this one.
                    self.wait_to_raise(f, carried, false);
                    return Ok(None);
                }
                self.reach_passed_by(codes, f, &carried, watch)?;
                return Ok(Some(carried));
            }
            _ => {
                if matches!(ret.then, Then::Delegate | Then::DelegateCall | Then::RaiseCarried) {
                    self.reach_passed_by(codes, f, &exception, watch)?;
                }
                return Ok(Some(exception));
            }
        }
        Ok(None)
    }

    /// Goes to the innermost handler round the instruction before `pc`, if there is one.
    fn enter_handler(&mut self, code: &Loaded, f: &mut Frame, exception: &Rc<Exception>) -> bool {
        let at = f.pc.wrapping_sub(1);
        let Some(handler) = code.code().handlers.iter().find(|handler| handler.start <= at && at < handler.end).copied() else {
            return false;
        };
        let has_line = match code.ops.get(at as usize) {
            Some(Op::Reraise { s, line }) if s == line => false,
            Some(Op::Reraise { line, .. }) if *line != NONE => matches!(f.registers[usize::from(*line)], Value::Int(_)),
            _ => true,
        };
        clear_in_turn(f.registers[usize::from(handler.clear_from)..code.registers].iter_mut().rev());
        let handled = if handler.handling == NONE { Value::Unbound } else { f.registers[usize::from(handler.handling)].clone() };
        self.set_handled(&mut f.handled, handled);
        put(&mut f.registers[usize::from(handler.exception)], Value::Exception(exception.clone()));
        if handler.line != NONE {
            put(&mut f.registers[usize::from(handler.line)], if has_line { Value::Int(i64::from(f.line)) } else { Value::None });
            if !has_line {
                // So the handler's line is told, whichever was told before.
                f.line = 0;
            }
        }
        f.pc = handler.target;
        true
    }

    /// `Caught`.
    pub(super) fn tell_caught<W: Watch>(&mut self, codes: &[Loaded], f: &Frame, s: Reg, watch: &mut W) -> Result<(), Trap> {
        if let Value::Exception(exception) = &f.registers[usize::from(s)] {
            self.watch(codes, watch, |w, view| w.exception(view, f, exception, true));
        }
        Ok(())
    }

    /// Sets the exception that a frame on the stack handles now, or that it handles none.
    #[inline]
    pub(super) fn set_handled(&mut self, slot: &mut Value, handled: Value) {
        let before = slot.is_heap();
        let after = handled.is_heap();
        put(slot, handled);
        match (before, after) {
            (false, true) => self.handling += 1,
            (true, false) => self.handling -= 1,
            _ => {}
        }
    }

    /// StopIteration must not leave a generator (PEP 479): it becomes a RuntimeError.
    fn convert_stop(&mut self, f: &Frame, exception: Rc<Exception>) -> Rc<Exception> {
        let Some(generator) = &f.generator else { return exception };
        let classes = &self.runtime.classes;
        let kind = generator.kind;
        let what = if exception.is(&classes.stop_iteration) {
            "StopIteration"
        } else if kind == GeneratorKind::AsyncGenerator && exception.is(&classes.stop_async_iteration) {
            "StopAsyncIteration"
        } else {
            return exception;
        };
        let error = self.runtime.exception(&classes.runtime_error, format!("{} raised {what}", kind.word()));
        *error.cause.borrow_mut() = Value::Exception(exception.clone());
        *error.context.borrow_mut() = Value::Exception(exception);
        error.suppress_context.set(true);
        error
    }

    /// Adds the frame to the exception's traceback. The library's own frames are left out.
    pub(super) fn add_traceback(&mut self, code: &Loaded, f: &mut Frame, exception: &Rc<Exception>) {
        let culprit = self.culprit.take();
        if code.library {
            return;
        }
        let object = code.code();
        let at = f.pc.wrapping_sub(1);
        // One that was thrown into a frame before that began stands at the definition.
        let unborn = Span { line: object.first_line, end_line: object.first_line, ..Span::default() };
        let whole = object.spans.get(at as usize).copied().unwrap_or(unborn);
        let part = match culprit {
            Some(Culprit::Lookup) => object.lookups.iter().find(|(target, _)| *target == at).map(|(_, span)| *span),
            Some(Culprit::Name(name)) => self.place_of_name(whole, &name),
            Some(Culprit::Assigned(name)) => {
                let before = Span { column: 0, end_line: whole.line, end_column: whole.column, ..whole };
                self.place_of_name(before, &name)
            }
            None => None,
        };
        let span = part.unwrap_or(whole);
        let generator = f.generator.clone();
        let variables = f.shared(generator.as_ref()).clone();
        let next = exception.traceback.take();
        *exception.traceback.borrow_mut() = Some(Traceback::new(Place { code: f.code, span }, variables, next));
    }

    /// Where in a stretch of one line of the program a name stands first.
    fn place_of_name(&self, within: Span, name: &str) -> Option<Span> {
        let line: Vec<char> = self.runtime.source.lines().nth((within.line as usize).checked_sub(1)?)?.chars().collect();
        let end = if within.end_line == within.line { (within.end_column as usize).min(line.len()) } else { line.len() };
        let name: Vec<char> = name.chars().collect();
        let is_part = |at: usize| line.get(at).is_some_and(|c| c.is_alphanumeric() || *c == '_');
        let stands = |at: &usize| line[*at..].starts_with(&name) && !is_part(at + name.len()) && (*at == 0 || !is_part(at - 1));
        let at = (within.column as usize..end).find(stands)?;
        Some(Span { line: within.line, column: at as u32, end_line: within.line, end_column: (at + name.len()) as u32 })
    }

    /// The exception handled now, by the innermost frame on the stack that handles one.
    pub(super) fn handled_now(&self, f: &Frame) -> Option<Rc<Exception>> {
        if self.handling == 0 {
            return None;
        }
        let mut frame = Some(f);
        while let Some(current) = frame {
            match &current.handled {
                Value::Exception(exception) if !current.passed_by => return Some(exception.clone()),
                _ => frame = current.back.as_deref(),
            }
        }
        None
    }

    /// Makes what is being handled the context of a new exception.
    fn chain_context(&mut self, f: &Frame, exception: &Rc<Exception>) -> Result<(), Stop> {
        self.handled_now(f).map_or(Ok(()), |handled| self.chain(handled, exception))
    }

    /// The same for one thrown into the frame `f`: what its resumer handles has no part in it.
    pub(super) fn chain_thrown(&mut self, f: &mut Frame, exception: &Rc<Exception>) -> Result<(), Stop> {
        f.thrown_into = true;
        if let Value::Exception(handled) = &f.handled { self.chain(handled.clone(), exception) } else { Ok(()) }
    }

    /// Makes `handled` the context of an exception, without making a circle.
    pub(super) fn chain(&mut self, handled: Rc<Exception>, exception: &Rc<Exception>) -> Result<(), Stop> {
        if Rc::ptr_eq(&handled, exception) {
            return Ok(());
        }
        let mut link = handled.clone();
        loop {
            fuel::burn(LINK)?;
            let next = match &*link.context.borrow() {
                Value::Exception(next) => next.clone(),
                _ => break,
            };
            if Rc::ptr_eq(&next, exception) {
                *link.context.borrow_mut() = Value::None;
                break;
            }
            if Rc::ptr_eq(&next, &handled) {
                break;
            }
            link = next;
        }
        let old = replace(&mut *exception.context.borrow_mut(), Value::Exception(handled));
        drop(old);
        Ok(())
    }

    /// `raise s from cause`.
    pub(super) fn raise<W: Watch>(&mut self, codes: &[Loaded], f: &mut Box<Frame>, s: Reg, cause: Reg, watch: &mut W) -> Result<(), Trap> {
        let code = &codes[f.code as usize];
        let value = self.take_operand(code, f, s)?;
        let cause = if cause == NONE { Value::Unbound } else { self.take_operand(code, f, cause)? };
        let exception = match &value {
            Value::Exception(exception) => exception.clone(),
            Value::Class(class) if self.is_exception_class(class) => {
                if self.has_plain_init(class) {
                    Exception::new(class.clone(), Vec::new())
                } else {
                    return self.raise_by_prelude(codes, f, value, cause, watch);
                }
            }
            _ => return Err(self.runtime.type_error("exceptions must derive from BaseException")),
        };
        match cause {
            Value::Unbound => {}
            Value::None => {
                exception.suppress_context.set(true);
                *exception.cause.borrow_mut() = Value::None;
            }
            Value::Exception(_) => {
                exception.suppress_context.set(true);
                let old = replace(&mut *exception.cause.borrow_mut(), cause);
                drop(old);
            }
            Value::Class(ref class) if self.is_exception_class(class) => return self.raise_by_prelude(codes, f, value, cause, watch),
            _ => return Err(self.runtime.type_error("exception causes must derive from BaseException")),
        }
        Err(Trap::Raise(exception))
    }

    /// Raising a class whose constructor is the program's: the prelude calls it and raises.
    fn raise_by_prelude<W: Watch>(
        &mut self,
        codes: &[Loaded],
        f: &mut Box<Frame>,
        value: Value,
        cause: Value,
        watch: &mut W,
    ) -> Result<(), Trap> {
        let (name, args) =
            if cause.is_unbound() { (prelude_name("raise_value"), vec![value]) } else { (prelude_name("raise_from"), vec![value, cause]) };
        let trap = self.runtime.prelude(name, args);
        self.perform_trap(codes, f, trap, Ret::discard(), watch)
    }

    pub(super) fn has_plain_init(&self, class: &Rc<Class>) -> bool {
        let is_called_plainly = class.meta.borrow().as_ref().is_none_or(|meta| !meta.overrides(names::CALL));
        is_called_plainly
            && !class.overrides(names::INIT)
            && !class.overrides(names::NEW)
            && !class.is_subclass(&self.runtime.classes.base_exception_group)
    }

    pub(super) fn is_exception_class(&self, class: &Class) -> bool {
        class.is_subclass(&self.runtime.classes.base_exception)
    }

    /// Takes an operand that is a temporary, copies one that is a variable.
    pub(super) fn take_operand(&mut self, code: &Loaded, f: &mut Frame, s: Reg) -> Result<Value, Trap> {
        let register = &mut f.registers[usize::from(s)];
        if register.is_unbound() {
            return Err(self.unbound(code, s));
        }
        Ok(if s >= code.temp_start { register.take() } else { register.clone() })
    }

    /// `raise` alone.
    pub(super) fn raise_bare(&mut self, f: &Frame) -> Result<(), Trap> {
        Err(match self.handled_now(f) {
            Some(exception) => Trap::Reraise(exception),
            None => self.runtime.runtime_error("No active exception to reraise"),
        })
    }

    /// Whether the exception in `s` is an instance of the class, or of one of the tuple of classes, in `c`.
    pub(super) fn exception_matches(&mut self, exception: &Value, class: &Value) -> Result<bool, Trap> {
        let Value::Exception(exception) = exception else { return Ok(false) };
        let classes = match operate::plain(class) {
            Value::Tuple(tuple) => &tuple.items[..],
            other => std::slice::from_ref(other),
        };
        let mut found = false;
        for class in classes {
            fuel::burn(1)?;
            match class {
                Value::Class(class) if self.is_exception_class(class) => found |= exception.is(class),
                _ => {
                    return Err(self.runtime.type_error("catching classes that do not inherit from BaseException is not allowed"));
                }
            }
        }
        Ok(found)
    }

    /// The AssertionError of a failed `assert`.
    pub(super) fn assertion(&self, message: Option<Value>) -> Trap {
        Trap::Raise(Exception::new(self.runtime.classes.assertion_error.clone(), message.into_iter().collect()))
    }

    /// `except*`: the parts of an exception that match and that do not; the prelude splits groups.
    pub(super) fn split_group<W: Watch>(
        &mut self,
        codes: &[Loaded],
        f: &mut Box<Frame>,
        d: Reg,
        exception: Value,
        class: Value,
        watch: &mut W,
    ) -> Result<(), Trap> {
        let trap = self.runtime.prelude("split_group", vec![exception, class]);
        self.perform_trap(codes, f, trap, Ret::to(Then::Unpack, d, 0), watch)
    }

    /// The exit function of a `with`, called with an exception's type, value and traceback, or with three times None.
    pub(super) fn call_exit<W: Watch>(
        &mut self,
        codes: &[Loaded],
        f: &mut Box<Frame>,
        d: Reg,
        exit: Reg,
        s: Reg,
        watch: &mut W,
    ) -> Result<(), Trap> {
        let function = f.registers[usize::from(exit)].take();
        let args = if s == NONE {
            vec![Value::None, Value::None, Value::None]
        } else {
            let value = f.registers[usize::from(s)].clone();
            let (class, traceback) = match &value {
                Value::Exception(exception) => {
                    let traceback = exception.traceback.borrow().clone().map_or(Value::None, Value::Traceback);
                    (Value::Class(exception.class()), traceback)
                }
                _ => (Value::None, Value::None),
            };
            vec![class, value, traceback]
        };
        self.call(codes, f, function, args, &[], Ret::store(d), watch)
    }

    /// The bound exit and enter functions of a context manager.
    pub(super) fn load_with<W: Watch>(
        &mut self,
        codes: &[Loaded],
        f: &mut Box<Frame>,
        d: Reg,
        s: Reg,
        is_async: bool,
        watch: &mut W,
    ) -> Result<(), Trap> {
        let manager = self.take_operand(&codes[f.code as usize], f, s)?;
        let (enter_name, exit_name) = if is_async { (names::AENTER, names::AEXIT) } else { (names::ENTER, names::EXIT) };
        let enter = attribute::special(&mut self.runtime, &manager, enter_name);
        let exit = attribute::special(&mut self.runtime, &manager, exit_name);
        let complaint = (enter.is_none() || exit.is_none()).then(|| {
            let kind = self.runtime.type_name(&manager);
            let protocol = if is_async { "asynchronous context manager" } else { "context manager" };
            let missed =
                if enter.is_some() { if is_async { " (missed __aexit__ method)" } else { " (missed __exit__ method)" } } else { "" };
            format!("'{kind}' object does not support the {protocol} protocol{missed}")
        });
        let must_ask = |method: &Option<Value>| method.as_ref().is_some_and(|method| attribute::getter_of(method).is_some());
        if must_ask(&enter) || enter.is_some() && must_ask(&exit) {
            let [enter, exit] = [enter, exit].map(|method| method.unwrap_or(Value::None));
            let trap = self.runtime.prelude("with_methods", vec![manager, enter, exit, complaint.map_or(Value::None, Value::str)]);
            return self.perform_trap(codes, f, trap, Ret::to(Then::Unpack, d, 0), watch);
        }
        let (Some(enter), Some(exit)) = (&enter, &exit) else {
            return Err(self.runtime.type_error(complaint.unwrap_or_default()));
        };
        put(&mut f.registers[usize::from(d)], exit.clone());
        put(&mut f.registers[usize::from(d) + 1], enter.clone());
        Ok(())
    }
}

fn put_result(f: &mut Frame, register: Reg, value: Value) {
    if register != NONE {
        put(&mut f.registers[usize::from(register)], value);
    }
}

/// An AttributeError that leaves a getter, and says nothing of what was asked for, is told by the look-up of the attribute in `f`.
fn tell_attribute(code: &Loaded, f: &Frame, getter: &Loaded, ended: &Frame, exception: &Exception) {
    let is_told = [names::OBJ, names::ATTRIBUTE_NAME].iter().any(|name| exception.attributes.slot(*name).is_some());
    let Some(Op::GetAttr { o, name, .. }) = code.ops.get(f.pc.wrapping_sub(1) as usize).filter(|_| !is_told) else { return };
    let object = match &f.registers[usize::from(*o)] {
        // A temporary has been given up: then the getter's own argument is asked, of `__get__` the second, or the third where that is None.
        Value::Unbound => match &given(getter, ended)[..] {
            [object] | [_, Value::None, object] | [_, object, _] => object.clone(),
            _ => return,
        },
        variable => variable.clone(),
    };
    exception.attributes.set_slot(names::OBJ, object);
    exception.attributes.set_slot(names::ATTRIBUTE_NAME, symbol_string(code.names[*name as usize]));
}

/// The positional arguments that a frame has got, as they are now.
fn given(code: &Loaded, f: &Frame) -> Vec<Value> {
    let named = usize::from(code.arg_count);
    let inside = |register: &Value| if let Value::Cell(cell) = register { cell.get() } else { register.clone() };
    let mut arguments: Vec<Value> = f.registers[..named].iter().map(inside).collect();
    if code.code().has_varargs
        && let Value::Tuple(rest) = inside(&f.registers[named + code.code().kwonly_count as usize])
    {
        arguments.extend(rest.items.iter().take(3).cloned());
    }
    arguments
}
