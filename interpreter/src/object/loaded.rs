//! Loaded programs: code objects linked to the run's names, constants and modules, in one table for the machine and the natives.

use std::cell::{Cell, OnceCell};
use std::mem::take;
use std::rc::Rc;
use std::sync::Arc;

use super::fuel;
use super::function::CodeObject;
use super::heap::{self, Header};
use super::module::Module;
use super::runtime::{Runtime, symbol_of, symbol_string};
use super::symbol::{Symbol, names};
use super::value::Value;
use stillframe_front::bytecode::code::{Code, CodeKind, Const, Program};
use stillframe_front::bytecode::op::{Op, Reg};

/// A code object, linked.
pub struct Loaded {
    pub program: Arc<Program>,
    /// Its place in its program.
    pub at: usize,
    /// The place of its program's first code object among all.
    pub base: u32,
    /// Whose variables its global names are.
    pub module: Rc<Module>,
    /// Whether it belongs to the library.
    pub library: bool,
    /// Whether its functions pass for ones written in C: they have no frame that the program could see.
    pub passes_for_c: Cell<bool>,
    /// Whether its functions pass for methods written in C, which look at what they are called with for a receiver.
    pub wants_receiver: Cell<bool>,
    /// What CPython was doing where a call of it nests too deep, as its message ends; None: it does not count as a call.
    pub guard: Option<&'static str>,
    pub ops: Box<[Op]>,
    pub consts: Vec<Value>,
    pub names: Vec<Symbol>,
    /// Where instances had the attribute of each name last.
    pub places: Vec<Cell<u32>>,
    /// For names read or written as module variables: their slot.
    pub slots: Vec<u32>,
    /// For those: the builtin of the name, or unbound.
    pub builtins: Vec<Value>,
    pub kind: CodeKind,
    pub registers: usize,
    /// The names of the parameters that are not collected, in the registers of their order.
    pub parameters: Box<[Symbol]>,
    /// By constant: the names that calls give their last arguments.
    pub call_names: Vec<Box<[Symbol]>>,
    /// Parameters filled by position alone: no keyword-only ones, no `*args`, no `**kwargs`.
    pub plain: bool,
    pub arg_count: u8,
    /// The first temporary: instructions take those that they read.
    pub temp_start: Reg,
    pub free_start: Reg,
    pub name: Value,
    pub qualname: Value,
    /// What `__code__` answers, once somebody asked: of plain functions, and of those made awaitable.
    handles: [OnceCell<Rc<CodeObject>>; 2],
}

impl Loaded {
    pub fn code(&self) -> &Code {
        &self.program.codes[self.at]
    }

    /// The code object of its module.
    pub fn module_code(&self) -> &Code {
        &self.program.codes[0]
    }

    /// `__code__` of a function: the same object each time. That of a function made awaitable is another one.
    fn object(&self, index: u32, awaitable: bool) -> Rc<CodeObject> {
        let make = || {
            Rc::new(CodeObject {
                header: Header::new(heap::object_bytes::<CodeObject>()),
                index,
                program: self.program.clone(),
                at: self.at,
                awaitable,
            })
        };
        self.handles[usize::from(awaitable)].get_or_init(make).clone()
    }

    /// Looks the builtins of its names up again.
    fn link_builtins(&mut self, runtime: &Runtime) {
        for (name, builtin) in self.names.iter().zip(&mut self.builtins) {
            *builtin = builtin_of(runtime, *name);
        }
    }
}

/// The code objects that are loaded. The machine holds the table while it runs; it changes only when the machine pauses.
pub type Codes = Rc<Vec<Loaded>>;

impl Runtime {
    /// Appends a program's code objects to the table; its first one's index is the answer.
    pub fn load(&mut self, program: &Arc<Program>, module: &Rc<Module>, library: bool) -> u32 {
        let base = self.codes.len() as u32;
        let more: Vec<Loaded> =
            program.codes.iter().enumerate().map(|(at, code)| link(self, program, at, code, base, module, library)).collect();
        self.change_codes(|_, codes| codes.extend(more));
        base
    }

    /// Links code objects to the builtins as they are now.
    pub fn link_builtins(&mut self, of: impl Fn(&Loaded) -> bool) {
        self.change_codes(|runtime, codes| {
            for code in codes.iter_mut().filter(|code| of(code)) {
                fuel::note(code.names.len() as u64);
                code.link_builtins(runtime);
            }
        });
    }

