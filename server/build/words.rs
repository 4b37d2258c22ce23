//! Makes Rust of the words of the templates, `words/LANGUAGE.json` at the top of the repository: a struct for each section, with a field for each text, or
//! a method where the text has `{places}` to fill. So a key that a template names wrongly, and one that a language lacks, is an error of the build.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::path::Path;
use std::{fs, process};

/// The language that says which texts there are.
const FIRST: &str = "en";

/// Sections, and the texts of each by their keys.
type Texts = BTreeMap<String, BTreeMap<String, String>>;

/// Writes `words.rs` into `out`. Returns the languages.
pub fn build(root: &Path, out: &Path) -> Vec<String> {
    let folder = root.join("words");
    println!("cargo::rerun-if-changed={}", folder.display());
    let languages = languages(&folder).unwrap_or_else(|error| stop(&error));
    let first = languages.get(FIRST).unwrap_or_else(|| stop("words/en.json is missing"));
    for (name, texts) in &languages {
        alike(first, texts).unwrap_or_else(|error| stop(&format!("words/{name}.json: {error}")));
    }
    fs::write(out.join("words.rs"), source(first, &languages)).expect("OUT_DIR can be written");
    languages.into_keys().collect()
}

fn stop(error: &str) -> ! {
    println!("cargo::error={error}");
    process::exit(1)
}

fn languages(folder: &Path) -> Result<BTreeMap<String, Texts>, String> {
    let mut languages = BTreeMap::new();
    for entry in fs::read_dir(folder).map_err(|error| format!("words: {error}"))? {
        let path = entry.map_err(|error| format!("words: {error}"))?.path();
        let Some(name) = path.file_name().and_then(|name| name.to_str()).and_then(|name| name.strip_suffix(".json")) else { continue };
        let told = |error: &dyn std::fmt::Display| format!("words/{name}.json: {error}");
        let json = fs::read_to_string(&path).map_err(|error| told(&error))?;
        languages.insert(name.to_owned(), serde_json::from_str(&json).map_err(|error| told(&error))?);
    }
    Ok(languages)
}

/// Whether a language has the texts of the first one, each with the same places to fill.
fn alike(first: &Texts, other: &Texts) -> Result<(), String> {
    let keys = |texts: &Texts| -> Vec<String> {
        texts.iter().flat_map(|(section, texts)| texts.keys().map(move |key| format!("{section}.{key}"))).collect()
    };
    let (wanted, found) = (keys(first), keys(other));
    if let Some(key) = wanted.iter().find(|key| !found.contains(key)) {
        return Err(format!("{key} is missing"));
    }
    if let Some(key) = found.iter().find(|key| !wanted.contains(key)) {
        return Err(format!("{key} is not in words/{FIRST}.json"));
    }
    for (section, texts) in first {
        for (key, text) in texts {
            let (mut wanted, mut found) = (places(text), places(&other[section][key]));
            wanted.sort_unstable();
            found.sort_unstable();
            if wanted != found {
                return Err(format!("{section}.{key} has the places {found:?}; in words/{FIRST}.json they are {wanted:?}"));
            }
        }
    }
    Ok(())
}

/// The names between braces, in order, each once.
fn places(text: &str) -> Vec<&str> {
    let mut found = Vec::new();
    for piece in text.split('{').skip(1) {
        match piece.split_once('}') {
            Some((name, _)) if !found.contains(&name) => found.push(name),
            _ => {}
        }
    }
    found
}

fn source(first: &Texts, languages: &BTreeMap<String, Texts>) -> String {
    let mut made = String::new();
    let fields: String = first.keys().map(|section| format!("    pub {section}: {},\n", type_of(section))).collect();
    let _ = write!(made, "pub struct Words {{\n    pub code: &'static str,\n{fields}}}\n\n");
    for (section, texts) in first {
        let name = type_of(section);
        let fields: String = texts.keys().map(|key| format!("    pub {key}: Text,\n")).collect();
        let methods: String = texts.iter().filter(|(_, text)| !places(text).is_empty()).map(|(key, text)| method(key, text)).collect();
        let _ = write!(made, "pub struct {name} {{\n{fields}}}\n\nimpl {name} {{\n{methods}}}\n\n");
    }
    for (language, texts) in languages {
        let sections: String =
            texts.iter().map(|(section, texts)| format!("    {section}: {} {{\n{}    }},\n", type_of(section), values(texts))).collect();
        let _ = write!(made, "static {}: Words = Words {{\n    code: {language:?},\n{sections}}};\n\n", language.to_uppercase());
    }
    let names: String = languages.keys().map(|language| format!("&{}, ", language.to_uppercase())).collect();
    let _ = writeln!(
        made,
        "/// Those of each language.\npub static ALL: &[&Words] = &[{names}];\n\nstatic FIRST: &Words = &{};",
        FIRST.to_uppercase()
    );
    made
}

/// `my_programs` is of the type `MyPrograms`.
fn type_of(section: &str) -> String {
    section.split('_').map(|word| word[..1].to_uppercase() + &word[1..]).collect()
}

fn method(key: &str, text: &str) -> String {
    let parameters: String = places(text).iter().map(|name| format!(", {name}: impl Display")).collect();
    let values: String = places(text).iter().map(|name| format!("(\"{name}\", &{name}), ")).collect();
    format!("    pub fn {key}(&self{parameters}) -> Filled {{\n        self.{key}.filled(&[{values}])\n    }}\n")
}

fn values(texts: &BTreeMap<String, String>) -> String {
    texts.iter().map(|(key, text)| format!("        {key}: Text({text:?}),\n")).collect()
}
