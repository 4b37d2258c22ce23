//! Variables: which register, cell or namespace a name means, and how it is read, written and unbound.

use super::emit::Variable;
use super::scope::{Block, Resolution, mangle};
use super::{Compiler, Result, refuse};
use crate::bytecode::code::CodeKind;
use crate::bytecode::op::{Op, Reg};
use crate::limits::VARIABLES;
use crate::syntax::tree::Name;

/// The most module variables in registers.
const MAX_MODULE_REGISTERS: usize = 150;

impl<'a> Compiler<'a> {
    /// Lays out the registers of a function: parameters, other locals, cells, free variables.
    pub fn declare_variables(&mut self) -> Result {
        let scope = self.scope();
        let locals = scope.with_resolution(Resolution::Local).filter(|name| !scope.params.contains(name)).count();
        let cells: Vec<Name> = scope.with_resolution(Resolution::Cell).cloned().collect();
        let (param_cells, other_cells): (Vec<Name>, Vec<Name>) = cells.into_iter().partition(|name| scope.params.contains(name));
        let free: Vec<Name> = scope.free_names().cloned().collect();
        if scope.params.len() + locals + other_cells.len() + free.len() > VARIABLES {
            return refuse(self.unit.place, format!("a function may have at most {VARIABLES} local variables"));
        }
        for (at, name) in scope.params.iter().enumerate() {
            let register = at as Reg;
            self.unit.var_names.push(name.clone());
            if param_cells.contains(name) {
                self.unit.cells.push((name.clone(), register));
                self.unit.variables.insert(name.clone(), Variable::Cell(register));
            } else {
                self.unit.variables.insert(name.clone(), Variable::Local(register));
            }
        }
        self.declare_cells((scope.params.len() + locals) as Reg, &other_cells, &free);
        Ok(())
    }

    /// The registers of a class body: its `__class__` cell, and what its methods and it take from outside.
    pub fn declare_class_variables(&mut self) -> Result {
        let scope = self.scope();
        let cells: Vec<Name> = scope.needs_class_cell.then(|| "__class__".into()).into_iter().collect();
        let free: Vec<Name> = scope.free_names().cloned().collect();
        if free.len() > VARIABLES {
            return refuse(self.unit.place, format!("a class may use at most {VARIABLES} variables of outer functions"));
        }
        self.unit.class_cell = scope.needs_class_cell.then_some(0);
        self.declare_cells(0, &cells, &free);
        Ok(())
    }

    fn declare_cells(&mut self, start: Reg, cells: &[Name], free: &[Name]) {
        let is_class = self.scope().block == Block::Class;
        let mut next = start;
        for name in cells {
            self.unit.cells.push((name.clone(), next));
            if !is_class {
                self.unit.variables.insert(name.clone(), Variable::Cell(next));
            }
            next += 1;
        }
        self.unit.free_start = next;
        for name in free {
            self.unit.free_names.push(name.clone());
            if self.scope().resolution(name) == Some(Resolution::Free) {
                let variable = if is_class { Variable::ClassCell(next) } else { Variable::Cell(next) };
                self.unit.variables.insert(name.clone(), variable);
            }
            next += 1;
        }
        self.unit.begin_temps(next);
    }

    /// The module variables that may live in registers get room; each has its register when it comes up. Those of a coroutine may not:
    /// they outlive its frame.
    pub fn declare_module_variables(&mut self) {
        let keeps_frame = self.unit.kind == CodeKind::Module;
        let room = if self.options.module_registers && keeps_frame && !self.scopes.reflective && !self.echoes {
            let scope = self.scopes.module();
            scope.with_resolution(Resolution::Local).filter(|name| self.may_be_in_register(name)).count()
        } else {
            0
        };
        let room = room.min(MAX_MODULE_REGISTERS) as Reg;
        self.unit.free_start = room;
        self.unit.begin_temps(room);
    }

    /// Whether only the module's own code uses the name, and never for a builtin of that name.
    fn may_be_in_register(&self, name: &Name) -> bool {
        !self.scopes.used_inside.contains(name) && !is_builtin(name) && !name.starts_with("__")
    }

    /// What a name means here, mangled in a class.
    pub fn variable(&mut self, name: &Name) -> (Name, Variable) {
        let name = mangle(self.unit.class.map(|class| &**class), name);
        if let Some(variable) = self.unit.variables.get(&name) {
            return (name, *variable);
        }
        let variable = self.find_variable(&name);
        self.unit.count_name(&name);
        self.unit.variables.insert(name.clone(), variable);
        (name, variable)
    }

    fn find_variable(&mut self, name: &Name) -> Variable {
        let scope = self.scope();
        match (scope.block, scope.resolution(name)) {
            (Block::Function, Some(Resolution::Local)) => self.next_local(name),
            (Block::Module, Some(Resolution::Local))
                if self.unit.var_names.len() < usize::from(self.unit.temp_start) && self.may_be_in_register(name) =>
            {
                self.next_local(name)
            }
            (Block::Class, Some(Resolution::GlobalExplicit)) => Variable::Global,
            (Block::Class, _) => Variable::Name,
            _ => Variable::Global,
        }
    }

    fn next_local(&mut self, name: &Name) -> Variable {
        let register = self.unit.var_names.len() as Reg;
        self.unit.var_names.push(name.clone());
        Variable::Local(register)
    }

    /// The register, if the name is a plain local.
    pub fn local(&mut self, name: &Name) -> Option<Reg> {
        match self.variable(name) {
            (_, Variable::Local(register)) => Some(register),
            _ => None,
        }
    }