    fn change_codes(&mut self, change: impl FnOnce(&Runtime, &mut Vec<Loaded>)) {
        let mut codes = take(&mut self.codes);
        change(self, Rc::get_mut(&mut codes).expect("the machine pauses while code is loaded"));
        self.codes = codes;
    }

    /// A loaded code object.
    pub fn code(&self, index: u32) -> &Code {
        self.codes[index as usize].code()
    }

    /// `__code__` of a function.
    pub fn code_object(&self, index: u32, awaitable: bool) -> Rc<CodeObject> {
        self.codes[index as usize].object(index, awaitable)
    }
}

fn link(runtime: &Runtime, program: &Arc<Program>, at: usize, code: &Code, base: u32, module: &Rc<Module>, library: bool) -> Loaded {
    let names: Vec<Symbol> = code.names.iter().map(|name| symbol_of(name)).collect();
    let mut slots = vec![0; names.len()];
    let mut builtins = vec![Value::Unbound; names.len()];
    for op in &code.ops {
        if let Op::LoadGlobal { name, .. } | Op::StoreGlobal { name, .. } | Op::DeleteGlobal { name } | Op::LoadName { name, .. } = op {
            let at = usize::from(*name);
            slots[at] = module.slot(names[at]);
            builtins[at] = builtin_of(runtime, names[at]);
        }
    }
    let parameters = code.var_names[..(code.arg_count + code.kwonly_count) as usize].iter().map(|name| symbol_of(name)).collect();
    Loaded {
        parameters,
        call_names: call_names(code),
        program: program.clone(),
        at,
        base,
        module: module.clone(),
        library,
        passes_for_c: Cell::new(false),
        wants_receiver: Cell::new(false),
        guard: guard_of(&module.name, &code.qualname),
        ops: code.ops.clone().into_boxed_slice(),
        consts: code.consts.iter().map(|constant| runtime.constant(constant)).collect(),
        places: vec![Cell::new(0); names.len()],
        names,
        slots,
        builtins,
        kind: code.kind,
        registers: usize::from(code.register_count),
        plain: !code.has_varargs && !code.has_varkw && code.kwonly_count == 0,
        arg_count: code.arg_count as u8,
        temp_start: code.temp_start,
        free_start: code.free_start,
        name: symbol_string(symbol_of(&code.name)),
        qualname: symbol_string(symbol_of(&code.qualname)),
        handles: Default::default(),
    }
}

/// The functions of the library count as calls as far as what they stand for in C does.
fn guard_of(module: &str, function: &str) -> Option<&'static str> {
    match (module, function) {
        ("itertools", _) | ("functools", "partial.__call__") | ("json", "JSONDecoder.raw_decode") => return None,
        ("prelude", _) => {}
        ("json", _) if function.starts_with('_') || function.contains("._") => {}
        _ => return Some(""),
    }
    match function {
        "JSONDecoder._read_array" => Some(" while decoding a JSON array from a unicode string"),
        "JSONDecoder._read_object" => Some(" while decoding a JSON object from a unicode string"),
        "JSONEncoder._write_list" | "JSONEncoder._write_dict" => Some(" while encoding a JSON object"),
        "compare_op" => Some(" in comparison"),
        "repr_of" => Some(" while getting the repr of an object"),
        "str_of" => Some(" while getting the str of an object"),
        "isinstance_of" => Some(" in __instancecheck__"),
        "issubclass_of" => Some(" in __subclasscheck__"),
        "sorted_of" | "ne_by_eq" | "str_by_format" => Some(" while calling a Python object"),
        _ => None,
    }
}

/// The builtin that code is linked to. Not `_`, which changes with each value that a session shows.
fn builtin_of(runtime: &Runtime, name: Symbol) -> Value {
    if name == names::UNDERSCORE { Value::Unbound } else { runtime.builtins.get(name).unwrap_or_default() }
}

/// The names in the constants of calls with keywords.
fn call_names(code: &Code) -> Vec<Box<[Symbol]>> {
    let mut found = Vec::new();
    for op in &code.ops {
        if let Op::CallKw { names, .. } | Op::CallLoadedKw { names, .. } = op
            && let Const::Tuple(items) = &code.consts[usize::from(*names)]
        {
            found.resize(code.consts.len(), Box::default());
            found[usize::from(*names)] =
                items.iter().filter_map(|item| if let Const::Str(text) = item { Some(symbol_of(text)) } else { None }).collect();
        }
    }
    found
}
