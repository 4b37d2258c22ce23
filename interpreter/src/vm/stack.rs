//! Frames on the stack as the program sees them: `sys._getframe()`, and what a frame object can't know while its frame runs.

use super::watch::Watch;
use super::{Context, Loaded, Vm};
use crate::limits::size;
use crate::native::frame::{first_line, place};
use crate::object::dict::Dict;
use crate::object::frame::{Frame, Then, line_before};
use crate::object::fuel;
use crate::object::native::{Answer, Trap};
use crate::object::operate;
use crate::object::value::Value;
use std::mem::replace;
use std::rc::Rc;
use stillframe_front::bytecode::code::Code;

/// What a frame's object takes, with its variables.
const FRAME_OBJECT: u64 = 8;

impl<W: Watch> Context<'_, '_, W> {
    /// `sys._getframe(depth)`.
    pub(super) fn frame_at(&mut self, depth: Option<&Value>) -> Answer {
        let depth = match depth {
            None | Some(Value::Unbound) => 0,
            Some(Value::Int(depth)) => size((*depth).max(0)),
            Some(other) => {
                let kind = self.vm.runtime.type_name(other);
                return Err(self.vm.runtime.type_error(format!("'{kind}' object cannot be interpreted as an integer")));
            }
        };
        fuel::burn(FRAME_OBJECT)?;
        // A function that has no frame to be seen asks of its callers.
        let asks_from_c = depth > 0 && self.codes[self.frame.code as usize].passes_for_c.get();
        let found = if asks_from_c {
            visible(self.codes, self.frame.back.as_mut(), depth - 1, false)
        } else {
            visible(self.codes, Some(&mut self.frame), depth, false)
        };
        match found? {
            Some(frame) => Ok(self.vm.frame_object(frame)),
            None => Err(self.vm.runtime.value_error("call stack is not deep enough")),
        }
    }

    /// `f_back` of a frame that has ended above the running one.
    #[cold]
    pub(super) fn back_of_ended(&mut self) -> Value {
        fuel::note(FRAME_OBJECT);
        match visible(self.codes, Some(&mut self.frame), 0, false) {
            Ok(Some(frame)) => self.vm.frame_object(frame),
            _ => Value::None,
        }
    }

    /// `_running_frame(object, fact)`: a fact of the frame that a generator-like object or a frame object stands for, if that is on the stack.
    pub(super) fn running_frame(&mut self, object: &Value, fact: &str) -> Answer {
        let is_it = |frame: &Frame| match object {
            Value::Generator(generator) => frame.generator.as_ref().is_some_and(|own| Rc::ptr_eq(own, generator)),
            Value::Frame(object) => frame.variables.as_ref().is_some_and(|own| Rc::ptr_eq(own, &object.variables)),
            _ => false,
        };
        let found = find(Some(&mut self.frame), is_it)?;
        let code = found.as_ref().map(|frame| self.codes[frame.code as usize].code());
        Ok(match (fact, found, code) {
            ("frame", Some(frame), _) => self.vm.frame_object(frame),
            ("line", Some(frame), Some(code)) => {
                let line = frame.standing(code).map_or_else(|| line_before(code, frame.pc as usize), |span| span.line);
                Value::Int(i64::from(line))
            }
            ("position", Some(frame), Some(code)) => {
                let span = frame.standing(code).or_else(|| frame.span(code));
                place(&self.vm.runtime, span.unwrap_or(first_line(code)))
            }
            ("locals", Some(frame), Some(code)) => Value::Dict(locals(frame, code)),
            ("back", Some(frame), _) => match visible(self.codes, frame.back.as_mut(), 0, closes(&frame.then))? {
                Some(back) => self.vm.frame_object(back),
                None => Value::None,
            },
            ("delegate", Some(frame), _) if frame.passed_by => frame.registers[usize::from(frame.delegate)].clone(),
            ("clear", Some(_), _) => return Err(self.vm.runtime.runtime_error("cannot clear an executing frame")),
            // Its generator died asleep.
            ("line", None, _) => Value::Int(0),
            ("locals", None, _) => Value::Dict(Dict::new()),
            _ => Value::None,
        })
    }
}

impl Vm<'_> {
    fn frame_object(&mut self, frame: &mut Frame) -> Value {
        let generator = frame.generator.clone();
        let is_awaitable = generator.as_ref().is_some_and(|generator| generator.awaitable);
        let code = self.runtime.code_object(frame.code, is_awaitable);
        frame.shared(generator.as_ref()).object(code)
    }
}

/// The first frame from this one outwards that is wanted.
fn find(from: Option<&mut Box<Frame>>, is_wanted: impl FnMut(&Frame) -> bool) -> Result<Option<&mut Box<Frame>>, Trap> {
    let mut is_wanted = is_wanted;
    let mut next = from;
    while let Some(frame) = next {
        fuel::burn(1)?;
        if is_wanted(frame) {
            return Ok(Some(frame));
        }
        next = frame.back.as_mut();
    }
    Ok(None)
}

/// The frame that is so many below this one, of those that the program can see. What the prelude does, and what passes for C, stands for something that has no frame,
/// and CPython puts a frame that it passes by on the stack for a throw into a generator or coroutine alone. `is_closed`: the frame
/// above is closed by this one.
fn visible<'a>(
    codes: &[Loaded],
    from: Option<&'a mut Box<Frame>>,
    depth: usize,
    is_closed: bool,
) -> Result<Option<&'a mut Box<Frame>>, Trap> {
    let (mut left, mut is_closed) = (depth, is_closed);
    find(from, |frame| {
        let above_is_closed = replace(&mut is_closed, closes(&frame.then));
        let waits = !frame.raising.is_unbound();
        let is_off =
            frame.passed_by && (above_is_closed || waits || !matches!(frame.registers[usize::from(frame.delegate)], Value::Generator(_)));
        let code = &codes[frame.code as usize];
        if is_off || code.passes_for_c.get() || &*code.module.name == "prelude" {
            return false;
        }
        left = left.wrapping_sub(1);
        left == usize::MAX
    })
}

/// Whether a frame is closed by the one below, which delegates to it.
fn closes(then: &Then) -> bool {
    matches!(then, Then::Raise(_))
}

fn locals(frame: &Frame, code: &Code) -> Rc<Dict> {
    match frame.namespace.as_ref().map(operate::plain) {
        Some(Value::Dict(namespace)) => namespace.clone(),
        Some(_) => Dict::new(),
        None => frame.locals(code),
    }
}
