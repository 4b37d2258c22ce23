//! A source's own word on its encoding, in a comment of its first two lines (PEP 263): `# -*- coding: latin-1 -*-`.
//!
//! Sources come as text. One that names another encoding is read as Python would read the file that holds this text in UTF-8.

use std::borrow::Cow;

use super::codec::names::Codec;
use super::codec::{Decoder, Problem};

/// The source as its encoding has it. Errors: what CPython says of an encoding that it can't read the source by.
pub fn decoded(source: &str) -> Result<Cow<'_, str>, String> {
    let (marked, text) = match source.strip_prefix('\u{feff}') {
        Some(text) => (true, text),
        None => (false, source),
    };
    let Some(name) = named(text).map(usual) else { return Ok(Cow::Borrowed(source)) };
    let codec = match Codec::named(&name) {
        Some(Codec::Utf8 | Codec::Utf8WithMark) => return Ok(Cow::Borrowed(source)),
        Some(Codec::Utf16(_) | Codec::Utf32(_)) | None => return Err(problem(&name)),
        Some(_) if marked => return Err(problem(&format!("{name} with BOM"))),
        Some(codec) => codec,
    };
    let mut decoder = Decoder::new(codec, text.as_bytes());
    match decoder.run() {
        Ok(None::<Problem>) => Ok(Cow::Owned(decoder.cursor.out)),
        _ => Err(problem(&name)),
    }
}

fn problem(name: &str) -> String {
    format!("encoding problem: {name}")
}

/// The encoding that one of the first two lines names; the second counts where there is no code in the first.
fn named(text: &str) -> Option<&str> {
    let comments = text.lines().take(2).map_while(|line| {
        let line = line.trim_start_matches([' ', '\t', '\x0c']);
        (line.is_empty() || line.starts_with('#')).then_some(line)
    });
    comments.into_iter().find_map(in_comment)
}

fn in_comment(comment: &str) -> Option<&str> {
    comment.match_indices("coding").find_map(|(at, word)| {
        let rest = comment[at + word.len()..].strip_prefix([':', '='])?.trim_start_matches([' ', '\t']);
        let end = rest.find(|c: char| !c.is_ascii_alphanumeric() && !"-_.".contains(c)).unwrap_or(rest.len());
        (end > 0).then_some(&rest[..end])
    })
}

/// The names that CPython's reader of sources takes for one.
fn usual(name: &str) -> Cow<'_, str> {
    let start: String = name.chars().take(12).map(|c| if c == '_' { '-' } else { c.to_ascii_lowercase() }).collect();
    let is = |usual: &str| start.strip_prefix(usual).is_some_and(|rest| rest.is_empty() || rest.starts_with('-'));
    if is("utf-8") {
        return Cow::Borrowed("utf-8");
    }
    if is("latin-1") || is("iso-8859-1") || is("iso-latin-1") {
        return Cow::Borrowed("iso-8859-1");
    }
    Cow::Borrowed(name)
}

#[cfg(test)]
mod tests {
    use super::decoded;

    #[test]
    fn a_source_is_read_by_the_encoding_that_it_names() {
        let read = |source: &str| decoded(source).map(|text| text.into_owned());
        assert_eq!(read("# coding: latin-1\n'é'").as_deref(), Ok("# coding: latin-1\n'Ã©'"));
        assert_eq!(read("\n \t# vim: set fileencoding=cp1251 :\n'й'").as_deref(), Ok("\n \t# vim: set fileencoding=cp1251 :\n'Р№'"));
        for unchanged in [
            "'é'",
            "# coding: utf-8\n'é'",
            "# -*- coding: UTF_8-with-more -*-\n'é'",
            "x\n# coding: latin-1\n'é'",
            "\n\n# coding: latin-1\n'é'",
            "# encoding latin-1\n'é'",
        ] {
            assert_eq!(read(unchanged).as_deref(), Ok(unchanged));
        }
    }

    #[test]
    fn an_encoding_that_can_not_be_is_told() {
        for (source, name) in [
            ("# coding: no-such\n", "no-such"),
            ("# coding: utf-16\n", "utf-16"),
            ("# coding: ascii\n'é'", "ascii"),
            ("# coding: cp1252\n'Á'", "cp1252"),
            ("\u{feff}# coding: Latin-1\n", "iso-8859-1 with BOM"),
        ] {
            assert_eq!(decoded(source), Err(format!("encoding problem: {name}")));
        }
    }
}
