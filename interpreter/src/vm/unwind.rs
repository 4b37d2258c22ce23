//! Exceptions on their way: raising, handlers, what leaves a frame and what its caller makes of it.

use std::mem::{replace, take};
use std::rc::Rc;

use super::registers::{clear_in_turn, put};
use super::watch::Watch;
use super::{Context, Culprit, End, Loaded, Vm};
use crate::library::prelude_name;
use crate::object::attribute;
use crate::object::class::Class;
use crate::object::exception::{Exception, Place, Traceback};
use crate::object::frame::{Frame, Onward, Then};
use crate::object::fuel;
use crate::object::generator::GeneratorKind;
use crate::object::heap;
use crate::object::native::{Stop, Trap};
use crate::object::operate;
use crate::object::runtime::symbol_string;
use crate::object::symbol::names;
use crate::object::value::Value;
use stillframe_front::bytecode::code::Handler;
use stillframe_front::bytecode::op::{NONE, Op, Reg};
use stillframe_front::syntax::tree::Span;

/// What going on from an exception to its context costs in fuel.
const LINK: u64 = 3;

/// What carrying an exception through a frame costs in fuel.
const FRAME: u64 = 4;

impl<W: Watch> Context<'_, '_, W> {
    /// What a trap means to the frame it happened in: an exception unwinds, a limit ends the run.
    #[cold]
    pub(super) fn handle(&mut self, trap: Trap) -> Result<(), End> {
        let mut trap = trap;
        loop {
            match trap {
                Trap::Raise(exception) => {
                    if !replace(&mut self.frame.thrown_into, false) {
                        self.chain_context(&exception)?;
                    }
                    return self.unwind(exception, true);
                }
                Trap::Request(request) => match self.perform(*request, Then::Discard) {
                    Ok(()) => return Ok(()),
                    Err(next) => trap = next,
                },
                Trap::Reraise(exception) => return self.unwind(exception, false),
                Trap::Stop(stop) => return Err((*stop).into()),
            }
        }
    }

    /// Carries an exception to its handler, ending the frames on its way. `fresh`: it was raised here, not raised again.
    fn unwind(&mut self, mut exception: Rc<Exception>, mut fresh: bool) -> Result<(), End> {
        loop {
            fuel::burn(FRAME)?;
            let code = &self.codes[self.frame.code as usize];
            if fresh {
                self.vm.add_traceback(code, &mut self.frame, &exception);
                self.tell(|w, view, frame| w.exception(view, frame, &exception, false));
            }
            fresh = true;
            if self.enter_handler(code, &exception) {
                return Ok(());
            }
            if self.drops_something_dying(code, &exception) {
                self.wait_to_raise(exception, Onward::Leave);
                return Ok(());
            }
            match self.leave_frame(exception)? {
                None => return Ok(()),
                Some(next) if heap::is_dying() => {
                    self.wait_to_raise(next, Onward::Raise);
                    return Ok(());
                }
                Some(next) => exception = next,
            }
        }
    }

    /// The exception goes on when what is dying has been finalised.
    pub(super) fn wait_to_raise(&mut self, exception: Rc<Exception>, onward: Onward) {
        self.wait(Value::Exception(exception), onward);
    }

    /// The frame goes on when what is dying has been finalised.
    pub(super) fn wait(&mut self, raising: Value, onward: Onward) {
        self.frame.raising = raising;
        self.frame.onward = onward;
        self.vm.raising += 1;
    }

    /// The frame goes on at that instruction. What is dying is finalised where it still stands.
    pub(super) fn jump(&mut self, target: u32) {
        if heap::is_dying() {
            return self.wait(Value::None, Onward::Jump(target));
        }
        self.frame.pc = target;
    }

