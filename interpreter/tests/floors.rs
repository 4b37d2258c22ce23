//! The house has floors: a file imports only from its own floor and those below. And neighbours don't lean on one another in a circle: the
//! files and folders of one folder have an order in which each imports only from those before it.

#[path = "support/imports.rs"]
mod imports;

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use imports::{Module, Modules};

/// The floors of the interpreter, and those of its front end, lowest first.
const FLOORS: &[&str] = &["limits", "outcome", "library", "object", "native", "vm", "trace", "run", "job"];
const FRONT_FLOORS: &[&str] = &["limits", "syntax", "bytecode", "compile"];

/// Folders whose files may lean on one another.
///
/// `object`: a value is one of all types, every type holds values, and each is shown, compared and buried by way of all others.
const CIRCLES: &[&str] = &["object"];

fn interpreter() -> Modules {
    Modules::under(&Path::new(env!("CARGO_MANIFEST_DIR")).join("src"))
}

fn front() -> Modules {
    Modules::under(&Path::new(env!("CARGO_MANIFEST_DIR")).join("front/src"))
}

#[test]
fn no_file_imports_from_a_higher_floor() {
    for (modules, floors) in [(interpreter(), FLOORS), (front(), FRONT_FLOORS)] {
        let height = |module: &Module| floors.iter().position(|floor| module.first().is_some_and(|name| name == floor));
        let climbs: Vec<String> = modules
            .imports()
            .filter(|(from, to)| matches!((height(from), height(to)), (Some(own), Some(other)) if other > own))
            .map(|(from, to)| format!("{} imports from {}", from.join("/"), to.join("/")))
            .collect();
        assert!(climbs.is_empty(), "imports from a higher floor:\n{}", climbs.join("\n"));
    }
}

#[test]
fn neighbours_do_not_import_in_a_circle() {
    for modules in [interpreter(), front()] {
        let mut folders: BTreeMap<String, Neighbours> = BTreeMap::new();
        for (from, to) in modules.imports() {
            let shared = from.iter().zip(&to).take_while(|(a, b)| a == b).count();
            if let (Some(a), Some(b)) = (from.get(shared), to.get(shared)) {
                folders.entry(from[..shared].join("/")).or_default().entry(a.clone()).or_default().insert(b.clone());
            }
        }
        assert!(folders.len() > 3, "the imports were not found");
        for (folder, neighbours) in folders {
            let circle = in_circles(neighbours);
            let is_argued = CIRCLES.contains(&&*folder);
            assert_eq!(circle.is_empty(), !is_argued, "{folder}/ has files that import in a circle, or lie between: {circle:?}");
        }
    }
}

/// The names of a folder, and what each of them imports.
type Neighbours = BTreeMap<String, BTreeSet<String>>;

/// What is left when all are taken away that import nothing, or that nothing imports, over and over.
fn in_circles(mut neighbours: Neighbours) -> Vec<String> {
    loop {
        let before = neighbours.len();
        let importers: BTreeSet<String> = neighbours.keys().cloned().collect();
        let imported: BTreeSet<String> = neighbours.values().flatten().cloned().collect();
        neighbours.values_mut().for_each(|others| others.retain(|other| importers.contains(other)));
        neighbours.retain(|name, others| !others.is_empty() && imported.contains(name));
        if neighbours.len() == before {
            return neighbours.into_keys().collect();
        }
    }
}
