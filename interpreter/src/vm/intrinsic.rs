//! Natives that the machine carries out itself, because they resume, call or look at frames.

use std::rc::Rc;

use super::watch::Watch;
use super::{Context, Thrown, Vm};
use crate::Reading;
use crate::object::attribute;
use crate::object::exception::Exception;
use crate::object::frame::{Frame, Then};
use crate::object::generator::StepState;
use crate::object::native::{Answer, Intrinsic, Native, Trap, Verb};
use crate::object::operate;
use crate::object::symbol::{Symbol, names};
use crate::object::value::Value;

impl<W: Watch> Context<'_, '_, W> {
    pub(super) fn call_intrinsic(
        &mut self,
        native: &'static Native,
        intrinsic: Intrinsic,
        args: Vec<Value>,
        names: &[Symbol],
        then: Then,
    ) -> Result<(), Trap> {
        if intrinsic == Intrinsic::Construct {
            let mut args = args;
            if let Some(Value::Class(class)) = args.first().cloned() {
                args.remove(0);
                return self.construct_default(&class, args, names, then);
            }
            return Err(self.vm.runtime.type_error("descriptor '__call__' requires a 'type' object"));
        }
        let args = self.vm.bind_native(native, args, names)?;
        match intrinsic {
            Intrinsic::Next => self.next(args, then),
            Intrinsic::GeneratorNext => self.resume_receiver(&args, |_| Ok(Verb::Next), then),
            Intrinsic::Send => self.resume_receiver(&args, |args| Ok(Verb::Send(args[1].clone())), then),
            Intrinsic::Close => self.resume_receiver(&args, |_| Ok(Verb::Close), then),
            Intrinsic::Throw => self.throw(args, then),
            Intrinsic::Globals => {
                let globals = self.globals();
                self.returned(then, globals)
            }
            Intrinsic::Locals => {
                let locals = self.locals();
                self.returned(then, locals)
            }
            Intrinsic::ExcInfo => {
                let info = self.exc_info();
                self.returned(then, info)
            }
            Intrinsic::GetFrame => {
                let frame = self.frame_at(args.first())?;
                self.returned(then, frame)
            }
            Intrinsic::ReadLine => {
                let line = self.read_line()?;
                self.returned(then, line)
            }
            Intrinsic::RunningFrame => {
                let fact = self.running_frame(&args[0], args[1].as_str().unwrap_or_default())?;
                self.returned(then, fact)
            }
            Intrinsic::RunClassBody => {
                let (Some(Value::Function(body)), Some(namespace)) = (args.first(), args.get(1)) else {
                    return Err(self.vm.runtime.type_error("a class body must be a function"));
                };
                let then = Then::Class { into: then.register(), plan: None };
                self.run_class_body(&body.clone(), namespace.clone(), then)
            }
            Intrinsic::Construct | Intrinsic::GetAttribute => match (native.run)(&mut self.vm.runtime, &args) {
                Ok(value) => self.returned(then, value),
                Err(trap) => self.perform_trap(trap, then),
            },
        }
    }

    /// `next(iterator[, default])`.
    fn next(&mut self, args: Vec<Value>, then: Then) -> Result<(), Trap> {
        let default = args.get(1).filter(|default| !default.is_unbound()).cloned();
        match &args[0] {
            Value::Generator(generator) if generator.kind == crate::object::generator::GeneratorKind::Generator => {
                let verb = default.map_or(Verb::Next, Verb::NextOr);
                let generator = generator.clone();
                drop(args);
                self.resume_for(generator, verb, then)
            }
            Value::Iter(iter) => match operate::iter_next(&mut self.vm.runtime, iter)? {
                Some(value) => self.returned(then, value),
                None => match default {
                    Some(default) => self.returned(then, default),
                    None => Err(self.vm.runtime.stop_iteration(Value::None)),
                },
            },
            iterator => {
                let Some(next) = attribute::special(&mut self.vm.runtime, iterator, names::NEXT) else {
                    let kind = self.vm.runtime.type_name(iterator);
                    return Err(self.vm.runtime.type_error(format!("'{kind}' object is not an iterator")));
                };
                let Some(default) = default else { return self.call(next, Vec::new(), &[], then) };
                let into = then.register();
                match self.call(next, Vec::new(), &[], Then::Default { into, default: default.clone() }) {
                    Err(Trap::Raise(exception)) => self.raised_at_once(Then::Default { into, default }, exception),
                    result => result,
                }
            }
        }
    }