    /// CPython drops what a frame has on its stack before an exception leaves it: whether something has to run as it dies. What lies above an
    /// exception that the frame handles goes while that is handled still.
    fn drops_something_dying(&mut self, code: &Loaded, exception: &Exception) -> bool {
        let start = usize::from(code.temp_start);
        // An exception may lie in several: that of an `except*` does.
        let mut top = code.registers - start;
        while let Value::Exception(handled) = &self.frame.handled {
            exception.settle();
            let temporaries = &mut self.frame.registers[start..code.registers];
            let is_handled = |value: &Value| matches!(value, Value::Exception(other) if Rc::ptr_eq(other, handled));
            let at = temporaries[..top].iter().rposition(is_handled);
            if let Some(at) = at {
                top = at;
                clear_in_turn(temporaries[at + 1..].iter_mut().rev());
                if heap::is_dying() {
                    return true;
                }
            }
            let outer = at.and_then(|at| handled_below(code, &self.frame.registers, start + at)).unwrap_or(Value::Unbound);
            self.vm.set_handled(&mut self.frame.handled, outer);
        }
        clear_in_turn(self.frame.registers[start..code.registers].iter_mut().rev());
        heap::is_dying()
    }

    /// What was dying has been finalised: the frame that waited goes on, or the exception in it.
    pub(super) fn go_on_waiting(&mut self) -> Result<(), End> {
        let raising = self.frame.raising.take();
        if raising.is_unbound() {
            return Ok(());
        }
        self.vm.raising -= 1;
        let Value::Exception(exception) = raising else {
            match self.frame.onward {
                Onward::LeaveFor(exit) => self.leave_for(exit),
                Onward::Jump(target) => self.jump(target),
                Onward::Yield(register) => {
                    let value = self.frame.registers[usize::from(register)].take();
                    if let Err(trap) = self.delegate_yields(register, value) {
                        return self.handle(trap);
                    }
                }
                _ => {}
            }
            return Ok(());
        };
        if self.frame.passed_by {
            self.reach_passed_by(&exception)?;
            return self.unwind(exception, true);
        }
        match self.frame.onward {
            Onward::Raise => return self.unwind(exception, true),
            Onward::Handler { has_line } => {
                self.handle_in(&self.codes[self.frame.code as usize], exception, has_line);
                return Ok(());
            }
            Onward::Leave | Onward::LeaveFor(_) | Onward::Jump(_) | Onward::Yield(_) => {}
        }
        if self.drops_something_dying(&self.codes[self.frame.code as usize], &exception) {
            self.wait_to_raise(exception, Onward::Leave);
            return Ok(());
        }
        match self.leave_frame(exception)? {
            Some(next) if heap::is_dying() => self.wait_to_raise(next, Onward::Raise),
            Some(next) => return self.unwind(next, true),
            None => {}
        }
        Ok(())
    }

    /// The exception leaves the frame; what it means to the caller, which runs now: nothing more, or an exception there.
    fn leave_frame(&mut self, exception: Rc<Exception>) -> Result<Option<Rc<Exception>>, End> {
        let code = &self.codes[self.frame.code as usize];
        let exception = self.convert_stop(exception);
        self.tell(|w, view, frame| w.fail(view, frame, frame.back.as_deref(), &exception));
        let Some(mut ended) = self.leave() else { return Err(End::Raised(exception)) };
        let then = take(&mut ended.then);
        if matches!(then, Then::Store { .. }) && exception.is(&self.vm.runtime.classes.attribute_error) {
            tell_attribute(&self.codes[self.frame.code as usize], &self.frame, code, &ended, &exception);
        }
        let (generator, step) = (ended.generator.take(), ended.step.take());
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
        match step {
            Some(step) => self.step_raised(then, &step, exception),
            None => self.raised(then, exception, is_generator),
        }
    }

    /// Goes to the innermost handler round the instruction before `pc`, if there is one. What the frame had at hand is finalised before it is
    /// there: the frame still stands where the exception was raised.
    fn enter_handler(&mut self, code: &Loaded, exception: &Rc<Exception>) -> bool {
        let at = self.frame.pc.wrapping_sub(1);
        let Some(handler) = handler_round(code, at) else { return false };
        let has_line = match code.ops.get(at as usize) {
            Some(Op::Reraise { s, line }) if s == line => false,
            Some(Op::Reraise { line, .. }) if *line != NONE => matches!(self.frame.registers[usize::from(*line)], Value::Int(_)),
            _ => true,
        };
        clear_in_turn(self.frame.registers[usize::from(handler.exception)..code.registers].iter_mut().rev());
        if heap::is_dying() {
            self.wait_to_raise(exception.clone(), Onward::Handler { has_line });
        } else {
            self.handle_in(code, exception.clone(), has_line);
        }
        true
    }

