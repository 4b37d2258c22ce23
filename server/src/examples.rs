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
//! `step` is the one worth looking at, and may be left out. `about.LANGUAGE.md` has the words in another language, without the step.

use std::collections::BTreeMap;

use rust_embed::RustEmbed;
use serde::Serialize;

use crate::translated::{Translated, file_in, languages};

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
#[include = "*/about.*.md"]
struct Folder;

/// The files of an example, by their names.
type Files = BTreeMap<String, String>;

const ABOUT: &str = "about.md";

/// All examples, in the order of their numbers. An error names the file and what is wrong with it.
pub fn all() -> Result<Translated<Vec<Example>>, String> {
    let mut folders = BTreeMap::<String, Files>::new();
    for path in Folder::iter() {
        let text = Folder::get(&path).ok_or_else(|| format!("examples/{path}: gone"))?;
        let text = String::from_utf8(text.data.into_owned()).map_err(|e| format!("examples/{path}: {e}"))?;
        let (folder, file) = path.split_once('/').ok_or_else(|| format!("examples/{path}: not in a folder of its own"))?;
        folders.entry(folder.to_owned()).or_default().insert(file.to_owned(), text);
    }
    let read = |(folder, files): (&String, &Files)| read(folder, files).map_err(|e| format!("examples/{folder}: {e}"));
    let english = folders.iter().map(read).collect::<Result<Vec<_>, _>>()?;
    let others = languages(Folder::iter().map(String::from), ABOUT).into_iter().map(|language| {
        let translate = |((folder, files), example): ((&String, &Files), &Example)| {
            example.in_language(&language, files).map_err(|e| format!("examples/{folder}: {e}"))
        };
        let examples = folders.iter().zip(&english).map(translate).collect::<Result<_, String>>()?;
        Ok((language, examples))
    });
    let others = others.collect::<Result<_, String>>()?;
    Ok(Translated::new(english, others))
}

impl Example {
    /// As it is, where there is no translation.
    fn in_language(&self, language: &str, files: &Files) -> Result<Example, String> {
        let file = file_in(language, ABOUT);
        let Some(about) = files.get(&file) else { return Ok(self.clone()) };
        let About { title, topic, summary, step } = About::read(about).map_err(|error| format!("{file}: {error}"))?;
        match step {
            None => Ok(Example { title, topic, summary, ..self.clone() }),
            Some(_) => Err(format!("{file}: the step is that of {ABOUT}")),
        }
    }
}

fn read(folder: &str, files: &Files) -> Result<Example, String> {
    let slug = match folder.split_once('-') {
        Some((number, slug)) if number.len() == 2 && number.bytes().all(|b| b.is_ascii_digit()) && !slug.is_empty() => slug,
        _ => return Err("the folder's name is not of the form 01-some-name".to_owned()),
    };
    let about = files.get(ABOUT).ok_or("about.md is missing")?;
    let source = files.get("program.py").ok_or("program.py is missing")?.clone();
    let About { title, topic, summary, step } = About::read(about).map_err(|error| format!("{ABOUT}: {error}"))?;
    Ok(Example { slug: slug.to_owned(), title, topic, summary, step, source })
}

/// What `about.md` says.
#[derive(Default)]
struct About {
    title: String,
    topic: String,
    summary: String,
    step: Option<u32>,
}

impl About {
    fn read(text: &str) -> Result<About, String> {
        let mut about = About::default();
        let (facts, summary) = text.split_once("\n\n").ok_or("no empty line after the facts")?;
        for fact in facts.lines() {
            let (name, value) = fact.split_once(':').ok_or_else(|| format!("not a fact: {fact}"))?;
            let value = value.trim();
            match name {
                "title" => about.title = value.to_owned(),
                "topic" => about.topic = value.to_owned(),
                "step" => about.step = Some(value.parse().map_err(|_| format!("step: not a number: {value}"))?),
                _ => return Err(format!("unknown fact: {name}")),
            }
        }
        about.summary = summary.split_whitespace().collect::<Vec<_>>().join(" ");
        for (name, value) in [("title", &about.title), ("topic", &about.topic), ("a summary", &about.summary)] {
            if value.is_empty() {
                return Err(format!("{name} is missing"));
            }
        }
        Ok(about)
    }
}

#[cfg(test)]
mod tests {
    use std::collections::HashSet;

    use super::*;

    fn read_with(folder: &str, about: &str) -> Result<Example, String> {
        read(folder, &files(&[(ABOUT, about), ("program.py", "pass\n")]))
    }

    fn files(files: &[(&str, &str)]) -> Files {
        files.iter().map(|(name, text)| ((*name).to_owned(), (*text).to_owned())).collect()
    }

    #[test]
    fn every_example_is_well_formed_and_has_a_name_of_its_own() {
        let all = all().unwrap();
        let examples = all.english();
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
        assert_eq!(read("01-a", &files(&[("program.py", "")])).unwrap_err(), "about.md is missing");
        assert_eq!(read("01-a", &files(&[(ABOUT, good)])).unwrap_err(), "program.py is missing");
    }

    #[test]
    fn another_language_has_other_words_and_the_same_step() {
        let english = [(ABOUT, "title: One\ntopic: T\nstep: 3\n\nS."), ("program.py", "pass\n")];
        let read = read("01-a", &files(&english)).unwrap();
        let example = |german: &str| read.in_language("de", &files(&[("about.de.md", german)]));
        let german = example("title: Eins\ntopic: Thema\n\nEin Satz.").unwrap();
        assert_eq!((&*german.title, &*german.topic, &*german.summary, german.step), ("Eins", "Thema", "Ein Satz.", Some(3)));
        assert_eq!(read.in_language("fr", &files(&english)).unwrap().title, "One");
        assert!(example("title: Eins\ntopic: T\nstep: 4\n\nS.").unwrap_err().contains("about.de.md: the step"));
        assert!(example("title: Eins\n\nS.").unwrap_err().contains("about.de.md: topic is missing"));
    }

    #[test]
    fn every_example_is_translated_and_its_links_lead_to_the_same_steps() {
        let all = all().unwrap();
        let steps = |example: &Example| -> Vec<String> {
            example.summary.split("(#step=").skip(1).map(|rest| rest.split(')').next().unwrap_or_default().to_owned()).collect()
        };
        for (english, german) in all.english().iter().zip(all.in_language("de")) {
            assert_eq!((&german.slug, german.step, steps(german)), (&english.slug, english.step, steps(english)));
            assert_ne!((&german.title, &german.summary), (&english.title, &english.summary), "{}", english.slug);
        }
    }
}
