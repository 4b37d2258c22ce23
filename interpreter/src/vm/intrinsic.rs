//! Natives that the machine carries out itself, because they resume, call or look at frames.

use std::rc::Rc;

use super::resume::not_throwable;
use super::watch::Watch;
use super::{Loaded, Ret, Thrown, Vm};
use crate::Reading;
use crate::object::attribute;
use crate::object::exception::Exception;
use crate::object::frame::{Frame, Then};
use crate::object::generator::StepState;
use crate::object::native::{Answer, Intrinsic, Native, Trap, Verb};
use crate::object::operate;
use crate::object::symbol::{Symbol, names};
use crate::object::value::Value;

impl Vm<'_> {
    pub(super) fn call_intrinsic<W: Watch>(
        &mut self,
        codes: &[Loaded],
        f: &mut Box<Frame>,
        native: &'static Native,
        intrinsic: Intrinsic,
        args: Vec<Value>,
        names: &[Symbol],
        ret: Ret,
        watch: &mut W,
    ) -> Result<(), Trap> {
        if intrinsic == Intrinsic::Construct {
            let mut args = args;
            if let Some(Value::Class(class)) = args.first().cloned() {
                args.remove(0);
                return self.construct_default(codes, f, &class, args, names, ret, watch);
            }
            return Err(self.runtime.type_error("descriptor '__call__' requires a 'type' object"));
        }
        let args = self.bind_native(native, args, names)?;
        match intrinsic {
            Intrinsic::Next => self.next(codes, f, args, ret, watch),
            Intrinsic::GeneratorNext => self.resume_receiver(codes, f, &args, |_| Ok(Verb::Next), ret, watch),
            Intrinsic::Send => self.resume_receiver(codes, f, &args, |args| Ok(Verb::Send(args[1].clone())), ret, watch),
            Intrinsic::Close => self.resume_receiver(codes, f, &args, |_| Ok(Verb::Close), ret, watch),
            Intrinsic::Throw => self.throw(codes, f, args, ret, watch),
            Intrinsic::Globals => {
                let globals = self.globals(codes, f);
                self.deliver(codes, f, ret, globals, watch)
            }
            Intrinsic::Locals => {
                let locals = self.locals(codes, f);
                self.deliver(codes, f, ret, locals, watch)
            }
            Intrinsic::ExcInfo => {
                let info = self.exc_info(f);
                self.deliver(codes, f, ret, info, watch)
            }
            Intrinsic::GetFrame => {
                let frame = self.frame_at(codes, f, args.first())?;
                self.deliver(codes, f, ret, frame, watch)
            }
            Intrinsic::ReadLine => {
                let line = self.read_line(watch)?;
                self.deliver(codes, f, ret, line, watch)
            }
            Intrinsic::RunningFrame => {
                let fact = self.running_frame(codes, f, &args[0], args[1].as_str().unwrap_or_default())?;
                self.deliver(codes, f, ret, fact, watch)
            }
            Intrinsic::RunClassBody => {
                let (Some(Value::Function(body)), Some(namespace)) = (args.first(), args.get(1)) else {
                    return Err(self.runtime.type_error("a class body must be a function"));
                };
                let ret = Ret { then: Then::Class, result: ret.result, exit: 0, carried: Value::None };
                self.run_class_body(codes, f, &body.clone(), namespace.clone(), ret, watch)
            }
            _ => match (native.run)(&mut self.runtime, &args) {
                Ok(value) => self.deliver(codes, f, ret, value, watch),
                Err(trap) => self.perform_trap(codes, f, trap, ret, watch),
            },
        }
    }

    /// `next(iterator[, default])`.
    fn next<W: Watch>(&mut self, codes: &[Loaded], f: &mut Box<Frame>, args: Vec<Value>, ret: Ret, watch: &mut W) -> Result<(), Trap> {
        let default = args.get(1).filter(|default| !default.is_unbound()).cloned();
        match &args[0] {
            Value::Generator(generator) if generator.kind == crate::object::generator::GeneratorKind::Generator => {
                let verb = default.map_or(Verb::Next, Verb::NextOr);
                let generator = generator.clone();
                drop(args);
                self.resume_for(codes, f, generator, verb, ret, watch)
            }
            Value::Iter(iter) => match operate::iter_next(&mut self.runtime, iter)? {
                Some(value) => self.deliver(codes, f, ret, value, watch),
                None => match default {
                    Some(default) => self.deliver(codes, f, ret, default, watch),
                    None => Err(self.runtime.stop_iteration(Value::None)),
                },
            },
            iterator => {
                let Some(next) = attribute::special(&mut self.runtime, iterator, names::NEXT) else {
                    let kind = self.runtime.type_name(iterator);
                    return Err(self.runtime.type_error(format!("'{kind}' object is not an iterator")));
                };
                let Some(default) = default else { return self.call(codes, f, next, Vec::new(), &[], ret, watch) };
                let ret = Ret { then: Then::Default, result: ret.result, exit: 0, carried: default };
                match self.call(codes, f, next, Vec::new(), &[], Ret { carried: ret.carried.clone(), ..ret }, watch) {
                    Err(trap @ Trap::Raise(_)) => self.perform_trap(codes, f, trap, ret, watch),
                    result => result,
                }
            }
        }
    }

    /// A method of a generator, a coroutine, its wrapper, or a step of an async generator.
    fn resume_receiver<W: Watch>(
        &mut self,
        codes: &[Loaded],
        f: &mut Box<Frame>,
        args: &[Value],
        verb: impl FnOnce(&[Value]) -> Result<Verb, Trap>,
        ret: Ret,
        watch: &mut W,
    ) -> Result<(), Trap> {
        let verb = verb(args)?;
        match &args[0] {
            Value::Generator(generator) => self.resume_for(codes, f, generator.clone(), verb, ret, watch),
            Value::CoroutineWrapper(wrapper) => self.resume_for(codes, f, wrapper.coroutine.clone(), verb, ret, watch),
            Value::AsyncStep(step) => self.step(codes, f, step.clone(), verb, ret, watch),
            other => {
                let kind = self.runtime.type_name(other);
                Err(self.runtime.type_error(format!("'{kind}' object can't be resumed")))
            }
        }
    }

    /// `throw(exception)`, or `throw(type, value, traceback)`.
    fn throw<W: Watch>(&mut self, codes: &[Loaded], f: &mut Box<Frame>, args: Vec<Value>, ret: Ret, watch: &mut W) -> Result<(), Trap> {
        if let Value::AsyncStep(step) = &args[0]
            && step.state.get() == StepState::Closed
        {
            // It says so, and no exception is made.
            return self.step(codes, f, step.clone(), Verb::Next, ret, watch);
        }
        let (exception, refused) = match self.exception_to_throw(&args) {
            Ok(Some(exception)) => (exception, false),
            Ok(None) => {
                let value = args.get(2).filter(|value| !value.is_unbound()).cloned().unwrap_or(Value::None);
                let trap = self.runtime.prelude("throw_class", vec![args[0].clone(), args[1].clone(), value]);
                return self.perform_trap(codes, f, trap, ret, watch);
            }
            Err(Trap::Raise(refusal)) => (refusal, true),
            Err(trap) => return Err(trap),
        };
        let given = args[1..].iter().take_while(|argument| !argument.is_unbound()).cloned().collect();
        self.thrown = Some(Thrown { args: given, refused });
        let thrown = self.resume_receiver(codes, f, &args, |_| Ok(Verb::Throw(exception)), ret, watch);
        self.thrown = None;
        thrown
    }

    /// What the arguments of a `throw` say; None where the program's constructor makes the exception.
    fn exception_to_throw(&mut self, args: &[Value]) -> Result<Option<Rc<Exception>>, Trap> {
        let traceback = match args.get(3) {
            Some(Value::Traceback(traceback)) => Some(traceback.clone()),
            Some(Value::None | Value::Unbound) | None => None,
            Some(_) => return Err(self.runtime.type_error("throw() third argument must be a traceback object")),
        };
        let given = args.get(2).filter(|value| !value.is_unbound() && !value.is_none());
        let exception = match &args[1] {
            Value::Exception(_) if given.is_some() => {
                return Err(self.runtime.type_error("instance exception may not have a separate value"));
            }
            Value::Exception(exception) => exception.clone(),
            Value::Class(class) if self.is_exception_class(class) => match given {
                Some(Value::Exception(value)) if value.is(class) => value.clone(),
                value if self.has_plain_init(class) => {
                    let values = match value.map(operate::plain) {
                        Some(Value::Tuple(tuple)) => tuple.items.clone(),
                        _ => value.into_iter().cloned().collect(),
                    };
                    Exception::new(class.clone(), values)
                }
                _ => return Ok(None),
            },
            other => return Err(not_throwable(&self.runtime, other)),
        };
        if traceback.is_some() {
            *exception.traceback.borrow_mut() = traceback;
        }
        Ok(Some(exception))
    }

    /// What the host has to read. What was written before it is told first: a prompt, mostly.
    fn read_line<W: Watch>(&mut self, watch: &mut W) -> Answer {
        self.tell_outside(watch);
        self.input_asked = true;
        Ok(match self.host.read_line() {
            Reading::Line(line) => {
                self.runtime.reserve(line.len())?;
                Value::str(line)
            }
            Reading::End => Value::str(""),
            Reading::Nowhere => Value::None,
        })
    }

    /// The nearest frame of the program: what `globals()` and its like mean.
    fn program_frame<'a>(&self, codes: &[Loaded], f: &'a Frame) -> &'a Frame {
        let mut frame = f;
        while codes[frame.code as usize].module.name.as_ref() == "prelude"
            && let Some(back) = frame.back.as_deref()
        {
            frame = back;
        }
        frame
    }

    fn globals(&self, codes: &[Loaded], f: &Frame) -> Value {
        let frame = self.program_frame(codes, f);
        Value::Dict(codes[frame.code as usize].module.dict())
    }

    fn locals(&self, codes: &[Loaded], f: &Frame) -> Value {
        let frame = self.program_frame(codes, f);
        let code = &codes[frame.code as usize];
        match (&frame.namespace, code.kind) {
            (Some(namespace), _) => namespace.clone(),
            (None, kind) if kind.is_module() => self.globals(codes, f),
            (None, _) => Value::Dict(frame.locals(code.code())),
        }
    }

    fn exc_info(&self, f: &Frame) -> Value {
        match self.handled_now(f) {
            Some(exception) => {
                let class = Value::Class(exception.class());
                let traceback = exception.traceback.borrow().clone().map_or(Value::None, Value::Traceback);
                Value::tuple(vec![class, Value::Exception(exception), traceback])
            }
            None => Value::tuple(vec![Value::None, Value::None, Value::None]),
        }
    }
}