    /// The frame goes on in the handler round the instruction before `pc`.
    fn handle_in(&mut self, code: &Loaded, exception: Rc<Exception>, has_line: bool) {
        let Some(handler) = handler_round(code, self.frame.pc.wrapping_sub(1)) else { return };
        exception.settle();
        let handled = if handler.handling == NONE { Value::Unbound } else { self.frame.registers[usize::from(handler.handling)].clone() };
        self.vm.set_handled(&mut self.frame.handled, handled);
        put(&mut self.frame.registers[usize::from(handler.exception)], Value::Exception(exception));
        if handler.line != NONE {
            let place = i64::from(self.stands_behind(code)) << 32 | i64::from(self.frame.line);
            put(&mut self.frame.registers[usize::from(handler.line)], if has_line { Value::Int(place) } else { Value::None });
            if !has_line {
                // So the handler's line is told, whichever was told before.
                self.frame.line = 0;
            }
        }
        self.frame.pc = handler.target;
    }

    /// Behind which instruction an exception was raised, also if it is raised again behind a `finally` or a `with`.
    fn stands_behind(&self, code: &Loaded) -> u32 {
        match code.ops.get(self.frame.pc.wrapping_sub(1) as usize) {
            Some(Op::Reraise { s, line }) if *line != NONE && line != s => self.frame.stood,
            _ => self.frame.pc,
        }
    }

    /// `Caught`.
    pub(super) fn tell_caught(&mut self, s: Reg) -> Result<(), Trap> {
        self.tell(|w, view, frame| {
            if let Value::Exception(exception) = &frame.registers[usize::from(s)] {
                w.exception(view, frame, exception, true);
            }
        });
        Ok(())
    }

    /// StopIteration must not leave a generator (PEP 479): it becomes a RuntimeError.
    fn convert_stop(&mut self, exception: Rc<Exception>) -> Rc<Exception> {
        let Some(generator) = &self.frame.generator else { return exception };
        let classes = &self.vm.runtime.classes;
        let kind = generator.kind;
        let what = if exception.is(&classes.stop_iteration) {
            "StopIteration"
        } else if kind == GeneratorKind::AsyncGenerator && exception.is(&classes.stop_async_iteration) {
            "StopAsyncIteration"
        } else {
            return exception;
        };
        let error = self.vm.runtime.exception(&classes.runtime_error, format!("{} raised {what}", kind.word()));
        *error.cause.borrow_mut() = Value::Exception(exception.clone());
        *error.context.borrow_mut() = Value::Exception(exception);
        error.suppress_context.set(true);
        error
    }

    /// The exception handled now, by the innermost frame on the stack that handles one.
    pub(super) fn handled_now(&self) -> Option<Rc<Exception>> {
        if self.vm.handling == 0 {
            return None;
        }
        let mut frame = Some(&*self.frame);
        while let Some(current) = frame {
            match &current.handled {
                Value::Exception(exception) if !current.passed_by => return Some(exception.clone()),
                _ => frame = current.back.as_deref(),
            }
        }
        None
    }

    /// Makes what is being handled the context of a new exception.
    pub(super) fn chain_context(&mut self, exception: &Rc<Exception>) -> Result<(), Stop> {
        self.handled_now().map_or(Ok(()), |handled| self.vm.chain(handled, exception))
    }

    /// The same for one thrown into the running frame: what its resumer handles has no part in it.
    pub(super) fn chain_thrown(&mut self, exception: &Rc<Exception>) -> Result<(), Stop> {
        self.frame.thrown_into = true;
        if let Value::Exception(handled) = &self.frame.handled { self.vm.chain(handled.clone(), exception) } else { Ok(()) }
    }

