//! A run from its beginning to its end: the library loaded, the program run, what it leaves behind taken apart.

use std::collections::{HashMap, HashSet};
use std::rc::Rc;
use std::sync::Arc;

use super::watch::{NoWatch, View, Watch};
use super::{Context, End, Vm};
use crate::limits::{Limit, Limits};
use crate::native::exception::exit_code;
use crate::object::attribute;
use crate::object::dict::Dict;
use crate::object::exception::Exception;
use crate::object::frame::Frame;
use crate::object::fuel;
use crate::object::function::Function;
use crate::object::generator::{Generator, GeneratorKind};
use crate::object::heap::{self, Tracked};
use crate::object::instance::Instance;
use crate::object::module::Module;
use crate::object::native::{Deadlock, Stop};
use crate::object::operate::plain;
use crate::object::runtime::{Ending, PREPARED, Runtime, reset_symbols, symbol_of};
use crate::object::show::{self, VALUE_TEXT};
use crate::object::string::Str;
use crate::object::survey::{Survey, survey};
use crate::object::symbol::names;
use crate::object::value::Value;
use crate::outcome::{Outcome, OutcomeKind};
use crate::{Host, Stream, library, native};
use stillframe_front::bytecode::code::{CodeKind, Import, Program};
use stillframe_front::bytecode::op::Op;

/// A run: the machine, and who watches.
struct Run<'r, 'host, W> {
    vm: Vm<'host>,
    watch: &'r mut W,
    /// The frame of the program's module, once it has ended: its variables are dropped one by one.
    last: Option<Box<Frame>>,
}

/// Runs a program that was compiled, from its first instruction to the last of what it leaves behind.
pub fn execute<W: Watch>(
    source: &str,
    program: Arc<Program>,
    limits: &Limits,
    host: &mut dyn Host,
    watch: &mut W,
    watch_library: bool,
) -> Outcome {
    reset_symbols();
    heap::begin(usize::MAX, u32::MAX);
    fuel::fill(u64::MAX, None);
    let mut vm = Vm::new(Runtime::new(limits, source), host, watch_library);
    vm.runtime.shows = W::ON.then_some(|value| show::show(value, VALUE_TEXT));
    native::install(&mut vm.runtime);
    if let Some(Value::Native(append)) = vm.runtime.classes.list.lookup(names::APPEND) {
        vm.list_append = Some(append);
    }
    let mut loading = Run { vm, watch: &mut NoWatch, last: None };
    loading.load_prelude();
    let mut run = Run { vm: loading.vm, watch, last: None };
    let end = run.execute_main(&program, limits);
    let outcome = run.conclude(end);
    heap::end();
    drop(run);
    heap::break_cycles();
    fuel::fill(u64::MAX, None);
    reset_symbols();
    outcome
}

impl<'host> Vm<'host> {
    fn new(runtime: Runtime, host: &'host mut dyn Host, watch_library: bool) -> Vm<'host> {
        Vm {
            runtime,
            host,
            pool: Vec::new(),
            depth: 0,
            counts_native: false,
            next_frame: 0,
            fuel: i64::MAX,
            left: u64::MAX,
            spent: 0,
            slice: 0,
            handling: 0,
            raising: 0,
            spare_step: None,
            dying: Vec::new(),
            waiting: Vec::new(),
            bodies: HashMap::new(),
            loaded: HashSet::new(),
            watch_library,
            report: None,
            list_append: None,
            thrown: None,
            input_asked: false,
            culprit: None,
        }
    }
}

impl<W: Watch> Run<'_, '_, W> {
    /// Loads the prelude and runs its body.
    fn load_prelude(&mut self) {
        self.load_module("prelude");
        self.run_prelude();
    }

    /// Loads a module of the library. What that takes is not the program's memory.
    fn load_module(&mut self, name: &str) {
        if let (PREPARED, Some((program, module))) = (name, self.vm.runtime.prepared.take()) {
            let body = self.vm.runtime.load(&program, &module, true);
            self.vm.bodies.insert(name.into(), body);
            self.vm.runtime.modules.insert(name.into(), module);
            return;
        }
        let Some(program) = library::program(name, self.vm.watch_library && name != "prelude") else { return };
        let (used, peak) = (heap::used(), heap::peak());
        self.vm.loaded.insert(name.into());
        // Natives of that name are part of the module.
        let module = self.vm.runtime.modules.get(name).cloned().unwrap_or_else(|| Module::new(name));
        module.set(names::NAME, Value::str(name));
        module.set(names::DOC, Value::None);
        self.set_origin(&module, name);
        self.vm.runtime.modules.insert(name.into(), module.clone());
        let body = self.vm.runtime.load(&program, &module, true);
        self.vm.bodies.insert(name.into(), body);
        heap::forget_growth(used, peak);
    }

