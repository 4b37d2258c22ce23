//! `import` and `from … import`.

use std::sync::Arc;

use super::{Compiler, Result, refuse};
use crate::bytecode::code::Import;
use crate::bytecode::op::Op;
use crate::syntax::tree::*;
use crate::syntax::why_no_feature;

impl<'a> Compiler<'a> {
    pub fn import(&mut self, aliases: &'a [Alias]) -> Result {
        for alias in aliases {
            let d = self.unit.temp()?;
            let name = self.unit.name_index(&alias.name)?;
            match &alias.asname {
                Some(asname) => {
                    self.unit.op(Op::Import { d, leaf: true, name });
                    self.store_name(asname, d)?;
                }
                None => {
                    self.unit.op(Op::Import { d, leaf: false, name });
                    let top = alias.name.split('.').next().unwrap_or_default();
                    self.store_name(&super::name(top), d)?;
                }
            }
        }
        Ok(())
    }

    pub fn import_from(&mut self, module: Option<&'a Name>, aliases: &'a [Alias], level: u32, statement: Span) -> Result {
        let module_name = module.map_or("", |module| &**module);
        if module_name == "__future__" && level == 0 {
            refuse_unknown_futures(aliases, statement)?;
        }
        let dots = ".".repeat(level as usize);
        let name: Arc<str> = format!("{dots}{module_name}").into();
        let s = self.unit.temp()?;
        let name = self.unit.name_index(&name)?;
        self.unit.op(Op::Import { d: s, leaf: true, name });
        for alias in aliases {
            if &*alias.name == "*" {
                self.unit.op(Op::ImportStar { s });
                return Ok(());
            }
            let mark = self.unit.mark();
            let d = self.unit.temp()?;
            let name = self.unit.name_index(&alias.name)?;
            self.unit.op(Op::ImportFrom { d, s, name });
            self.store_name(alias.asname.as_ref().unwrap_or(&alias.name), d)?;
            self.unit.release(mark);
        }
        self.unit.op(Op::Clear { d: s });
        Ok(())
    }
}

/// The imports that a program comes to whatever happens, unless it ends before: statements of the module itself.
pub fn certain(module: &Module) -> Vec<Import> {
    let of = |name: &Arc<str>, statement: &Stmt| Import { name: name.clone(), line: statement.span.line };
    let mut found = Vec::new();
    if module.interactive {
        // A session reports an error and goes on.
        return found;
    }
    for statement in &module.body {
        match &statement.kind {
            StmtKind::Import(aliases) => found.extend(aliases.iter().map(|alias| of(&alias.name, statement))),
            StmtKind::ImportFrom { module: Some(name), level: 0, .. } => found.push(of(name, statement)),
            _ => {}
        }
    }
    found
}

fn refuse_unknown_futures(aliases: &[Alias], statement: Span) -> Result {
    for alias in aliases {
        if let Some(message) = why_no_feature(&alias.name) {
            return refuse(statement, message);
        }
    }
    Ok(())
}
