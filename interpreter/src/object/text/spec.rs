//! Format specifications: `[[fill]align][sign][z][#][0][width][grouping][.precision][type]`.

use super::super::native::Trap;
use super::super::runtime::Runtime;
use super::unicode;
use crate::limits::size;
use crate::object::fill;

/// Where the fill goes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Align {
    Left,
    Right,
    Centre,
    /// Between the sign and the digits.
    AfterSign,
}

impl Align {
    fn of(c: char) -> Option<Align> {
        Some(match c {
            '<' => Align::Left,
            '>' => Align::Right,
            '^' => Align::Centre,
            '=' => Align::AfterSign,
            _ => return None,
        })
    }
}

/// A format specification, taken apart.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Spec {
    pub fill: char,
    pub align: Align,
    /// `+`, `-` or a space.
    pub sign: Option<char>,
    pub no_negative_zero: bool,
    pub alternate: bool,
    pub width: usize,
    /// `,` or `_`.
    pub grouping: Option<char>,
    pub precision: Option<usize>,
    /// The type's letter.
    pub kind: Option<char>,
}

impl Spec {
    /// How many digits stand between two separators.
    pub fn group_size(&self) -> usize {
        if matches!(self.kind, Some('b' | 'o' | 'x' | 'X')) { 4 } else { 3 }
    }

    /// Reads a specification for a value of the named type.
    pub fn parse(rt: &Runtime, text: &str, type_name: &str, default_kind: Option<char>, default_align: Align) -> Result<Spec, Trap> {
        Reader { rt, rest: text }.read(text, type_name, default_kind, default_align)
    }
}

struct Reader<'a> {
    rt: &'a Runtime,
    rest: &'a str,
}

impl Reader<'_> {
    fn read(&mut self, text: &str, type_name: &str, default_kind: Option<char>, default_align: Align) -> Result<Spec, Trap> {
        let (fill, align) = self.fill_and_align();
        let sign = self.take_if(|c| matches!(c, '+' | '-' | ' '));
        let no_negative_zero = self.take('z');
        let alternate = self.take('#');
        let zero = fill.is_none() && self.take('0');
        let zero_align = if default_align == Align::Right { Align::AfterSign } else { default_align };
        let align = align.unwrap_or(if zero { zero_align } else { default_align });
        let width = self.integer()?.unwrap_or(0);
        let grouping = self.grouping()?;
        let precision = self.precision()?;
        let kind = self.take_if(|_| true).or(default_kind);
        if !self.rest.is_empty() {
            let message = fill::join(&["Invalid format specifier '", text, "' for object of type '", type_name, "'"])?;
            return Err(self.rt.value_error(message));
        }
        self.check_grouping(grouping, kind)?;
        let fill = fill.unwrap_or(if zero { '0' } else { ' ' });
        Ok(Spec { fill, align, sign, no_negative_zero, alternate, width, grouping, precision, kind })
    }

    fn take_if(&mut self, wanted: impl Fn(char) -> bool) -> Option<char> {
        let c = self.rest.chars().next().filter(|c| wanted(*c))?;
        self.rest = &self.rest[c.len_utf8()..];
        Some(c)
    }

    fn take(&mut self, wanted: char) -> bool {
        self.take_if(|c| c == wanted).is_some()
    }

    fn fill_and_align(&mut self) -> (Option<char>, Option<Align>) {
        let mut chars = self.rest.chars();
        let (first, second) = (chars.next(), chars.next());
        if let (Some(fill), Some(align)) = (first, second.and_then(Align::of)) {
            self.rest = chars.as_str();
            return (Some(fill), Some(align));
        }
        let align = first.and_then(Align::of);
        if align.is_some() {
            self.rest = &self.rest[1..];
        }
        (None, align)
    }

    fn integer(&mut self) -> Result<Option<usize>, Trap> {
        let mut number = None;
        while let Some(digit) = self.rest.chars().next().and_then(unicode::decimal_value) {
            let c = self.take_if(|_| true);
            debug_assert!(c.is_some(), "a digit was just seen");
            let more = number.unwrap_or(0i64).checked_mul(10).and_then(|tens| tens.checked_add(i64::from(digit)));
            number = Some(more.ok_or_else(|| self.rt.value_error("Too many decimal digits in format string"))?);
        }
        Ok(number.map(size))
    }

    fn grouping(&mut self) -> Result<Option<char>, Trap> {
        let comma = self.take(',');
        let underscore = self.take('_');
        if underscore && (comma || self.rest.starts_with(',')) {
            return Err(self.rt.value_error("Cannot specify both ',' and '_'."));
        }
        Ok(if underscore { Some('_') } else { comma.then_some(',') })
    }

    fn precision(&mut self) -> Result<Option<usize>, Trap> {
        if !self.take('.') {
            return Ok(None);
        }
        match self.integer()? {
            None => Err(self.rt.value_error("Format specifier missing precision")),
            precision => Ok(precision),
        }
    }

    fn check_grouping(&self, grouping: Option<char>, kind: Option<char>) -> Result<(), Trap> {
        let Some(separator) = grouping else { return Ok(()) };
        match kind {
            None | Some('d' | 'e' | 'f' | 'g' | 'E' | 'G' | '%' | 'F') => Ok(()),
            Some('b' | 'o' | 'x' | 'X') if separator == '_' => Ok(()),
            Some(kind) => Err(self.rt.value_error(format!("Cannot specify '{separator}' with '{}'.", shown(kind)))),
        }
    }
}

/// The error of a type's letter that the value's type doesn't know.
pub fn unknown_kind(rt: &Runtime, kind: char, type_name: &str) -> Trap {
    rt.value_error(format!("Unknown format code '{}' for object of type '{type_name}'", shown(kind)))
}

fn shown(kind: char) -> String {
    if ('!'..='\x7f').contains(&kind) { kind.to_string() } else { format!("\\x{:x}", kind as u32) }
}
