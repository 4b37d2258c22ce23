//! What runs as it dies: suspended generators are closed, `__del__` is called, coroutines never awaited are told. Between two
//! instructions, in CPython's order.

use std::rc::Rc;

use super::watch::Watch;
use super::{Context, Culprit, End, Loaded, Vm};
use crate::Stream;
use crate::limits::Limit;
use crate::object::attribute;
use crate::object::exception::Exception;
use crate::object::frame::{Frame, Then};
use crate::object::fuel;
use crate::object::generator::{Generator, GeneratorKind, Remains, State};
use crate::object::heap::{self, Dying};
use crate::object::native::{Trap, Verb};
use crate::object::runtime::symbol_of;
use crate::object::symbol::names;
use crate::object::value::Value;
use stillframe_front::bytecode::op::{NONE, Op, Reg};

/// What the end of a generator that never began costs in fuel: it may be warned of.
const UNSTARTED: u64 = 16;

impl<W: Watch> Context<'_, '_, W> {
    /// Something waits: a limit was passed, something is dying, or a builtin was changed.
    #[cold]
    pub(super) fn attend(&mut self) -> Result<(), End> {
        if self.vm.runtime.builtins.take_changed() {
            return Err(End::Relink);
        }
        heap::attended();
        if heap::over_limit() {
            return Err(End::Limit(Limit::Memory));
        }
        if heap::too_many_generators() {
            return Err(End::Limit(Limit::Frames));
        }
        if let Err(stop) = heap::burn_buried() {
            self.handle(stop.into())?;
        }
        loop {
            heap::drain_dying(&mut self.vm.dying);
            let under_way = self.vm.waiting.len();
            if self.vm.dying.len() <= self.vm.waiting.last().copied().unwrap_or(0) {
                break;
            }
            let Some(dying) = self.vm.dying.pop() else { break };
            self.vm.waiting.push(self.vm.dying.len());
            let depth = self.vm.depth;
            match self.finalise(dying) {
                Ok(()) if self.vm.depth > depth => {}
                Ok(()) => self.vm.waiting.truncate(under_way),
                // A frame was put on the stack and an exception thrown into it.
                Err(trap @ Trap::Raise(_)) if self.vm.depth > depth => self.handle(trap)?,
                Err(Trap::Raise(exception)) => {
                    if let Err(trap) = self.unraisable(exception, Value::Unbound) {
                        self.handle(trap)?;
                    }
                }
                Err(trap) => self.handle(trap)?,
            }
            if self.vm.depth > depth {
                return Ok(());
            }
        }
        self.go_on_waiting()
    }

    /// Begins the end of one object.
    fn finalise(&mut self, dying: Dying) -> Result<(), Trap> {
        match dying {
            Dying::Left(children) => {
                heap::burn_buried()?;
                heap::bury_left(children);
                Ok(())
            }
            Dying::Unstarted { frame_id, coroutine } => {
                fuel::note(UNSTARTED);
                self.tell(|w, view, stack| w.drop_unstarted(view, stack, frame_id, false));
                match coroutine {
                    Some((name, origin)) => self.warn_never_awaited(&name.text, &origin),
                    None => Ok(()),
                }
            }
            Dying::Generator(frame, remains) => {
                let Remains { kind, awaitable, name, qualname, finaliser } = remains;
                let generator = Generator::new(kind, awaitable, name, qualname, frame);
                if generator.kind == GeneratorKind::AsyncGenerator && !finaliser.is_none() {
                    generator.finalised.set(true);
                    return self.call(finaliser, vec![Value::Generator(generator)], &[], Then::Finalise(Value::Unbound));
                }
                let object = Value::Generator(generator.clone());
                self.resume(generator, Verb::Close, Then::Finalise(object))
            }
            Dying::Collected(generator) => {
                let (finaliser, object) = (generator.take_finaliser(), Value::Generator(generator.clone()));
                if generator.kind == GeneratorKind::AsyncGenerator && !finaliser.is_none() {
                    return self.call(finaliser, vec![object], &[], Then::Finalise(Value::Unbound));
                }
                self.resume(generator, Verb::Close, Then::Finalise(object))
            }
            Dying::Callback(reference) => {
                let callback = reference.callback.take();
                self.call(callback.clone(), vec![reference.value()], &[], Then::Finalise(callback))
            }
            Dying::Instance(instance) => self.call_finaliser(Value::Instance(instance)),
        }
    }

    /// Calls `__del__` as any special method is called.
    fn call_finaliser(&mut self, object: Value) -> Result<(), Trap> {
        let class = self.vm.runtime.class_of(&object);
        let Some(found) = class.lookup(names::DEL) else { return Ok(()) };
        if matches!(&found, Value::Function(function) if !function.is_builtin()) {
            return self.call(found.clone(), vec![object], &[], Then::Finalise(found));
        }
        let Some(method) = attribute::special(&mut self.vm.runtime, &object, names::DEL) else { return Ok(()) };
        let told = if attribute::getter_of(&method).is_some() { found } else { method.clone() };
        self.call(method, Vec::new(), &[], Then::Finalise(told))
    }

    /// What a finaliser raised has been told. A generator that has yielded instead of ending goes as it is.
    pub(super) fn told(&mut self, object: Value) {
        if let Value::Generator(generator) = &object
            // Otherwise it sleeps on, in a cycle.
            && Rc::strong_count(generator) == 1
        {
            let caught = generator.look(|frame| {
                let frame = frame?;
                self.tell(|w, view, _| w.pass_by(view, frame, State::Closed));
                Some(caught_by_except(self.codes, frame))
            });
            generator.abandon(caught.unwrap_or(NONE));
        }
        drop(object);
        self.vm.finalised();
    }

