//! The page's colours, read from its style sheet: they stand there only.

use std::collections::HashMap;
use std::sync::LazyLock;

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Theme {
    #[default]
    Light,
    Dark,
}

const TOKENS: &str = include_str!("../../static/css/tokens.css");

static COLOURS: LazyLock<HashMap<&str, (&str, &str)>> = LazyLock::new(|| {
    let (root, _) = TOKENS.split_once("@media").unwrap_or((TOKENS, ""));
    root.lines().filter_map(colour).collect()
});

impl Theme {
    /// The colour of a custom property, named without its dashes.
    pub fn colour(self, name: &str) -> &'static str {
        let (light, dark) = COLOURS.get(name).copied().unwrap_or(("#808080", "#808080"));
        match self {
            Theme::Light => light,
            Theme::Dark => dark,
        }
    }
}

/// A line such as `--text: light-dark(#16202b, #e8edf2);`.
fn colour(line: &'static str) -> Option<(&'static str, (&'static str, &'static str))> {
    let (name, value) = line.trim().strip_prefix("--")?.split_once(": light-dark(")?;
    Some((name, value.strip_suffix(");")?.split_once(", ")?))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::svg::COLOURS as DRAWN;

    #[test]
    fn every_colour_that_is_drawn_is_in_the_style_sheet() {
        for name in DRAWN {
            assert!(COLOURS.contains_key(name), "{name}");
            for theme in [Theme::Light, Theme::Dark] {
                let digits = theme.colour(name).strip_prefix('#').unwrap_or_default();
                assert!(digits.len() == 6 && digits.bytes().all(|digit| digit.is_ascii_hexdigit()), "{name}");
            }
        }
    }
}
