//! What runs: the machine, its code, the stack of frames, and who watches. They travel as one thing.
//!
//! [`Context::enter`] and [`Context::leave`] alone put frames on the stack and take them off. They keep its books: `depth`, `calls`, `handling`, `back`.

use std::mem::{forget, replace};

use super::watch::{View, Watch};
use super::{Loaded, Vm};
use crate::object::frame::{Frame, Then};

pub struct Context<'r, 'host, W> {
    pub vm: &'r mut Vm<'host>,
    pub codes: &'r [Loaded],
    /// The frame that runs. The one that called or resumed it hangs on its `back`, and so on.
    pub frame: Box<Frame>,
    pub watch: &'r mut W,
}

impl<W: Watch> Context<'_, '_, W> {
    /// Puts a frame on the stack: it runs next. What its end will mean is said here, and was taken when it left the stack.
    #[inline(always)]
    pub(super) fn enter(&mut self, mut frame: Box<Frame>, then: Then) {
        debug_assert!(!frame.then.holds_objects());
        forget(replace(&mut frame.then, then));
        if frame.handled.is_heap() {
            self.vm.handling += 1;
        }
        self.vm.depth += 1;
        self.vm.runtime.calls += u32::from(frame.weight);
        let caller = replace(&mut self.frame, frame);
        forget(self.frame.back.replace(caller));
    }

    /// Takes the running frame off the stack: the one below runs on. Who calls this takes `then`, if it may hold objects. None if it was the
    /// last one, which stays.
    #[inline(always)]
    pub(super) fn leave(&mut self) -> Option<Box<Frame>> {
        let caller = self.frame.back.take()?;
        self.vm.depth -= 1;
        self.vm.runtime.calls -= u32::from(self.frame.weight);
        let left = replace(&mut self.frame, caller);
        if left.handled.is_heap() {
            self.vm.handling -= 1;
        }
        Some(left)
    }

    /// Takes a frame apart that has ended above the running one, its variables dropped in order, and keeps it for use.
    #[inline(always)]
    pub(super) fn recycle(&mut self, mut frame: Box<Frame>, registers: usize) {
        if frame.variables.is_some() {
            frame.bequeath(|| self.back_of_ended());
        }
        self.vm.put_away(frame, registers);
    }

    /// Tells the recorder that something happened, after all that came before it.
    #[inline]
    pub(super) fn tell(&mut self, tell: impl FnOnce(&mut W, &View, &Frame)) {
        if !W::ON {
            return;
        }
        if !self.vm.runtime.output.is_empty() || !self.vm.runtime.loop_events.is_empty() {
            self.vm.tell_outside(self.watch);
        }
        tell(self.watch, &View { codes: self.codes, runtime: &self.vm.runtime }, &self.frame);
    }
}
