//! The second pass: from how names are used to where they live.

use std::collections::{BTreeSet, HashMap};

use super::{Block, Resolution, Scope, ScopeId, Scopes, Symbol};
use crate::compile::refuse;
use crate::syntax::error::SyntaxError;
use crate::syntax::tree::{Name, Span};

/// Decides every name of every scope.
pub fn resolve(scopes: &mut Scopes) -> Result<(), Box<SyntaxError>> {
    resolve_scope(scopes, 0, &mut Visible::default())?;
    note_uses_inside(scopes);
    Ok(())
}

/// What a scope sees of those around it: for each name what it is in each of them, the innermost last.
#[derive(Default)]
struct Visible {
    names: HashMap<Name, Vec<Seen>>,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Seen {
    Bound,
    Global,
}

impl Visible {
    fn get(&self, name: &Name) -> Option<Seen> {
        self.names.get(name)?.last().copied()
    }

    fn enter(&mut self, layer: &[(Name, Seen)]) {
        for (name, seen) in layer {
            self.names.entry(name.clone()).or_default().push(*seen);
        }
    }

    fn leave(&mut self, layer: &[(Name, Seen)]) {
        for (name, _) in layer {
            self.names.get_mut(name).and_then(Vec::pop);
        }
    }
}

/// Resolves a scope and those inside it; answers the names that are free in it.
fn resolve_scope(scopes: &mut Scopes, id: ScopeId, visible: &mut Visible) -> Result<BTreeSet<Name>, Box<SyntaxError>> {
    let mut free = BTreeSet::new();
    let mut layer = Vec::new();
    let block = scopes.scopes[id].block;
    let names: Vec<Name> = scopes.scopes[id].symbols.keys().cloned().collect();
    for name in names {
        let resolution = resolve_name(&scopes.scopes[id], &name, visible)?;
        match resolution {
            Resolution::Local if block == Block::Function => layer.push((name.clone(), Seen::Bound)),
            Resolution::GlobalExplicit if block != Block::Class => layer.push((name.clone(), Seen::Global)),
            Resolution::Free => drop(free.insert(name.clone())),
            _ => {}
        }
        scopes.scopes[id].symbols.get_mut(&name).expect("it was listed").resolution = resolution;
    }
    if block == Block::Class {
        layer.push(("__class__".into(), Seen::Bound));
    }
    visible.enter(&layer);
    let mut free_inside = BTreeSet::new();
    for at in 0..scopes.scopes[id].children.len() {
        let child = scopes.scopes[id].children[at];
        free_inside.append(&mut resolve_scope(scopes, child, visible)?);
    }
    visible.leave(&layer);
    scopes.reserve(free_inside.len(), 0, Span { line: 1, end_line: 1, ..Span::default() })?;
    let scope = &mut scopes.scopes[id];
    bind_what_is_free_inside(scope, &mut free_inside);
    pass_on(scope, &free_inside, visible);
    free.append(&mut free_inside);
    Ok(free)
}

fn resolve_name(scope: &Scope, name: &Name, outside: &Visible) -> Result<Resolution, Box<SyntaxError>> {
    let uses = scope.symbols[name].uses;
    let span = || scope.declared.get(name).copied().unwrap_or_default();
    if uses.global {
        if uses.nonlocal {
            return refuse(span(), format!("name '{name}' is nonlocal and global"));
        }
        return Ok(Resolution::GlobalExplicit);
    }
    let seen = outside.get(name);
    if uses.nonlocal {
        if scope.block == Block::Module {
            return refuse(span(), "nonlocal declaration not allowed at module level");
        }
        if seen != Some(Seen::Bound) {
            return refuse(span(), format!("no binding for nonlocal '{name}' found"));
        }
        return Ok(Resolution::Free);
    }
    if uses.is_bound() {
        return Ok(Resolution::Local);
    }
    Ok(if seen == Some(Seen::Bound) { Resolution::Free } else { Resolution::GlobalImplicit })
}

/// Locals that are free inside become cells; a class gets its `__class__` cell.
fn bind_what_is_free_inside(scope: &mut Scope, free_inside: &mut BTreeSet<Name>) {
    match scope.block {
        Block::Function => free_inside.retain(|name| match scope.symbols.get_mut(name) {
            Some(symbol) if symbol.resolution == Resolution::Local => {
                symbol.resolution = Resolution::Cell;
                false
            }
            _ => true,
        }),
        Block::Class => scope.needs_class_cell = free_inside.remove("__class__"),
        Block::Module => {}
    }
}

/// What is free inside and not bound here is free here too.
fn pass_on(scope: &mut Scope, free_inside: &BTreeSet<Name>, outside: &Visible) {
    for name in free_inside {
        match scope.symbols.get_mut(name) {
            Some(symbol) => symbol.free_in_class = scope.block == Block::Class && (symbol.uses.is_bound() || symbol.uses.global),
            None if outside.get(name) == Some(Seen::Bound) => {
                let symbol = Symbol { resolution: Resolution::Free, ..Symbol::default() };
                scope.symbols.insert(name.clone(), symbol);
            }
            None => {}
        }
    }
}

/// Notes the module variables that inner scopes use.
fn note_uses_inside(scopes: &mut Scopes) {
    for scope in &scopes.scopes[1..] {
        for (name, symbol) in &scope.symbols {
            let is_global = matches!(symbol.resolution, Resolution::GlobalImplicit | Resolution::GlobalExplicit);
            // A class body reads a name that it binds later from the module.
            let falls_back = scope.block == Block::Class && symbol.uses.read;
            if is_global || falls_back {
                scopes.used_inside.insert(name.clone());
            }
        }
    }
}
