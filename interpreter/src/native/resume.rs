//! The lines that generators, coroutines, their wrappers and the steps of async generators share: what the virtual machine does itself.

use crate::object::native::{Answer, Intrinsic, Native, NativeKind};
use crate::object::runtime::Runtime;
use crate::object::value::Value;

/// A line for what the machine carries out.
pub const fn intrinsic(intrinsic: Intrinsic, name: &'static str, params: &'static str, doc: &'static str) -> Native {
    Native::new(NativeKind::Intrinsic(intrinsic), name, params, doc, by_machine)
}

/// What an intrinsic answers to who calls it past the machine.
fn by_machine(rt: &mut Runtime, _: &[Value]) -> Answer {
    Err(rt.raise(&rt.classes.system_error, "only the virtual machine itself can do this"))
}

pub const fn next() -> Native {
    intrinsic(Intrinsic::GeneratorNext, "__next__", "self, /", "Implement next(self).")
}

pub const fn send(doc: &'static str) -> Native {
    intrinsic(Intrinsic::Send, "send", "self, value, /", doc)
}

pub const fn throw(doc: &'static str) -> Native {
    intrinsic(Intrinsic::Throw, "throw", "self, type, value=None, traceback=None, /", doc)
}

pub const fn finalise() -> Native {
    intrinsic(Intrinsic::Close, "__del__", "self, /", "Called when the instance is about to be destroyed.")
}

pub const fn close(doc: &'static str) -> Native {
    intrinsic(Intrinsic::Close, "close", "self, /", doc)
}