    /// `__spec__`, `__package__` and the like. What CPython has in C has no file.
    fn set_origin(&self, module: &Module, name: &str) {
        let Some(Value::Class(spec)) = self.vm.runtime.modules.get("prelude").and_then(|prelude| prelude.get(symbol_of("ModuleSpec")))
        else {
            return;
        };
        let is_package = library::is_package(name);
        let parent = if is_package { name } else { name.rsplit_once('.').map_or("", |(parent, _)| parent) };
        let file = (!library::is_in_c(name)).then(|| format!("{}.py", name.replace('.', "/")));
        let origin = file.clone().map_or_else(|| Value::str("built-in"), Value::str);
        let spec = Instance::new(spec, Value::Unbound);
        let places = if is_package { Value::list(vec![Value::str(name.replace('.', "/"))]) } else { Value::None };
        for (key, value) in
            [("name", Value::str(name)), ("loader", Value::None), ("origin", origin), ("submodule_search_locations", places.clone())]
        {
            spec.set(symbol_of(key), value);
        }
        module.set(symbol_of("__package__"), Value::str(parent));
        module.set(symbol_of("__loader__"), Value::None);
        module.set(symbol_of("__spec__"), Value::Instance(spec));
        if is_package {
            module.set(symbol_of("__path__"), places);
        }
        if let Some(file) = file {
            module.set(names::FILE, Value::str(file));
        }
    }

    /// The program's code gets the builtins as they are now. The library keeps those it has.
    fn relink(&mut self) {
        self.vm.runtime.link_builtins(|code| !code.library);
    }

    /// A frame to begin with.
    fn frame(&mut self, code: u32) -> Box<Frame> {
        let codes = self.vm.runtime.codes.clone();
        self.vm.frame(code, &codes[code as usize])
    }

    /// Runs a frame, loading what it imports. The frame comes back if it ended by itself.
    fn run_loading(&mut self, frame: Box<Frame>) -> (End, Option<Box<Frame>>) {
        let mut frame = frame;
        loop {
            let codes = self.vm.runtime.codes.clone();
            let context = Context { vm: &mut self.vm, codes: &codes, frame, watch: self.watch };
            let ended = context.run();
            drop(codes);
            match ended {
                (End::Load(module), Some(paused)) => {
                    self.load_module(&module);
                    frame = paused;
                    frame.pc -= 1;
                }
                (End::Relink, Some(paused)) => {
                    self.relink();
                    frame = paused;
                }
                ended => return ended,
            }
        }
    }

    /// Runs the prelude's body. What it lists in `BUILTINS` becomes built in.
    fn run_prelude(&mut self) {
        let (Some(body), Some(prelude)) = (self.vm.bodies.remove("prelude"), self.vm.runtime.modules.get("prelude").cloned()) else {
            return;
        };
        let frame = self.frame(body);
        if let (End::Raised(exception), _) = self.run_loading(frame) {
            let message = exception.value().as_str().unwrap_or_default().to_owned();
            self.vm.host.write(Stream::Err, &format!("the prelude failed: {} {message}\n", exception.class().name()));
        }
        if let Some(Value::Tuple(names)) = prelude.get(symbol_of("BUILTINS")) {
            for name in names.items.iter().filter_map(Value::as_str) {
                if let Some(value) = prelude.get(symbol_of(name)) {
                    self.vm.runtime.builtins.set(symbol_of(name), value);
                }
            }
        }
        self.vm.runtime.link_builtins(|_| true);
        self.vm.runtime.builtins.tell_changes();
    }

