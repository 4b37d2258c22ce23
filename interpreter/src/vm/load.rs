//! Loading programs: code objects linked to the run's names, constants and modules.

use std::cell::Cell;
use std::rc::Rc;
use std::sync::Arc;

use crate::object::module::Module;
use crate::object::runtime::{LoadedCode, Runtime, symbol_of, symbol_string};
use crate::object::symbol::{Symbol, names};
use crate::object::value::Value;
use stillframe_front::bytecode::code::{Code, CodeKind, Const, Program};
use stillframe_front::bytecode::op::{Op, Reg};

/// A code object, linked.
pub struct Loaded {
    pub program: Arc<Program>,
    /// Its place in its program.
    pub at: usize,
    /// The place of its program's first code object among all.
    pub base: u32,
    pub module: Rc<Module>,
    /// Whether it belongs to the library.
    pub library: bool,
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
}

impl Loaded {
    pub fn code(&self) -> &Code {
        &self.program.codes[self.at]
    }

    /// Looks the builtins of its names up again.
    pub fn link_builtins(&mut self, runtime: &Runtime) {
        for (name, builtin) in self.names.iter().zip(&mut self.builtins) {
            *builtin = builtin_of(runtime, *name);
        }
    }
}

/// Appends a program's code objects to `codes`; its first one's index is the answer.
pub fn load(runtime: &mut Runtime, codes: &mut Vec<Loaded>, program: &Arc<Program>, module: &Rc<Module>, library: bool) -> u32 {
    let base = codes.len() as u32;
    for (at, code) in program.codes.iter().enumerate() {
        runtime.codes.push(LoadedCode::new(program.clone(), at, module.clone(), library));
        codes.push(link(runtime, program, at, code, base, module, library));
    }
    base
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
