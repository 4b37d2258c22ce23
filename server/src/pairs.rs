//! The pairs of programs that are compared: `pairs/pairs.json` names them, `pairs/NN-slug/program.py` are their programs. `pairs.LANGUAGE.json` has the
//! words in another language.

use std::collections::BTreeMap;

use rust_embed::RustEmbed;
use serde::{Deserialize, Serialize};

use crate::translated::{Translated, file_in, languages};

/// Two programs that do the same in different ways.
#[derive(Clone, Debug, Serialize)]
pub struct Pair {
    pub named: Named,
    pub left: String,
    pub right: String,
}

/// An entry of `pairs.json`.
#[derive(Clone, Debug, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub struct Named {
    pub slug: String,
    pub title: String,
    pub left: Side,
    pub right: Side,
    pub link: Link,
    /// A few sentences for somebody who is new to the subject; `backticks` mark code.
    pub about: String,
}

/// A program of a pair, by the name of its folder without the number.
#[derive(Clone, Debug, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub struct Side {
    pub program: String,
    pub name: String,
}

/// What the playheads of two programs have in common.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Link {
    Steps,
    Time,
    Lines,
}

#[derive(RustEmbed)]
#[folder = "../pairs/"]
#[include = "*/program.py"]
#[include = "pairs.json"]
#[include = "pairs.*.json"]
struct Folder;

const NAMES: &str = "pairs.json";

/// The words of a pair in another language.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Words {
    slug: String,
    title: String,
    /// What the left program is called.
    left: String,
    right: String,
    about: String,
}

/// All pairs, in their order. An error says what is wrong with them.
pub fn all() -> Result<Translated<Vec<Pair>>, String> {
    let english = in_english()?;
    let others = languages(Folder::iter().map(String::from), NAMES).into_iter().map(|language| {
        let file = file_in(&language, NAMES);
        let words: Vec<Words> = serde_json::from_str(&text(&file)?).map_err(|e| format!("pairs/{file}: {e}"))?;
        Ok((language, in_words(&english, words).map_err(|e| format!("pairs/{file}: {e}"))?))
    });
    let others = others.collect::<Result<_, String>>()?;
    Ok(Translated::new(english, others))
}

fn in_words(english: &[Pair], words: Vec<Words>) -> Result<Vec<Pair>, String> {
    if !english.iter().map(|pair| &pair.named.slug).eq(words.iter().map(|words| &words.slug)) {
        return Err(format!("its pairs are not those of {NAMES}, in their order"));
    }
    let pair = |(pair, words): (&Pair, Words)| {
        let mut pair = pair.clone();
        (pair.named.title, pair.named.about) = (words.title, words.about);
        (pair.named.left.name, pair.named.right.name) = (words.left, words.right);
        pair
    };
    Ok(english.iter().zip(words).map(pair).collect())
}

fn in_english() -> Result<Vec<Pair>, String> {
    let named: Vec<Named> = serde_json::from_str(&text(NAMES)?).map_err(|e| format!("pairs/{NAMES}: {e}"))?;
    let mut programs = BTreeMap::new();
    for path in Folder::iter() {
        if let Some((_number, slug)) = path.strip_suffix("/program.py").and_then(|folder| folder.split_once('-')) {
            programs.insert(slug.to_owned(), text(&path)?);
        }
    }
    named.into_iter().map(|named| pair(named, &programs)).collect()
}

fn pair(named: Named, programs: &BTreeMap<String, String>) -> Result<Pair, String> {
    let program = |side: &Side| {
        programs.get(&side.program).cloned().ok_or_else(|| format!("pairs/pairs.json: {}: no program {}", named.slug, side.program))
    };
    Ok(Pair { left: program(&named.left)?, right: program(&named.right)?, named })
}

fn text(path: &str) -> Result<String, String> {
    let file = Folder::get(path).ok_or_else(|| format!("pairs/{path}: gone"))?;
    String::from_utf8(file.data.into_owned()).map_err(|e| format!("pairs/{path}: {e}"))
}

#[cfg(test)]
mod tests {
    use std::collections::HashSet;

    use super::*;

    #[test]
    fn every_pair_is_well_formed_and_has_a_name_of_its_own() {
        let all = all().unwrap();
        let pairs = all.english();
        assert!(!pairs.is_empty());
        let slugs: HashSet<&str> = pairs.iter().map(|pair| pair.named.slug.as_str()).collect();
        assert_eq!(slugs.len(), pairs.len());
        let programs: HashSet<&str> = pairs.iter().flat_map(|Pair { named, .. }| [&*named.left.program, &*named.right.program]).collect();
        assert_eq!(programs.len(), 2 * pairs.len(), "each program belongs to one pair");
    }

    #[test]
    fn every_pair_is_translated_and_its_programs_are_the_same() {
        let all = all().unwrap();
        for (english, german) in all.english().iter().zip(all.in_language("de")) {
            assert_eq!((&german.left, &german.named.left.program), (&english.left, &english.named.left.program));
            assert_ne!(german.named.about, english.named.about, "{}", english.named.slug);
        }
        let error = in_words(&all.english()[1..], Vec::new()).unwrap_err();
        assert!(error.contains("not those of pairs.json"), "{error}");
    }

    #[test]
    fn a_program_that_is_not_there_is_named() {
        let side = |program: &str| Side { program: program.to_owned(), name: String::new() };
        let named = Named {
            slug: "a-and-b".to_owned(),
            title: String::new(),
            left: side("a"),
            right: side("b"),
            link: Link::Steps,
            about: String::new(),
        };
        let programs = BTreeMap::from([("a".to_owned(), String::new())]);
        assert!(pair(named, &programs).unwrap_err().contains("a-and-b: no program b"));
    }
}