    /// Reads a variable into `d`.
    pub fn load_name(&mut self, name: &Name, d: Reg) -> Result {
        let (name, variable) = self.variable(name);
        let op = match variable {
            Variable::Local(s) => Op::Move { d, s },
            Variable::Cell(c) => Op::LoadCell { d, c },
            Variable::Global => Op::LoadGlobal { d, name: self.unit.name_index(&name)? },
            Variable::Name => Op::LoadName { d, name: self.unit.name_index(&name)? },
            Variable::ClassCell(c) => Op::LoadClassCell { d, c, name: self.unit.name_index(&name)? },
        };
        self.unit.op(op);
        Ok(())
    }

    /// Writes what is in `s` to a variable, taking it if it is a temporary.
    pub fn store_name(&mut self, name: &Name, s: Reg) -> Result {
        let (name, variable) = self.variable(name);
        let op = match variable {
            Variable::Local(d) if d == s => return Ok(()),
            Variable::Local(d) if self.unit.is_temp(s) => Op::Take { d, s },
            Variable::Local(d) => Op::Move { d, s },
            Variable::Cell(c) => Op::StoreCell { c, s },
            Variable::Global => Op::StoreGlobal { s, name: self.unit.name_index(&name)? },
            Variable::Name => Op::StoreName { s, name: self.unit.name_index(&name)? },
            Variable::ClassCell(c) => Op::StoreCell { c, s },
        };
        self.unit.op(op);
        Ok(())
    }

    /// Unbinds a variable, as `del` does.
    pub fn delete_name(&mut self, name: &Name) -> Result {
        let (name, variable) = self.variable(name);
        let op = match variable {
            Variable::Local(d) => Op::DeleteFast { d },
            Variable::Cell(c) => Op::DeleteCell { c },
            Variable::Global => Op::DeleteGlobal { name: self.unit.name_index(&name)? },
            Variable::Name => Op::DeleteName { name: self.unit.name_index(&name)? },
            Variable::ClassCell(c) => Op::DeleteCell { c },
        };
        self.unit.op(op);
        Ok(())
    }

    /// Unbinds a variable whether or not it is bound: the end of `except … as name`.
    pub fn forget_name(&mut self, name: &Name) -> Result {
        if let Some(d) = self.local(name) {
            self.unit.op(Op::Clear { d });
            return Ok(());
        }
        let mark = self.unit.mark();
        let none = self.unit.temp()?;
        self.unit.op(Op::LoadNone { d: none });
        self.store_name(name, none)?;
        self.unit.release(mark);
        self.delete_name(name)
    }

    /// The register of the cell that an inner function captures under this name.
    pub fn cell_register(&self, name: &str) -> Reg {
        if let Some((_, register)) = self.unit.cells.iter().find(|(cell, _)| &**cell == name) {
            return *register;
        }
        let at = self.unit.free_names.iter().position(|free| &**free == name);
        self.unit.free_start + at.expect("what is free inside is a cell or free here") as Reg
    }
}

fn is_builtin(name: &str) -> bool {
    BUILTINS.binary_search(&name).is_ok()
}

/// CPython 3.11's builtins, sorted. Variables of these names are looked up by name, never kept in registers.
#[rustfmt::skip]
pub const BUILTINS: &[&str] = &[
    "ArithmeticError", "AssertionError", "AttributeError", "BaseException", "BaseExceptionGroup", "BlockingIOError",
    "BrokenPipeError", "BufferError", "BytesWarning", "ChildProcessError", "ConnectionAbortedError", "ConnectionError",
    "ConnectionRefusedError", "ConnectionResetError", "DeprecationWarning", "EOFError", "Ellipsis", "EncodingWarning",
    "EnvironmentError", "Exception", "ExceptionGroup", "False", "FileExistsError", "FileNotFoundError", "FloatingPointError",
    "FutureWarning", "GeneratorExit", "IOError", "ImportError", "ImportWarning", "IndentationError", "IndexError", "InterruptedError",
    "IsADirectoryError", "KeyError", "KeyboardInterrupt", "LookupError", "MemoryError", "ModuleNotFoundError", "NameError", "None",
    "NotADirectoryError", "NotImplemented", "NotImplementedError", "OSError", "OverflowError", "PendingDeprecationWarning",
    "PermissionError", "ProcessLookupError", "RecursionError", "ReferenceError", "ResourceWarning", "RuntimeError", "RuntimeWarning",
    "StopAsyncIteration", "StopIteration", "SyntaxError", "SyntaxWarning", "SystemError", "SystemExit", "TabError", "TimeoutError",
    "True", "TypeError", "UnboundLocalError", "UnicodeDecodeError", "UnicodeEncodeError", "UnicodeError", "UnicodeTranslateError",
    "UnicodeWarning", "UserWarning", "ValueError", "Warning", "ZeroDivisionError", "abs", "aiter", "all", "anext", "any", "ascii",
    "bin", "bool", "breakpoint", "bytearray", "bytes", "callable", "chr", "classmethod", "compile", "complex", "copyright", "credits",
    "delattr", "dict", "dir", "divmod", "enumerate", "eval", "exec", "exit", "filter", "float", "format", "frozenset", "getattr",
    "globals", "hasattr", "hash", "help", "hex", "id", "input", "int", "isinstance", "issubclass", "iter", "len", "license", "list",
    "locals", "map", "max", "memoryview", "min", "next", "object", "oct", "open", "ord", "pow", "print", "property", "quit", "range",
    "repr", "reversed", "round", "set", "setattr", "slice", "sorted", "staticmethod", "str", "sum", "super", "tuple", "type", "vars",
    "zip",
];
