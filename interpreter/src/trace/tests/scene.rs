//! A run made by hand: code objects, frames, and a recorder that is told about them.

use std::rc::Rc;
use std::sync::Arc;

use serde_json::Value as Json;

use super::forms::assert_forms_agree;
use crate::Recording;
use crate::limits::Limits;
use crate::object::exception::Exception;
use crate::object::frame::Frame;
use crate::object::function::{Function, Parts};
use crate::object::generator::{Generator, GeneratorKind, State};
use crate::object::heap;
use crate::object::module::Module;
use crate::object::runtime::Runtime;
use crate::object::string::Str;
use crate::object::value::Value;
use crate::trace::{Recorder, Trace};
use crate::vm::watch::{How, Input, Through, View, Watch};
use crate::{Outcome, OutcomeKind, Stream};
use stillframe_front::bytecode::code::{Code, CodeKind, Program};

/// A code object of this kind and name, from this line on, with these variables in its first registers.
pub fn code(kind: CodeKind, name: &str, first_line: u32, variables: &[&str]) -> Code {
    Code {
        kind,
        name: name.rsplit('.').next().unwrap_or(name).into(),
        qualname: name.into(),
        first_line,
        arg_count: 0,
        posonly_count: 0,
        kwonly_count: 0,
        has_varargs: false,
        has_varkw: false,
        var_names: variables.iter().map(|name| (*name).into()).collect(),
        cells: Vec::new(),
        free_names: Vec::new(),
        free_start: variables.len() as u8,
        temp_start: variables.len() as u8,
        register_count: 16,
        ops: Vec::new(),
        spans: Vec::new(),
        lookups: Vec::new(),
        consts: Vec::new(),
        names: Vec::new(),
        handlers: Vec::new(),
        doc: None,
        class_cell: None,
    }
}

/// A run under way.
pub struct Scene {
    pub runtime: Runtime,
    recorder: Recorder,
    next_frame: u32,
}

impl Scene {
    /// The program's code objects come first, in order.
    pub fn new(program: Vec<Code>) -> Scene {
        Scene::with(program, Recording::Program, Limits::default())
    }

    pub fn with(program: Vec<Code>, recording: Recording, limits: Limits) -> Scene {
        heap::begin(usize::MAX, u32::MAX);
        let recorder = Recorder::new(&limits, &recording.into());
        let runtime = Runtime::new(&limits, "");
        let mut scene = Scene { runtime, recorder, next_frame: 0 };
        scene.load("__main__", program, false);
        scene
    }

    /// Loads a module: the index of its first code object.
    pub fn load(&mut self, module: &str, codes: Vec<Code>, library: bool) -> u32 {
        let program = Arc::new(Program { codes, imports: Vec::new(), warnings: Vec::new() });
        self.runtime.load(&program, &Module::new(module), library)
    }

    /// A frame of a code object, called by `back`.
    pub fn frame(&mut self, code: u32, back: Option<Box<Frame>>) -> Box<Frame> {
        let mut frame = Frame::new(16);
        frame.code = code;
        frame.id = self.next_frame;
        frame.back = back;
        self.next_frame += 1;
        frame
    }

    /// The object of a generator-like frame, which lies elsewhere.
    pub fn generator(&self, frame: &Frame, kind: GeneratorKind, awaitable: bool) -> Rc<Generator> {
        let name = Rc::new(Str::new(&*self.runtime.codes[frame.code as usize].code().qualname));
        let mut own = Frame::new(0);
        (own.code, own.id) = (frame.code, frame.id);
        Generator::new(kind, awaitable, name.clone(), name, own)
    }

    pub fn function(&self, code: u32) -> Rc<Function> {
        let loaded = &self.runtime.codes[code as usize];
        Function::new(Parts {
            code,
            module: loaded.module.clone(),
            closure: Vec::new(),
            defaults: Vec::new(),
            kwdefaults: Value::None,
            name: loaded.name.clone(),
            qualname: loaded.qualname.clone(),
            doc: Value::None,
            annotations: Value::Unbound,
            awaitable: false,
        })
    }

    pub fn error(&self, message: &str) -> Rc<Exception> {
        self.runtime.exception(&self.runtime.classes.value_error, message)
    }

    pub fn tell(&mut self, tell: impl FnOnce(&mut Recorder, &View)) {
        tell(&mut self.recorder, &View { codes: &self.runtime.codes, runtime: &self.runtime });
    }

    pub fn line(&mut self, frame: &mut Frame, line: u32) {
        frame.line = line;
        self.tell(|recorder, view| recorder.line(view, frame, line));
    }

    pub fn create(&mut self, frame: &Frame) {
        self.create_awaitable(frame, false);
    }

    pub fn create_awaitable(&mut self, frame: &Frame, awaitable: bool) {
        let by = frame.back.as_deref().expect("a generator's frame is made by another");
        self.tell(|recorder, view| recorder.create(view, by, frame, awaitable));
    }

    pub fn call(&mut self, frame: &Frame) {
        self.tell(|recorder, view| recorder.call(view, frame.back.as_deref(), frame));
    }

    pub fn resume(&mut self, frame: &Frame, how: How, through: Option<Through>, input: Input) {
        self.tell(|recorder, view| recorder.resume(view, frame.back.as_deref(), frame, how, through, input));
    }

    pub fn next(&mut self, frame: &Frame) {
        self.resume(frame, How::Next, None, Input::Nothing);
    }

    pub fn suspend(&mut self, frame: &Frame, how: How, value: Value) {
        self.tell(|recorder, view| recorder.suspend(view, frame, how, frame.back.as_deref(), &value));
    }

    pub fn finish(&mut self, frame: &Frame, value: Value) {
        self.tell(|recorder, view| recorder.finish(view, frame, frame.back.as_deref(), &value));
    }

    pub fn fail(&mut self, frame: &Frame, exception: &Rc<Exception>) {
        self.tell(|recorder, view| recorder.fail(view, frame, frame.back.as_deref(), exception));
    }

    pub fn exception(&mut self, frame: &Frame, exception: &Rc<Exception>, caught: bool) {
        self.tell(|recorder, view| recorder.exception(view, frame, exception, caught));
    }

    pub fn pass_by(&mut self, frame: &Frame, state: State) {
        self.tell(|recorder, view| recorder.pass_by(view, frame, state));
    }

    pub fn output(&mut self, text: &str) {
        self.tell(|recorder, _| recorder.output(Stream::Out, text));
    }

    /// Ends the run, holds the two forms against each other, and gives the trace.
    pub fn trace(self) -> Trace {
        let trace = self.recorder.finish(Outcome::new(OutcomeKind::Finished));
        assert_forms_agree(&trace);
        trace
    }

    /// The steps of the plain form, without the outcome.
    pub fn steps(self) -> Vec<Json> {
        let mut lines = plain(&self.trace());
        lines.pop();
        lines
    }
}

/// The plain form, read.
pub fn plain(trace: &Trace) -> Vec<Json> {
    let mut lines = Vec::new();
    trace.plain(&mut |line| lines.push(serde_json::from_str(line).expect("a line is JSON")));
    lines
}

/// What the steps have under a key, null where they have nothing.
pub fn all(steps: &[Json], key: &str) -> Vec<Json> {
    steps.iter().map(|step| step[key].clone()).collect()
}
