//! Frames on the stack as the program sees them: `sys._getframe()`, and what a frame object can't know while its frame runs.

use super::watch::Watch;
use super::{Context, Loaded, Vm};
use crate::object::dict::Dict;
use crate::object::frame::{Frame, line_before};
use crate::object::fuel;
use crate::object::native::{Answer, Trap};
use crate::object::operate;
use crate::object::value::Value;
use std::rc::Rc;
use stillframe_front::bytecode::code::Code;

/// What a frame's object takes, with its variables.
const FRAME_OBJECT: u64 = 8;

impl<W: Watch> Context<'_, '_, W> {
    /// `sys._getframe(depth)`.
    pub(super) fn frame_at(&mut self, depth: Option<&Value>) -> Answer {
        let depth = match depth {
            None | Some(Value::Unbound) => 0,
            Some(Value::Int(depth)) => usize::try_from(*depth).unwrap_or(0),
            Some(other) => {
                let kind = self.vm.runtime.type_name(other);
                return Err(self.vm.runtime.type_error(format!("'{kind}' object cannot be interpreted as an integer")));
            }
        };
        fuel::burn(FRAME_OBJECT)?;
        let mut left = depth;
        let found = find(self.codes, Some(&mut self.frame), |_| {
            left = left.wrapping_sub(1);
            left == usize::MAX
        })?;
        match found {
            Some(frame) => Ok(self.vm.frame_object(frame)),
            None => Err(self.vm.runtime.value_error("call stack is not deep enough")),
        }
    }

    /// `_running_frame(object, fact)`: a fact of the frame that a generator-like object or a frame object stands for, if that is on the stack.
    pub(super) fn running_frame(&mut self, object: &Value, fact: &str) -> Answer {
        let is_it = |frame: &Frame| match object {
            Value::Generator(generator) => frame.generator.as_ref().is_some_and(|own| Rc::ptr_eq(own, generator)),
            Value::Frame(object) => frame.variables.as_ref().is_some_and(|own| Rc::ptr_eq(own, &object.variables)),
            _ => false,
        };
        let found = find(self.codes, Some(&mut self.frame), is_it)?;
        let code = found.as_ref().map(|frame| self.codes[frame.code as usize].code());
        Ok(match (fact, found, code) {
            ("frame", Some(frame), _) => self.vm.frame_object(frame),
            ("line", Some(frame), Some(code)) => Value::Int(i64::from(line_before(code, frame.pc as usize))),
            ("locals", Some(frame), Some(code)) => Value::Dict(locals(frame, code)),
            ("back", Some(frame), _) => match find(self.codes, frame.back.as_mut(), |_| true)? {
                Some(back) => self.vm.frame_object(back),
                None => Value::None,
            },
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

/// The first frame from this one outwards that is wanted. What the prelude does stands for something that has no frame.
fn find<'a>(
    codes: &[Loaded],
    from: Option<&'a mut Box<Frame>>,
    is_wanted: impl FnMut(&Frame) -> bool,
) -> Result<Option<&'a mut Box<Frame>>, Trap> {
    let mut is_wanted = is_wanted;
    let mut next = from;
    while let Some(frame) = next {
        fuel::burn(1)?;
        if &*codes[frame.code as usize].module.name != "prelude" && is_wanted(frame) {
            return Ok(Some(frame));
        }
        next = frame.back.as_mut();
    }
    Ok(None)
}

fn locals(frame: &Frame, code: &Code) -> Rc<Dict> {
    match frame.namespace.as_ref().map(operate::plain) {
        Some(Value::Dict(namespace)) => namespace.clone(),
        Some(_) => Dict::new(),
        None => frame.locals(code),
    }
}
