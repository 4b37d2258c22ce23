//! What runs as it dies: suspended generators are closed, `__del__` is called, coroutines never awaited are told. Between two
//! instructions, in CPython's order.

use std::rc::Rc;

use super::watch::Watch;
use super::{Culprit, End, Loaded, Ret, Vm};
use crate::Stream;
use crate::limits::Limit;
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

impl Vm<'_> {
    /// Something waits: a limit was passed, something is dying, or a builtin was changed.
    #[cold]
    pub(super) fn attend<W: Watch>(&mut self, codes: &[Loaded], f: &mut Box<Frame>, watch: &mut W) -> Result<(), End> {
        if self.runtime.builtins.take_changed() {
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
            self.handle(codes, f, stop.into(), watch)?;
        }
        loop {
            heap::drain_dying(&mut self.dying);
            let under_way = self.waiting.len();
            if self.dying.len() <= self.waiting.last().copied().unwrap_or(0) {
                break;
            }
            let Some(dying) = self.dying.pop() else { break };
            self.waiting.push(self.dying.len());
            let depth = self.depth;
            match self.finalise(codes, f, dying, watch) {
                Ok(()) if self.depth > depth => {}
                Ok(()) => self.waiting.truncate(under_way),
                // A frame was put on the stack and an exception thrown into it.
                Err(trap @ Trap::Raise(_)) if self.depth > depth => self.handle(codes, f, trap, watch)?,
                Err(Trap::Raise(exception)) => {
                    if let Err(trap) = self.unraisable(codes, f, exception, Value::Unbound, watch) {
                        self.handle(codes, f, trap, watch)?;
                    }
                }
                Err(trap) => self.handle(codes, f, trap, watch)?,
            }
            if self.depth > depth {
                return Ok(());
            }
        }
        self.go_on_waiting(codes, f, watch)
    }

    /// Begins the end of one object.
    fn finalise<W: Watch>(&mut self, codes: &[Loaded], f: &mut Box<Frame>, dying: Dying, watch: &mut W) -> Result<(), Trap> {
        let ret = |carried| Ret { then: Then::Finalise, result: NONE, exit: 0, carried };
        match dying {
            Dying::Left(children) => {
                heap::burn_buried()?;
                heap::bury_left(children);
                Ok(())
            }
            Dying::Unstarted { frame_id, coroutine } => {
                fuel::note(UNSTARTED);
                self.watch(codes, watch, |w, view| w.drop_unstarted(view, frame_id));
                match coroutine {
                    Some((name, origin)) => self.warn_never_awaited(codes, f, &name.text, &origin, watch),
                    None => Ok(()),
                }
            }
            Dying::Generator(frame, remains) => {
                let Remains { kind, awaitable, name, qualname, finaliser } = remains;
                let generator = Generator::new(kind, awaitable, name, qualname, frame);
                if generator.kind == GeneratorKind::AsyncGenerator && !finaliser.is_none() {
                    generator.finalised.set(true);
                    return self.call(codes, f, finaliser, vec![Value::Generator(generator)], &[], ret(Value::Unbound), watch);
                }
                let object = Value::Generator(generator.clone());
                self.resume(codes, f, generator, Verb::Close, ret(object), watch)
            }
            Dying::Collected(generator) => {
                let (finaliser, object) = (generator.take_finaliser(), Value::Generator(generator.clone()));
                if generator.kind == GeneratorKind::AsyncGenerator && !finaliser.is_none() {
                    return self.call(codes, f, finaliser, vec![object], &[], ret(Value::Unbound), watch);
                }
                self.resume(codes, f, generator, Verb::Close, ret(object), watch)
            }
            Dying::Callback(reference) => {
                let callback = reference.callback.take();
                self.call(codes, f, callback.clone(), vec![Value::WeakRef(reference)], &[], ret(callback), watch)
            }
            Dying::Instance(instance) => {
                let class = instance.class();
                let Some(method) = class.lookup(names::DEL) else { return Ok(()) };
                self.call(codes, f, method.clone(), vec![Value::Instance(instance)], &[], ret(method), watch)
            }
        }
    }

    /// A finaliser has ended: the next one may begin.
    pub(super) fn finalised(&mut self) {
        self.waiting.pop();
        if !self.dying.is_empty() || self.raising > 0 {
            heap::call_for_attention();
        }
    }

    /// What a finaliser raised has been told. A generator that has yielded instead of ending goes as it is.
    pub(super) fn told<W: Watch>(&mut self, codes: &[Loaded], object: Value, watch: &mut W) {
        if let Value::Generator(generator) = &object
            // Otherwise it sleeps on, in a cycle.
            && Rc::strong_count(generator) == 1
        {
            let caught = generator.look(|frame| {
                let frame = frame?;
                self.watch(codes, watch, |w, view| w.pass_by(view, frame, State::Closed));
                Some(caught_by_except(codes, frame))
            });
            generator.abandon(caught.unwrap_or(NONE));
        }
        drop(object);
        self.finalised();
    }

    /// An exception nobody can catch, of a finaliser of `object`: told on standard error.
    pub(super) fn unraisable<W: Watch>(
        &mut self,
        codes: &[Loaded],
        f: &mut Box<Frame>,
        exception: Rc<Exception>,
        object: Value,
        watch: &mut W,
    ) -> Result<(), Trap> {
        let (name, ret) = (object.clone(), Ret { then: Then::Told, result: NONE, exit: 0, carried: object });
        let name = if name.is_unbound() { Value::None } else { name };
        if exception.traceback.borrow().is_none() {
            let frame = at_work(codes, f);
            self.culprit = assigned_name(&codes[frame.code as usize], frame);
            self.add_traceback(&codes[frame.code as usize], frame, &exception);
        }
        let trap = self.runtime.prelude("unraisable", vec![Value::Exception(exception), name]);
        self.perform_trap(codes, f, trap, ret, watch).inspect_err(|_| self.finalised())
    }

    /// Tells of a coroutine that was never awaited, once a line; by the module `warnings` where the program has it, as it may wish otherwise.
    fn warn_never_awaited<W: Watch>(
        &mut self,
        codes: &[Loaded],
        f: &mut Box<Frame>,
        name: &str,
        origin: &Value,
        watch: &mut W,
    ) -> Result<(), Trap> {
        let message = format!("coroutine '{name}' was never awaited{}", self.origin_text(origin));
        let mut frame = &**f;
        while codes[frame.code as usize].library {
            let Some(back) = frame.back.as_deref() else {
                // The program is over: there is no line to show.
                if !self.runtime.note_never_awaited(0, &message) {
                    return Ok(());
                }
                let text = format!("sys:1: RuntimeWarning: {message}\n");
                return self.runtime.write(Stream::Err, &text);
            };
            frame = back;
        }
        let code = &codes[frame.code as usize];
        let line = code.code().spans.get((frame.pc as usize).wrapping_sub(1)).map_or(0, |span| span.line);
        if let Some(warn) = self.runtime.modules.get("warnings").and_then(|module| module.get(symbol_of("_never_awaited"))) {
            let args = vec![Value::str(name), Value::str(message), Value::Int(i64::from(line))];
            let ret = Ret { then: Then::Finalise, result: NONE, exit: 0, carried: warn.clone() };
            return self.call(codes, f, warn, args, &[], ret, watch);
        }
        if !self.runtime.note_never_awaited(line, &message) {
            return Ok(());
        }
        let source = self.source_line(line);
        let mut text = format!("main.py:{line}: RuntimeWarning: {message}\n");
        if !source.is_empty() {
            text.push_str(&format!("  {source}\n"));
        }
        text.push_str("RuntimeWarning: Enable tracemalloc to get the object allocation traceback\n");
        self.runtime.write(Stream::Err, &text)
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
    let register = code.code().ops.get((frame.pc as usize).wrapping_sub(1))?.written()?;
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
