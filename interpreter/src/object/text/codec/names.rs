//! The encodings' names.

use super::charmap::Charmap;

/// An encoding.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Codec {
    Utf8,
    Utf8WithMark,
    Utf16(Order),
    Utf32(Order),
    Utf7,
    Ascii,
    Latin1,
    Charmap(&'static Charmap),
    /// As in a literal.
    UnicodeEscape,
    /// Latin-1, where other characters are written as `\uXXXX`.
    RawUnicodeEscape,
}

/// The order of bytes in a unit.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Order {
    Little,
    Big,
    /// Little, with a mark before it.
    Marked,
}

impl Codec {
    /// The encoding of this name; none where it is not written here.
    pub fn named(name: &str) -> Option<Codec> {
        if matches!(name, "utf-8" | "UTF-8" | "utf8") {
            return Some(Codec::Utf8);
        }
        let name = normalised(name)?;
        let known = NAMES.iter().find(|(_, aliases, _)| aliases.split(' ').any(|alias| alias == name));
        known.map(|(_, _, codec)| *codec).or_else(|| Charmap::named(&name).map(Codec::Charmap))
    }

    /// What CPython's `codecs.lookup` calls it.
    pub fn name(self) -> &'static str {
        match self {
            Codec::Charmap(map) => map.name,
            _ => NAMES.iter().find(|(_, _, codec)| *codec == self).map_or("", |(name, _, _)| name),
        }
    }
}

/// A name in small letters, with an underscore for whatever is no letter, digit or dot between two of them. None where it is not ASCII or too long.
fn normalised(name: &str) -> Option<String> {
    if name.len() > LONGEST || !name.is_ascii() {
        return None;
    }
    let words = name.split(|c: char| !c.is_ascii_alphanumeric() && c != '.').filter(|word| !word.is_empty());
    Some(words.collect::<Vec<_>>().join("_").to_ascii_lowercase())
}

/// No name is longer.
const LONGEST: usize = 100;

/// Name, what it is called, with a space between, and the encoding.
static NAMES: &[(&str, &str, Codec)] = &[
    ("utf-8", "utf_8 cp65001 u8 utf utf8 utf8_ucs2 utf8_ucs4", Codec::Utf8),
    ("utf-8-sig", "utf_8_sig", Codec::Utf8WithMark),
    (
        "ascii",
        "ascii 646 ansi_x3.4_1968 ansi_x3.4_1986 ansi_x3_4_1968 cp367 csascii ibm367 iso646_us iso_646.irv_1991 iso_ir_6 us us_ascii",
        Codec::Ascii,
    ),
    (
        "iso8859-1",
        "latin_1 8859 cp819 csisolatin1 ibm819 iso8859 iso8859_1 iso_8859_1 iso_8859_1_1987 iso_ir_100 l1 latin latin1",
        Codec::Latin1,
    ),
    ("utf-16", "utf_16 u16 utf16", Codec::Utf16(Order::Marked)),
    ("utf-16-le", "utf_16_le unicodelittleunmarked utf_16le", Codec::Utf16(Order::Little)),
    ("utf-16-be", "utf_16_be unicodebigunmarked utf_16be", Codec::Utf16(Order::Big)),
    ("utf-32", "utf_32 u32 utf32", Codec::Utf32(Order::Marked)),
    ("utf-32-le", "utf_32_le utf_32le", Codec::Utf32(Order::Little)),
    ("utf-32-be", "utf_32_be utf_32be", Codec::Utf32(Order::Big)),
    ("utf-7", "utf_7 u7 unicode_1_1_utf_7 utf7", Codec::Utf7),
    ("unicode-escape", "unicode_escape", Codec::UnicodeEscape),
    ("raw-unicode-escape", "raw_unicode_escape", Codec::RawUnicodeEscape),
];