    /// An exception nobody can catch, of a finaliser of `object`: told on standard error.
    pub(super) fn unraisable(&mut self, exception: Rc<Exception>, object: Value) -> Result<(), Trap> {
        let (name, then) = (object.clone(), Then::Told(object));
        let name = if name.is_unbound() { Value::None } else { name };
        if exception.traceback.borrow().is_none() {
            let frame = at_work(self.codes, &mut self.frame);
            self.vm.culprit = assigned_name(&self.codes[frame.code as usize], frame);
            self.vm.add_traceback(&self.codes[frame.code as usize], frame, &exception);
        }
        let trap = self.vm.runtime.prelude("unraisable", vec![Value::Exception(exception), name]);
        self.perform_trap(trap, then).inspect_err(|_| self.vm.finalised())
    }

    /// Tells of a coroutine that was never awaited, once a line; by the module `warnings` where the program has it, as it may wish otherwise.
    fn warn_never_awaited(&mut self, name: &str, origin: &Value) -> Result<(), Trap> {
        let message = format!("coroutine '{name}' was never awaited{}", self.vm.origin_text(origin));
        let line = self.line_of_program();
        let is_early = self.vm.runtime.has_warnings();
        if let Some(warn) = self.vm.runtime.modules.get("warnings").and_then(|module| module.get(symbol_of("_never_awaited"))) {
            let line = line.map_or(Value::None, |line| Value::Int(i64::from(line)));
            let args = vec![Value::str(name), Value::str(message), line, Value::bool(is_early)];
            return self.call(warn.clone(), args, &[], Then::Finalise(warn));
        }
        if !self.vm.runtime.note_never_awaited(line.unwrap_or(0), &message) {
            return Ok(());
        }
        // What a compiler adds has no line: CPython writes -1.
        let place = line.map_or("sys:1".to_owned(), |line| format!("main.py:{}", if line == 0 { -1 } else { i64::from(line) }));
        let mut text = format!("{place}: RuntimeWarning: {message}\n");
        let source = line.map(|line| self.vm.source_line(line)).unwrap_or_default();
        if !source.is_empty() {
            text.push_str(&format!("  {source}\n"));
        }
        if is_early {
            text.push_str("RuntimeWarning: Enable tracemalloc to get the object allocation traceback\n");
        }
        self.vm.runtime.write(Stream::Err, &text)
    }

    /// The line of the innermost frame of the program, 0 where that stands on none. None: the program is over.
    fn line_of_program(&self) -> Option<u32> {
        let mut frame = &*self.frame;
        while self.codes[frame.code as usize].library {
            frame = frame.back.as_deref()?;
        }
        let code = &self.codes[frame.code as usize];
        Some(code.code().spans.get((frame.pc as usize).wrapping_sub(1)).map_or(0, |span| span.line))
    }
}

impl Vm<'_> {
    /// A finaliser has ended: the next one may begin.
    pub(super) fn finalised(&mut self) {
        self.waiting.pop();
        if !self.dying.is_empty() || self.raising > 0 {
            heap::call_for_attention();
        }
    }

    /// Where a coroutine was made, as the warning shows it: the calls that led there, the first one first.
    fn origin_text(&self, origin: &Value) -> String {
        let Value::Tuple(calls) = origin else { return String::new() };
        let mut text = String::from("\nCoroutine created at (most recent call last)");
        for call in calls.items.iter().rev() {
            if let Value::Tuple(call) = call
                && let [_, Value::Int(line), name] = &call.items[..]
            {
                let name = name.as_str().unwrap_or_default();
                text.push_str(&format!("\n  File \"main.py\", line {line}, in {name}"));
                let source = self.source_line(*line as u32);
                if !source.is_empty() {
                    text.push_str(&format!("\n    {source}"));
                }
            }
        }
        text
    }

    /// A line of the program, without its indentation.
    pub(super) fn source_line(&self, line: u32) -> String {
        self.runtime.source.lines().nth((line as usize).wrapping_sub(1)).unwrap_or_default().trim().to_owned()
    }
}

/// The variable that the frame's instruction assigns: what died may have been its value.
fn assigned_name(code: &Loaded, frame: &Frame) -> Option<Culprit> {
    let op = code.code().ops.get((frame.pc as usize).wrapping_sub(1))?;
    // A `del` stands where the name does.
    let register = op.written().filter(|_| !matches!(op, Op::DeleteFast { .. }))?;
    let name = code.code().var_names.get(usize::from(register))?;
    Some(Culprit::Assigned(name.as_ref().into()))
}

/// The innermost frame on the stack that really runs. What the prelude does stands for something that has no frame.
fn at_work<'a>(codes: &[Loaded], frame: &'a mut Frame) -> &'a mut Frame {
    let mut frame = frame;
    while (frame.passed_by || &*codes[frame.code as usize].module.name == "prelude") && frame.back.is_some() {
        frame = frame.back.as_deref_mut().expect("it was looked at");
    }
    frame
}

/// The register of the exception that an `except` handles where the frame sleeps, or NONE.
fn caught_by_except(codes: &[Loaded], frame: &Frame) -> Reg {
    match codes[frame.code as usize].code().ops.get((frame.pc as usize).wrapping_sub(1)) {
        Some(Op::Yield { caught, .. } | Op::YieldAsync { caught, .. } | Op::YieldFrom { caught, .. } | Op::Await { caught, .. }) => *caught,
        _ => NONE,
    }
}
