//! The commands `stillframe programs`: what an operator does with shared programs, beside a server that runs or without one.

use std::fs::File;
use std::io::{self, BufRead, BufReader, BufWriter};
use std::path::Path;

use crate::config::{Database, Programs, Shared};
use crate::store::Store;

/// Does what a command says. An error is a sentence.
pub async fn carry_out(command: Programs) -> Result<(), String> {
    match command {
        Programs::Export { of } => open(&of).await?.export(&mut BufWriter::new(io::stdout().lock())).await,
        Programs::Import { file, of } => {
            let imported = open(&of).await?.import(lines(&file)?).await?;
            eprintln!("{} lines were new, {} were known already", imported.new, imported.known);
            Ok(())
        }
        Programs::Remove { id, reason, of } => match open(&of).await?.remove(&id, reason.trim_end_matches('.')).await? {
            true => Ok(()),
            false => Err(format!("there is no program {id}")),
        },
        Programs::Expire { unused, of } => {
            eprintln!("{} programs were deleted", open(&of).await?.expire(unused).await?);
            Ok(())
        }
        Programs::Stats { of } => {
            println!("{}", serde_json::to_string(&open(&of).await?.stats().await?).map_err(|e| e.to_string())?);
            Ok(())
        }
    }
}

async fn open(of: &Shared) -> Result<Store, String> {
    Store::open(&Database::of(of.database.as_deref())?).await
}

fn lines(file: &Path) -> Result<Box<dyn BufRead>, String> {
    if file == Path::new("-") {
        return Ok(Box::new(io::stdin().lock()));
    }
    let opened = File::open(file).map_err(|e| format!("can't open {}: {e}", file.display()))?;
    Ok(Box::new(BufReader::new(opened)))
}