    /// A method of a generator, a coroutine, its wrapper, or a step of an async generator.
    fn resume_receiver(&mut self, args: &[Value], verb: impl FnOnce(&[Value]) -> Result<Verb, Trap>, then: Then) -> Result<(), Trap> {
        let verb = verb(args)?;
        match &args[0] {
            Value::Generator(generator) => self.resume_for(generator.clone(), verb, then),
            Value::CoroutineWrapper(wrapper) => self.resume_for(wrapper.coroutine.clone(), verb, then),
            Value::AsyncStep(step) => self.step(step.clone(), verb, then),
            other => {
                let kind = self.vm.runtime.type_name(other);
                Err(self.vm.runtime.type_error(format!("'{kind}' object can't be resumed")))
            }
        }
    }

    /// `throw(exception)`, or `throw(type, value, traceback)`.
    fn throw(&mut self, args: Vec<Value>, then: Then) -> Result<(), Trap> {
        if let Value::AsyncStep(step) = &args[0]
            && step.state.get() == StepState::Closed
        {
            // It says so, and no exception is made.
            return self.step(step.clone(), Verb::Next, then);
        }
        let (exception, refused) = match self.vm.exception_to_throw(&args) {
            Ok(Some(exception)) => (exception, false),
            Ok(None) => {
                let value = args.get(2).filter(|value| !value.is_unbound()).cloned().unwrap_or(Value::None);
                let trap = self.vm.runtime.prelude("throw_class", vec![args[0].clone(), args[1].clone(), value]);
                return self.perform_trap(trap, then);
            }
            Err(Trap::Raise(refusal)) => (refusal, true),
            Err(trap) => return Err(trap),
        };
        let given = args[1..].iter().take_while(|argument| !argument.is_unbound()).cloned().collect();
        self.vm.thrown = Some(Thrown { args: given, refused });
        let thrown = self.resume_receiver(&args, |_| Ok(Verb::Throw(exception)), then);
        self.vm.thrown = None;
        thrown
    }

    /// What the host has to read. What was written before it is told first: a prompt, mostly.
    fn read_line(&mut self) -> Answer {
        self.vm.tell_outside(self.watch);
        self.vm.input_asked = true;
        Ok(match self.vm.host.read_line() {
            Reading::Line(line) => {
                self.vm.runtime.reserve(line.len())?;
                Value::str(line)
            }
            Reading::End => Value::str(""),
            Reading::Nowhere => Value::None,
        })
    }

    /// The nearest frame of the program: what `globals()` and its like mean.
    fn program_frame(&self) -> &Frame {
        let mut frame = &*self.frame;
        while self.codes[frame.code as usize].module.name.as_ref() == "prelude"
            && let Some(back) = frame.back.as_deref()
        {
            frame = back;
        }
        frame
    }

    fn globals(&self) -> Value {
        let frame = self.program_frame();
        Value::Dict(self.codes[frame.code as usize].module.dict())
    }

    fn locals(&self) -> Value {
        let frame = self.program_frame();
        let code = &self.codes[frame.code as usize];
        match (&frame.namespace, code.kind) {
            (Some(namespace), _) => namespace.clone(),
            (None, kind) if kind.is_module() => self.globals(),
            (None, _) => Value::Dict(frame.locals(code.code())),
        }
    }

    fn exc_info(&self) -> Value {
        match self.handled_now() {
            Some(exception) => {
                let class = Value::Class(exception.class());
                let traceback = exception.traceback.borrow().clone().map_or(Value::None, Value::Traceback);
                Value::tuple(vec![class, Value::Exception(exception), traceback])
            }
            None => Value::tuple(vec![Value::None, Value::None, Value::None]),
        }
    }
}

impl Vm<'_> {
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
            other => return Err(self.not_throwable(other)),
        };
        if traceback.is_some() {
            *exception.traceback.borrow_mut() = traceback;
            exception.settle();
        }
        Ok(Some(exception))
    }
}
