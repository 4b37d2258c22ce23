//! What a recorder knows of a code object: whether its frames are shown, and which of its variables are told.

use std::collections::HashMap;

use crate::Recording;
use crate::object::loaded::Loaded;
use crate::trace::account::{Account, EMPTY, Text};
use crate::trace::variables::Variable;
use stillframe_front::bytecode::code::{Code, CodeKind};

/// The library module that implements builtins: its frames are never shown.
const PRELUDE: &str = "prelude";

/// The library module whose frames stand for the event loop where they are not shown, and its submodules.
const EVENT_LOOP: &str = "asyncio";

/// What is known of a code object.
pub struct CodeFacts {
    pub shown: bool,
    /// Its frames stand for the event loop.
    pub is_event_loop: bool,
    pub kind: CodeKind,
    pub name: Text,
    pub line: u32,
    pub library: Text,
    pub variables: Vec<Variable>,
    /// Of a module: the names of its slots; none for those that are not told.
    pub slots: Vec<Option<Text>>,
    /// Where the recorder counts the frames of its name, once there was one.
    pub of_name: Option<usize>,
    /// One of its frames is in the account.
    pub is_told: bool,
    /// Where the account has the places of its instructions in the source.
    pub places: HashMap<u32, u32>,
}

impl CodeFacts {
    pub fn new(loaded: &Loaded, recording: Recording, account: &mut Account) -> CodeFacts {
        let code = loaded.code();
        let module = &*loaded.module.name;
        let shown = !loaded.library || recording == Recording::Library && module != PRELUDE;
        let is_event_loop = loaded.library && module.strip_prefix(EVENT_LOOP).is_some_and(|rest| rest.is_empty() || rest.starts_with('.'));
        CodeFacts {
            shown,
            is_event_loop,
            kind: code.kind,
            name: if shown { account.texts.intern(&code.qualname) } else { EMPTY },
            line: code.first_line,
            library: if shown && loaded.library { account.texts.intern(module) } else { EMPTY },
            variables: if shown { variables(code, account) } else { Vec::new() },
            slots: Vec::new(),
            of_name: None,
            is_told: false,
            places: HashMap::new(),
        }
    }
}

/// The variables in registers that are told: those the program named.
fn variables(code: &Code, account: &mut Account) -> Vec<Variable> {
    let cells = code.cells.iter().map(|(name, register)| (name, *register));
    let is_cell = |register: u8| code.cells.iter().any(|(_, cell)| *cell == register);
    let locals = code.var_names.iter().zip(0..).filter(|(_, register)| !is_cell(*register));
    let free = code.free_names.iter().zip(code.free_start..);
    let hides_dunders = code.kind.is_module() || code.kind == CodeKind::Class;
    let is_told = |name: &str| !name.starts_with('.') && name != "__class__" && !(hides_dunders && name.starts_with("__"));
    let mut variables = Vec::new();
    for (in_cell, name, register) in locals
        .map(|(name, register)| (false, name, register))
        .chain(cells.chain(free).map(|(name, register)| (true, name, register)))
        .filter(|(_, name, _)| is_told(name))
    {
        variables.push(Variable { register, name: account.texts.intern(name), in_cell });
    }
    variables
}