    fn execute_main(&mut self, program: &Arc<Program>, limits: &Limits) -> End {
        let module = Module::new("__main__");
        module.set(names::NAME, Value::str("__main__"));
        module.set(names::DOC, program.codes[0].doc.as_ref().map_or(Value::None, |doc| Value::str(&**doc)));
        for name in ["__package__", "__loader__", "__spec__"] {
            module.set(symbol_of(name), Value::None);
        }
        module.set(names::ANNOTATIONS, Value::Dict(Dict::new()));
        module.set(names::BUILTINS, Value::Module(self.vm.runtime.builtins.clone()));
        module.set(names::FILE, Value::str("main.py"));
        module.set(symbol_of("__cached__"), Value::None);
        self.vm.runtime.modules.insert("__main__".into(), module.clone());
        let main = self.vm.runtime.load(program, &module, false);
        heap::begin(limits.memory, limits.frames);
        self.vm.next_frame = 0;
        self.vm.depth = 1;
        self.vm.runtime.calls = 1;
        self.vm.fill(limits.instructions, Some(self.vm.host.stop_signal()));
        if !self.warn(program) {
            return End::Limit(Limit::Output);
        }
        let mut frame = self.frame(main);
        frame.pc = hopeless_import(program).unwrap_or(0);
        let first = if self.vm.runtime.codes[main as usize].kind == CodeKind::AsyncModule {
            self.loop_around(frame)
        } else {
            self.tell(|w, view| w.call(view, None, &frame));
            frame
        };
        let (end, last) = self.run_loading(first);
        self.last = last;
        self.vm.tell_outside(self.watch);
        end
    }

    /// A module that awaits is a coroutine: the frame to begin with is one that runs it on an event loop.
    fn loop_around(&mut self, module: Box<Frame>) -> Box<Frame> {
        let prelude = &self.vm.runtime.modules["prelude"];
        let Some(Value::Function(runner)) = prelude.get(symbol_of("run_async_module")) else {
            unreachable!("the prelude has what runs such a module");
        };
        let mut frame = self.frame(runner.code.get());
        self.tell(|w, view| w.create(view, &frame, &module, false));
        let name = Rc::new(Str::new("<module>"));
        let coroutine = Generator::new(GeneratorKind::Coroutine, false, name.clone(), name, module);
        frame.registers[0] = Value::Generator(coroutine);
        frame
    }

    /// Tells the recorder that something happened, after all that came before it.
    fn tell(&mut self, tell: impl FnOnce(&mut W, &View)) {
        self.vm.tell_outside(self.watch);
        tell(self.watch, &View { codes: &self.vm.runtime.codes, runtime: &self.vm.runtime });
    }

    /// Writes what the compiler warns of, as CPython does before the program runs; whether there was room for it.
    fn warn(&mut self, program: &Program) -> bool {
        program.warnings.iter().all(|warning| {
            let line = self.vm.source_line(warning.line);
            let text = format!("main.py:{}: SyntaxWarning: {}\n  {line}\n", warning.line, warning.message);
            self.vm.runtime.write(Stream::Err, &text).is_ok()
        })
    }

    /// Says how the run ended, and takes apart what it left.
    fn conclude(&mut self, end: End) -> Outcome {
        self.watch.end();
        let mut outcome = match end {
            End::Finished => Outcome::new(OutcomeKind::Finished),
            End::Raised(exception) => self.raised(exception),
            End::Limit(limit) => Outcome::new(OutcomeKind::Limit(limit)),
            End::Stopped | End::Load(_) | End::Relink => Outcome::new(OutcomeKind::Stopped),
            End::Deadlock(deadlock) => {
                let Deadlock { reason, sleepers } = *deadlock;
                let lines: Vec<&str> = std::iter::once(&reason).chain(&sleepers).map(String::as_str).collect();
                let message = self.vm.runtime.limits.cut(&lines.join("\n")).to_owned();
                Outcome { message: Some(message), sleepers, ..Outcome::new(OutcomeKind::Deadlock) }
            }
        };
        let over = matches!(outcome.kind, OutcomeKind::Limit(_) | OutcomeKind::Stopped | OutcomeKind::Deadlock);
        if !over && let Some(weakref) = self.vm.runtime.modules.get("weakref").filter(|it| it.get(symbol_of("finalize")).is_some()) {
            self.call_prelude("at_exit", vec![Value::Module(weakref.clone())]);
        }
        if !over && let Err(end) = self.tear_down() {
            outcome = Outcome::new(if let End::Limit(limit) = end { OutcomeKind::Limit(limit) } else { OutcomeKind::Stopped });
        }
        self.vm.tell_outside(self.watch);
        self.vm.settle_fuel();
        outcome.instructions = self.vm.spent;
        outcome.memory = heap::peak();
        outcome.clock_read_on = self.vm.runtime.clock.was_read_on();
        outcome.input_asked = self.vm.input_asked;
        outcome
    }