    /// `raise s from cause`.
    pub(super) fn raise(&mut self, s: Reg, cause: Reg) -> Result<(), Trap> {
        let code = &self.codes[self.frame.code as usize];
        let value = self.take_operand(code, s)?;
        let cause = if cause == NONE { Value::Unbound } else { self.take_operand(code, cause)? };
        let exception = match &value {
            Value::Exception(exception) => exception.clone(),
            Value::Class(class) if self.vm.is_exception_class(class) => {
                if self.vm.has_plain_init(class) {
                    Exception::new(class.clone(), Vec::new())
                } else {
                    return self.raise_by_prelude(value, cause);
                }
            }
            _ => return Err(self.vm.runtime.type_error("exceptions must derive from BaseException")),
        };
        exception.note_change();
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
            Value::Class(ref class) if self.vm.is_exception_class(class) => return self.raise_by_prelude(value, cause),
            _ => return Err(self.vm.runtime.type_error("exception causes must derive from BaseException")),
        }
        Err(Trap::Raise(exception))
    }

    /// Raising a class whose constructor is the program's: the prelude calls it and raises.
    fn raise_by_prelude(&mut self, value: Value, cause: Value) -> Result<(), Trap> {
        let (name, args) =
            if cause.is_unbound() { (prelude_name("raise_value"), vec![value]) } else { (prelude_name("raise_from"), vec![value, cause]) };
        let trap = self.vm.runtime.prelude(name, args);
        self.perform_trap(trap, Then::Discard)
    }

    /// Takes an operand that is a temporary, copies one that is a variable.
    pub(super) fn take_operand(&mut self, code: &Loaded, s: Reg) -> Result<Value, Trap> {
        let register = &mut self.frame.registers[usize::from(s)];
        if register.is_unbound() {
            return Err(self.vm.unbound(code, s));
        }
        Ok(if s >= code.temp_start { register.take() } else { register.clone() })
    }

    /// `raise` alone.
    pub(super) fn raise_bare(&mut self) -> Result<(), Trap> {
        Err(match self.handled_now() {
            Some(exception) => Trap::Reraise(exception),
            None => self.vm.runtime.runtime_error("No active exception to reraise"),
        })
    }

    /// `except*`: the parts of an exception that match and that do not; the prelude splits groups.
    pub(super) fn split_group(&mut self, exception: Value, class: Value) -> Result<(), Trap> {
        let trap = self.vm.runtime.prelude("split_group", vec![exception, class]);
        self.perform_trap(trap, Then::Unpack)
    }

    /// The exit function of a `with`, called with an exception's type, value and traceback, or with three times None.
    pub(super) fn call_exit(&mut self, d: Reg, exit: Reg, s: Reg) -> Result<(), Trap> {
        // After an exception it stays, and with it the manager, until that is dealt with.
        let function =
            if s == NONE { self.frame.registers[usize::from(exit)].take() } else { self.frame.registers[usize::from(exit)].clone() };
        let args = if s == NONE {
            vec![Value::None, Value::None, Value::None]
        } else {
            let value = self.frame.registers[usize::from(s)].clone();
            let (class, traceback) = match &value {
                Value::Exception(exception) => {
                    let traceback = exception.traceback.borrow().clone().map_or(Value::None, Value::Traceback);
                    (Value::Class(exception.class()), traceback)
                }
                _ => (Value::None, Value::None),
            };
            vec![class, value, traceback]
        };
        self.call(function, args, &[], Then::Store { into: d })
    }

    /// The bound exit and enter functions of a context manager.
    pub(super) fn load_with(&mut self, d: Reg, s: Reg, is_async: bool) -> Result<(), Trap> {
        let manager = self.take_operand(&self.codes[self.frame.code as usize], s)?;
        let (enter_name, exit_name) = if is_async { (names::AENTER, names::AEXIT) } else { (names::ENTER, names::EXIT) };
        let enter = attribute::special(&mut self.vm.runtime, &manager, enter_name);
        let exit = attribute::special(&mut self.vm.runtime, &manager, exit_name);
        let complaint = (enter.is_none() || exit.is_none()).then(|| {
            let kind = self.vm.runtime.type_name(&manager);
            let protocol = if is_async { "asynchronous context manager" } else { "context manager" };
            let missed =
                if enter.is_some() { if is_async { " (missed __aexit__ method)" } else { " (missed __exit__ method)" } } else { "" };
            format!("'{kind}' object does not support the {protocol} protocol{missed}")
        });
        let must_ask = |method: &Option<Value>| method.as_ref().is_some_and(|method| attribute::getter_of(method).is_some());
        if must_ask(&enter) || enter.is_some() && must_ask(&exit) {
            let [enter, exit] = [enter, exit].map(|method| method.unwrap_or(Value::None));
            let trap = self.vm.runtime.prelude("with_methods", vec![manager, enter, exit, complaint.map_or(Value::None, Value::str)]);
            return self.perform_trap(trap, Then::Unpack);
        }
        let (Some(enter), Some(exit)) = (&enter, &exit) else {
            return Err(self.vm.runtime.type_error(complaint.unwrap_or_default()));
        };
        put(&mut self.frame.registers[usize::from(d)], exit.clone());
        put(&mut self.frame.registers[usize::from(d) + 1], enter.clone());
        Ok(())
    }
}

