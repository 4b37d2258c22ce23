//! Which scope each name belongs to: decided once, in two passes modelled on CPython's symbol table.
//!
//! The first pass ([`collect`]) notes for each block how its names are used; the second ([`resolve`]) decides for each name whether it is
//! local, a cell, free or global. Scopes are found again by the address of the node that opens them, which stands still meanwhile.

mod collect;
mod resolve;

use std::collections::{BTreeMap, HashMap, HashSet};

use super::fold::Folder;
use super::{TOO_LARGE, refuse};
use crate::bytecode::code::Warning;
use crate::syntax::error::SyntaxError;
use crate::syntax::tree::{Module, Name, Span};

/// The bytes of an entry, its name aside.
const ENTRY: usize = 64;

/// The index of a scope; the module's is 0.
pub type ScopeId = usize;

/// The scopes of a program.
pub struct Scopes {
    scopes: Vec<Scope>,
    by_node: HashMap<usize, ScopeId>,
    /// Module variables that an inner scope reads, writes or deletes.
    pub used_inside: HashSet<Name>,
    /// The program may look at its variables by other means than their names.
    pub reflective: bool,
    /// What is worth a warning, by the way.
    pub warnings: Vec<Warning>,
    /// What is left of [`TABLES`](crate::limits::TABLES).
    room: usize,
}

impl Scopes {
    pub fn of(module: &Module, folder: &Folder) -> Result<Scopes, Box<SyntaxError>> {
        let mut scopes = collect::collect(module, folder)?;
        resolve::resolve(&mut scopes)?;
        Ok(scopes)
    }

    pub fn module(&self) -> &Scope {
        &self.scopes[0]
    }

    pub fn get(&self, id: ScopeId) -> &Scope {
        &self.scopes[id]
    }

    /// Makes room for entries with `bytes` of names of their own.
    fn reserve(&mut self, entries: usize, bytes: usize, place: Span) -> Result<(), Box<SyntaxError>> {
        match self.room.checked_sub(entries * ENTRY + bytes) {
            Some(room) => self.room = room,
            None => return refuse(place, TOO_LARGE),
        }
        Ok(())
    }

    /// The scope that `node` opens.
    pub fn opened_by<T>(&self, node: &T) -> ScopeId {
        self.by_node[&address(node)]
    }
}

/// What kind of block a scope is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Block {
    Module,
    Class,
    Function,
}

/// A block of the program with names of its own.
#[derive(Debug)]
pub struct Scope {
    pub block: Block,
    /// Sorted by name, as CPython sorts cells and free variables.
    pub symbols: BTreeMap<Name, Symbol>,
    /// Parameters in the order of `co_varnames`.
    pub params: Vec<Name>,
    /// It has a `yield` of its own, or is a generator expression.
    pub is_generator: bool,
    /// It is an `async def`, or a comprehension or a module that awaits.
    pub is_coroutine: bool,
    /// What it is called, if it is a comprehension.
    pub comprehension: Option<&'static str>,
    /// A class whose methods need the `__class__` cell.
    pub needs_class_cell: bool,
    /// Names that assignment expressions bind here.
    pub walrus: HashSet<Name>,
    parent: Option<ScopeId>,
    children: Vec<ScopeId>,
    /// Where each `global` and `nonlocal` name is declared.
    declared: HashMap<Name, Span>,
}

impl Scope {
    fn new(block: Block, parent: Option<ScopeId>) -> Scope {
        Scope {
            block,
            symbols: BTreeMap::new(),
            params: Vec::new(),
            is_generator: false,
            is_coroutine: false,
            comprehension: None,
            needs_class_cell: false,
            walrus: HashSet::new(),
            parent,
            children: Vec::new(),
            declared: HashMap::new(),
        }
    }

    pub fn resolution(&self, name: &str) -> Option<Resolution> {
        self.symbols.get(name).map(|symbol| symbol.resolution)
    }

    /// Whether the name is bound by an import here.
    pub fn imports(&self, name: &str) -> bool {
        self.symbols.get(name).is_some_and(|symbol| symbol.uses.import)
    }

    pub fn binds(&self, name: &str) -> bool {
        self.symbols.get(name).is_some_and(|symbol| symbol.uses.is_bound())
    }

    /// Whether the name is a parameter that nothing here can unbind.
    pub fn is_bound_param(&self, name: &str) -> bool {
        self.symbols.get(name).is_some_and(|symbol| symbol.uses.param && !symbol.uses.deleted)
    }

    pub fn with_resolution(&self, wanted: Resolution) -> impl Iterator<Item = &Name> {
        self.symbols.iter().filter(move |(_, symbol)| symbol.resolution == wanted).map(|(name, _)| name)
    }

    /// The free variables, sorted: those the block reads, and those that pass through a class.
    pub fn free_names(&self) -> impl Iterator<Item = &Name> {
        let is_free = |symbol: &Symbol| symbol.resolution == Resolution::Free || symbol.free_in_class;
        self.symbols.iter().filter(move |(_, symbol)| is_free(symbol)).map(|(name, _)| name)
    }
}

/// Where a name's value lives.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Resolution {
    #[default]
    Local,
    /// Local, and captured by an inner function.
    Cell,
    /// Captured from an outer function.
    Free,
    GlobalImplicit,
    GlobalExplicit,
}

/// A name in a scope.
#[derive(Clone, Debug, Default)]
pub struct Symbol {
    pub resolution: Resolution,
    uses: Uses,
    /// Bound in a class body, and free in one of its methods.
    free_in_class: bool,
}

/// How a block uses a name.
#[derive(Clone, Copy, Debug, Default)]
struct Uses {
    read: bool,
    local: bool,
    param: bool,
    import: bool,
    global: bool,
    nonlocal: bool,
    annotated: bool,
    iterated: bool,
    deleted: bool,
}

impl Uses {
    fn is_bound(self) -> bool {
        self.local || self.param || self.import
    }
}

/// `__name` in class `C` is `_C__name`.
pub fn mangle(class: Option<&str>, name: &Name) -> Name {
    let Some(class) = class else { return name.clone() };
    if !name.starts_with("__") || name.ends_with("__") || name.contains('.') {
        return name.clone();
    }
    match class.trim_start_matches('_') {
        "" => name.clone(),
        stripped => format!("_{stripped}{name}").into(),
    }
}

fn address<T>(node: &T) -> usize {
    std::ptr::from_ref(node).addr()
}