    /// An exception left the program: SystemExit is an exit, any other is reported as `python3` does.
    fn raised(&mut self, exception: Rc<Exception>) -> Outcome {
        let class = exception.class();
        if exception.is(&self.vm.runtime.classes.system_exit) {
            return self.exited(&exception);
        }
        self.vm.tell_outside(self.watch);
        self.vm.report = Some(String::new());
        let told = self.call_prelude("report_uncaught", vec![Value::Exception(exception.clone())]);
        self.vm.tell_outside(self.watch);
        let text = self.vm.report.take().unwrap_or_default();
        match told {
            End::Raised(exit) => return self.exited(&exit),
            End::Stopped => return Outcome::new(OutcomeKind::Stopped),
            // Of output that is full the report says so itself.
            End::Limit(limit) if limit != Limit::Output => return Outcome::new(OutcomeKind::Limit(limit)),
            _ => {}
        }
        let message = if self.vm.runtime.has_written_too_much() {
            // The line that says it is not there, or not whole.
            show::message(&self.vm.runtime.classes, &exception, VALUE_TEXT)
        } else {
            message_in(&text, &class.name()).to_owned()
        };
        let line = innermost_line(&exception);
        Outcome {
            type_name: Some(self.vm.runtime.limits.cut(&class.name()).to_owned()),
            message: Some(message),
            line,
            traceback: Some(text),
            ..Outcome::new(OutcomeKind::Raised)
        }
    }

    /// A SystemExit that nobody caught, of the program or of its `sys.excepthook`.
    fn exited(&mut self, exception: &Rc<Exception>) -> Outcome {
        let exception = Value::Exception(exception.clone());
        let runtime = &mut self.vm.runtime;
        let code = attribute::get(runtime, &exception, symbol_of("code")).or_else(|_| exit_code(runtime, &[exception])).unwrap_or_default();
        let status = match plain(&code) {
            Value::None | Value::False => 0,
            Value::True => 1,
            Value::Int(status) => *status as i32 & 0xff,
            // It does not fit C's int.
            Value::Big(_) => 0xff,
            _ => {
                self.call_prelude("exit_message", vec![code]);
                1
            }
        };
        Outcome { status: Some(status), ..Outcome::new(OutcomeKind::Exit) }
    }

    /// Calls a function of the prelude when the program is over, and says how that ended.
    fn call_prelude(&mut self, name: &str, args: Vec<Value>) -> End {
        self.vm.tell_outside(self.watch);
        let found = self.vm.runtime.modules.get("prelude").and_then(|prelude| prelude.get(symbol_of(name)));
        let Some(Value::Function(function)) = found else { return End::Finished };
        let mut frame = self.frame(function.code.get());
        for (register, value) in frame.registers.iter_mut().zip(args) {
            *register = value;
        }
        self.bind_closure(&function, &mut frame);
        self.vm.depth = 1;
        self.vm.runtime.calls = 0;
        self.vm.handling = 0;
        self.run_loading(frame).0
    }

    fn bind_closure(&self, function: &Function, frame: &mut Frame) {
        let start = usize::from(self.vm.runtime.codes[function.code.get() as usize].free_start);
        for (at, cell) in function.closure.iter().enumerate() {
            frame.registers[start + at] = cell.clone();
        }
    }

    /// Runs what is left to run, as CPython does as it ends. A limit may be passed there too. Garbage is finalised first; then, where the program's
    /// variables are in a cycle, as those of nearly every module are, all the rest is garbage. Otherwise the variables are dropped one by one.
    fn tear_down(&mut self) -> Result<(), End> {
        let Some(main) = self.vm.runtime.modules.get("__main__").cloned() else { return Ok(()) };
        self.settle()?;
        self.vm.runtime.ending = Ending::WithModules;
        let left = if heap::has_finalisable()? { self.survey(&main)? } else { Survey::default() };
        self.finalise_all(&left.garbage)?;
        // From here on CPython can't import what it reads the program's file with: tracebacks show no lines of it.
        self.vm.runtime.source = "".into();
        self.vm.runtime.ending = Ending::WithoutModules;
        if self.hooks_hold_program() {
            // It outlives what its finalisers would write with: in CPython they run in silence.
            return Ok(());
        }
        if heap::is_in_cycle(&main) {
            return self.finalise_all(&left.reachable);
        }
        if let Some(mut frame) = self.last.take() {
            for at in 0..frame.registers.len() {
                drop(frame.registers[at].take());
                self.settle()?;
            }
        }
        for (name, value) in main.entries() {
            drop(value);
            main.remove(name);
            self.settle()?;
        }
        self.finalise_all(&left.reachable)
    }