impl Vm<'_> {
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
            Some(Culprit::Name(name)) => self.places_of_name(whole, &name).first().copied(),
            Some(Culprit::Assigned(name)) => {
                let before = Span { column: 0, end_line: whole.line, end_column: whole.column, ..whole };
                self.places_of_name(before, &name).last().copied()
            }
            None => None,
        };
        let span = f.standing(object).or(part).unwrap_or(whole);
        let generator = f.generator.clone();
        let variables = f.shared(generator.as_ref()).clone();
        let next = exception.traceback.take();
        *exception.traceback.borrow_mut() = Some(Traceback::new(Place { code: f.code, span }, variables, next));
    }

    /// Where in a stretch of one line of the program a name stands.
    fn places_of_name(&self, within: Span, name: &str) -> Vec<Span> {
        let line = (within.line as usize).checked_sub(1).and_then(|at| self.runtime.source.lines().nth(at));
        let line: Vec<char> = line.unwrap_or_default().chars().collect();
        let end = if within.end_line == within.line { (within.end_column as usize).min(line.len()) } else { line.len() };
        let name: Vec<char> = name.chars().collect();
        let is_part = |at: usize| line.get(at).is_some_and(|c| c.is_alphanumeric() || *c == '_');
        let stands = |at: &usize| line[*at..].starts_with(&name) && !is_part(at + name.len()) && (*at == 0 || !is_part(at - 1));
        let span = |at: usize| Span { line: within.line, column: at as u32, end_line: within.line, end_column: (at + name.len()) as u32 };
        (within.column as usize..end).filter(stands).map(span).collect()
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
                link.note_change();
                *link.context.borrow_mut() = Value::None;
                break;
            }
            if Rc::ptr_eq(&next, &handled) {
                break;
            }
            link = next;
        }
        exception.note_change();
        let old = replace(&mut *exception.context.borrow_mut(), Value::Exception(handled));
        drop(old);
        Ok(())
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
}

/// The innermost handler round an instruction.
fn handler_round(code: &Loaded, at: u32) -> Option<Handler> {
    code.code().handlers.iter().find(|handler| handler.start <= at && at < handler.end).copied()
}

/// The exception that a frame handles outside of the one in that register.
fn handled_below(code: &Loaded, registers: &[Value], top: usize) -> Option<Value> {
    let is_of_handler = |at: &usize| code.code().handlers.iter().any(|handler| usize::from(handler.exception) == *at);
    let below = (usize::from(code.temp_start)..top).rev().filter(is_of_handler);
    below.map(|at| &registers[at]).find(|value| matches!(value, Value::Exception(_))).cloned()
}

/// An AttributeError that leaves a getter, and says nothing of what was asked for, gets it from the instruction that looks the attribute up in `f`.
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
    exception.note_change();
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
