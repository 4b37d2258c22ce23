//! Which module of a crate imports from which, read from the sources. A name that a folder's `mod.rs` hands on counts as its origin.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

/// The names on the way to a module, from the crate's root.
pub type Module = Vec<String>;

/// A path in the code, such as `super::frame::Frame`.
type Name = Vec<String>;

/// The modules of a crate, and the paths that the code of each names. Modules of tests are left out.
pub struct Modules(BTreeMap<Module, Vec<Name>>);

impl Modules {
    pub fn under(root: &Path) -> Modules {
        let mut modules = BTreeMap::new();
        collect(root, &Vec::new(), &mut modules);
        assert!(modules.len() > 20, "the sources were not found");
        Modules(modules)
    }

    /// Each import: the module that imports, and the one that has what is imported.
    pub fn imports(&self) -> impl Iterator<Item = (&Module, Module)> {
        self.0.iter().flat_map(move |(module, names)| names.iter().filter_map(move |name| Some((module, self.origin(module, name, 0)?))))
    }

    /// The module that a name leads to; None if that is in another crate.
    fn origin(&self, module: &Module, name: &Name, hops: usize) -> Option<Module> {
        let (mut at, mut rest) = match name.first()?.as_str() {
            "crate" => (Module::new(), &name[1..]),
            "self" => (module.clone(), &name[1..]),
            "super" => (module[..module.len().saturating_sub(1)].to_vec(), &name[1..]),
            child if self.0.contains_key(&[module.as_slice(), &[child.to_owned()]].concat()) => (module.clone(), &name[..]),
            _ => return None,
        };
        while let Some((next, behind)) = rest.split_first() {
            let child = [at.as_slice(), std::slice::from_ref(next)].concat();
            if next == "super" {
                at.pop();
            } else if self.0.contains_key(&child) {
                at = child;
            } else {
                let handed_on = self.0.get(&at)?.iter().find(|other| other.last() == Some(next) && *other != name && hops < 4);
                return handed_on.and_then(|other| self.origin(&at, other, hops + 1)).or(Some(at));
            }
            rest = behind;
        }
        Some(at)
    }
}

fn collect(folder: &Path, place: &Module, modules: &mut BTreeMap<Module, Vec<Name>>) {
    for entry in fs::read_dir(folder).expect("a folder of sources").flatten() {
        let path = entry.path();
        let name = path.file_stem().expect("a name").to_string_lossy().into_owned();
        let inside = [place.as_slice(), std::slice::from_ref(&name)].concat();
        if name == "tests" {
            continue;
        } else if path.is_dir() {
            collect(&path, &inside, modules);
        } else if path.extension().is_some_and(|extension| extension == "rs") {
            let module = if matches!(&*name, "lib" | "mod") { place.clone() } else { inside };
            modules.insert(module, names_in(&fs::read_to_string(&path).expect("a source")));
        }
    }
}

/// The paths that code names: those of its `use`, and those in the middle of it that say where they begin.
fn names_in(text: &str) -> Vec<Name> {
    let code = text.lines().filter(|line| !line.trim_start().starts_with("//")).collect::<Vec<_>>().join("\n");
    let mut names = Vec::new();
    for statement in code.split(';') {
        let mut lines = statement.lines();
        let is_use = |line: &str| line.starts_with("use ") || line.starts_with("pub") && line.contains(" use ");
        if let Some(first) = lines.by_ref().map(str::trim).find(|line| is_use(line)) {
            let rest: String = lines.collect();
            let tree = format!("{first}{rest}");
            let tree = tree.split_once("use ").map_or("", |(_, tree)| tree);
            expand(&[], tree, &mut names);
        }
    }
    let words = code.split(|c: char| !(c.is_alphanumeric() || c == '_' || c == ':'));
    names.extend(words.filter(|word| word.starts_with("crate::") || word.starts_with("super::")).map(|word| parts(word).collect()));
    names
}

fn parts(path: &str) -> impl Iterator<Item = String> {
    path.split("::").map(str::trim).filter(|part| !part.is_empty()).map(str::to_owned)
}

/// The paths of a tree such as `super::{frame::Frame, value}`.
fn expand(before: &[String], tree: &str, names: &mut Vec<Name>) {
    let Some((head, group)) = tree.split_once('{') else {
        let path = tree.split(" as ").next().unwrap_or_default();
        names.push(before.iter().cloned().chain(parts(path)).collect());
        return;
    };
    let before: Vec<String> = before.iter().cloned().chain(parts(head)).collect();
    branches(group).iter().for_each(|branch| expand(&before, branch, names));
}

/// What stands between the commas of a group, up to its end.
fn branches(group: &str) -> Vec<String> {
    let mut depth = 0;
    let mut found = vec![String::new()];
    for c in group.chars() {
        depth += i32::from(c == '{') - i32::from(c == '}');
        match c {
            '}' if depth < 0 => break,
            ',' if depth == 0 => found.push(String::new()),
            _ => found.last_mut().expect("one at least").push(c),
        }
    }
    found.retain(|branch| !branch.trim().is_empty());
    found
}