    /// Whether a hook of `sys` is the program's: with it CPython keeps the module's variables until all modules are gone.
    fn hooks_hold_program(&self) -> bool {
        let Some(sys) = self.vm.runtime.modules.get("sys") else { return false };
        ["excepthook", "unraisablehook", "displayhook"].iter().any(|name| match sys.get(symbol_of(name)) {
            Some(Value::Function(hook)) => !self.vm.runtime.codes[hook.code.get() as usize].library,
            Some(Value::None | Value::Native(_)) | None => false,
            Some(_) => true,
        })
    }

    /// What the program has left: the variables of its module, which lie in the frame's registers in part, and all modules hold it.
    fn survey(&self, main: &Rc<Module>) -> Result<Survey, Stop> {
        let variables = self.last.iter().flat_map(|frame| frame.registers.iter().cloned());
        let modules = self.vm.runtime.modules.values().cloned().map(Value::Module);
        survey(&[Value::Module(main.clone())].into_iter().chain(variables).chain(modules).collect::<Vec<_>>())
    }

    /// Finalises one after the other: what dies with an earlier one is finalised then.
    fn finalise_all(&mut self, objects: &[Tracked]) -> Result<(), End> {
        objects.iter().try_for_each(|object| {
            object.die_in_cycle();
            self.settle()
        })
    }

    /// Runs what is dying until nothing is.
    fn settle(&mut self) -> Result<(), End> {
        while heap::needs_attention() {
            let found = self.vm.runtime.modules.get("prelude").and_then(|prelude| prelude.get(symbol_of("idle")));
            let Some(Value::Function(idle)) = found else { return Ok(()) };
            let frame = self.frame(idle.code.get());
            self.vm.depth = 1;
            self.vm.runtime.calls = 0;
            self.vm.handling = 0;
            let (end, _) = self.run_loading(frame);
            if matches!(end, End::Limit(_) | End::Stopped) {
                return Err(end);
            }
        }
        Ok(())
    }
}

/// Where the program imports a module of CPython's that is not here, if it is sure to come to that: it need not run up to there.
fn hopeless_import(program: &Program) -> Option<u32> {
    let is_hopeless =
        |import: &&Import| library::absent::reason(top_of(&import.name)).is_some() && library::source(top_of(&import.name)).is_none();
    let line = program.imports.iter().find(is_hopeless)?.line;
    let code = &program.codes[0];
    let on_line = |(at, op): (usize, &Op)| matches!(op, Op::Import { .. }) && code.spans[at].line == line;
    let at = code.ops.iter().enumerate().position(on_line)?;
    let tells_line = at > 0 && matches!(code.ops[at - 1], Op::Line { .. } | Op::LineBack { .. });
    u32::try_from(if tells_line { at - 1 } else { at }).ok()
}

fn top_of(dotted: &str) -> &str {
    dotted.split('.').next().unwrap_or(dotted)
}

/// The message in a traceback: what stands behind the name of the exception's class, which may stand behind its module's.
fn message_in<'a>(traceback: &'a str, class: &str) -> &'a str {
    let mut message = "";
    let mut rest = traceback;
    while let Some((line, after)) = rest.split_once('\n') {
        let name = line.split(':').next().unwrap_or_default();
        if name == class || name.strip_suffix(class).is_some_and(|module| module.ends_with('.') && !module.starts_with(' ')) {
            message = rest[name.len()..].strip_prefix(": ").unwrap_or_default().trim_end();
        }
        rest = after;
    }
    message
}

/// The line where an exception was raised.
fn innermost_line(exception: &Exception) -> Option<u32> {
    let mut entry = exception.traceback.borrow().clone()?;
    loop {
        let next = entry.next.borrow().clone();
        match next {
            Some(next) => entry = next,
            None => return Some(entry.place.span.line),
        }
    }
}
