//! The programs of the page's list, read from `examples/NN-slug/`: `program.py`, and `about.md` which says what it is.
//!
//! ```text
//! title: A first generator
//! topic: Generators
//! step: 12
//!
//! A few sentences: the summary.
//! ```
//!
//! `step` is the one worth looking at, and may be left out.

use std::collections::BTreeMap;

use rust_embed::RustEmbed;
use serde::Serialize;

#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Example {
    pub slug: String,
    pub title: String,
    pub topic: String,
    pub summary: String,
    pub step: Option<u32>,
    pub source: String,
}

#[derive(RustEmbed)]
#[folder = "../examples/"]
#[include = "*/program.py"]
#[include = "*/about.md"]
struct Folder;

/// All examples, in the order of their numbers. An error names the file and what is wrong with it.
pub fn all() -> Result<Vec<Example>, String> {
    let mut folders = BTreeMap::<String, (Option<String>, Option<String>)>::new();
    for path in Folder::iter() {
        let text = Folder::get(&path).ok_or_else(|| format!("examples/{path}: gone"))?;
        let text = String::from_utf8(text.data.into_owned()).map_err(|e| format!("examples/{path}: {e}"))?;
        match path.split_once('/') {
            Some((folder, "about.md")) => folders.entry(folder.to_owned()).or_default().0 = Some(text),
            Some((folder, _)) => folders.entry(folder.to_owned()).or_default().1 = Some(text),
            None => return Err(format!("examples/{path}: not in a folder of its own")),
        }
    }
    folders.into_iter().map(|(folder, files)| read(&folder, files).map_err(|e| format!("examples/{folder}: {e}"))).collect()
}

fn read(folder: &str, (about, program): (Option<String>, Option<String>)) -> Result<Example, String> {
    let slug = match folder.split_once('-') {
        Some((number, slug)) if number.len() == 2 && number.bytes().all(|b| b.is_ascii_digit()) && !slug.is_empty() => slug,
        _ => return Err("the folder's name is not of the form 01-some-name".to_owned()),
    };
    let about = about.ok_or("about.md is missing")?;
    let source = program.ok_or("program.py is missing")?;
    let mut example =
        Example { slug: slug.to_owned(), title: String::new(), topic: String::new(), summary: String::new(), step: None, source };
    let (facts, summary) = about.split_once("\n\n").ok_or("about.md: no empty line after the facts")?;
    for fact in facts.lines() {
        let (name, value) = fact.split_once(':').ok_or_else(|| format!("about.md: not a fact: {fact}"))?;
        let value = value.trim();
        match name {
            "title" => example.title = value.to_owned(),
            "topic" => example.topic = value.to_owned(),
            "step" => example.step = Some(value.parse().map_err(|_| format!("about.md: step: not a number: {value}"))?),
            _ => return Err(format!("about.md: unknown fact: {name}")),
        }
    }
    example.summary = summary.split_whitespace().collect::<Vec<_>>().join(" ");
    for (name, value) in [("title", &example.title), ("topic", &example.topic), ("a summary", &example.summary)] {
        if value.is_empty() {
            return Err(format!("about.md: {name} is missing"));
        }
    }
    Ok(example)
}

#[cfg(test)]
mod tests {
    use std::collections::HashSet;

    use super::*;

    fn read_with(folder: &str, about: &str) -> Result<Example, String> {
        read(folder, (Some(about.to_owned()), Some("pass\n".to_owned())))
    }

    #[test]
    fn every_example_is_well_formed_and_has_a_name_of_its_own() {
        let examples = all().unwrap();
        assert!(!examples.is_empty());
        let slugs: HashSet<&str> = examples.iter().map(|example| example.slug.as_str()).collect();
        assert_eq!(slugs.len(), examples.len());
    }

    #[test]
    fn facts_and_summary_are_read() {
        let example = read_with("07-by-send", "title: Hello: by send\ntopic: Generators\nstep: 12\n\nOne\nsentence.\n").unwrap();
        assert_eq!(
            example,
            Example {
                slug: "by-send".to_owned(),
                title: "Hello: by send".to_owned(),
                topic: "Generators".to_owned(),
                summary: "One sentence.".to_owned(),
                step: Some(12),
                source: "pass\n".to_owned(),
            }
        );
    }

    #[test]
    fn what_is_malformed_is_named() {
        let good = "title: T\ntopic: T\n\nS.\n";
        for (folder, about, expected) in [
            ("first", good, "the folder's name"),
            ("1-first", good, "the folder's name"),
            ("01-a", "title: T\n\nS.", "topic is missing"),
            ("01-a", "title: T\ntopic: T\n\n \n", "a summary is missing"),
            ("01-a", "title: T\ntopic: T", "no empty line"),
            ("01-a", "title: T\ntopic: T\nstep: x\n\nS.", "step: not a number"),
            ("01-a", "title: T\ntopic: T\nsteps: 3\n\nS.", "unknown fact: steps"),
            ("01-a", "title\n\nS.", "not a fact: title"),
        ] {
            let error = read_with(folder, about).unwrap_err();
            assert!(error.contains(expected), "{error} does not tell {expected}");
        }
        assert_eq!(read("01-a", (None, Some(String::new()))).unwrap_err(), "about.md is missing");
        assert_eq!(read("01-a", (Some(good.to_owned()), None)).unwrap_err(), "program.py is missing");
    }
}
