//! The items of an `array`, which lie in bytes: how long each is, and how it looks.

use super::float;

/// How many bytes an item of an array takes whose typecode this is.
pub fn item_size(typecode: &str) -> Option<usize> {
    Some(match typecode {
        "b" | "B" => 1,
        "h" | "H" => 2,
        "i" | "I" | "f" | "u" => 4,
        "l" | "L" | "q" | "Q" | "d" => 8,
        _ => return None,
    })
}

/// A number of an array as its `repr` shows it.
pub fn item_text(typecode: &str, packed: &[u8]) -> String {
    let mut own = [0; 8];
    own[..packed.len()].copy_from_slice(packed);
    let (number, unused) = (u64::from_le_bytes(own), 64 - 8 * packed.len());
    match typecode {
        "f" => float::repr(f32::from_bits(number as u32).into()),
        "d" => float::repr(f64::from_bits(number)),
        "b" | "h" | "i" | "l" | "q" => ((number << unused) as i64 >> unused).to_string(),
        _ => number.to_string(),
    }
}
