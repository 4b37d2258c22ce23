//! `str`, `bytes` and `bytearray`.

use std::cell::{Cell, RefCell};

use super::fuel;
use super::heap::{self, Header};
use super::value::Value;

/// A string: Unicode text without lone surrogates. Immutable, but for one that [`Str::append`] makes another of.
pub struct Str {
    pub header: Header,
    /// Its hash once somebody asked, 0 before.
    pub hash: Cell<u64>,
    /// Its length in characters; equal to the length in bytes for ASCII, where indexing is direct.
    pub chars: usize,
    pub text: String,
}

impl Str {
    pub fn new(text: impl Into<Box<str>>) -> Str {
        let text: Box<str> = text.into();
        let chars = if text.is_ascii() { text.len() } else { text.chars().count() };
        Str::with_chars(text, chars)
    }

    /// A string of so many characters: where it is long, counting them would take a while in which nobody looks.
    pub fn with_chars(text: impl Into<Box<str>>, chars: usize) -> Str {
        let text: Box<str> = text.into();
        // Copied, and its characters counted.
        fuel::note_copy(2 * text.len());
        let header = Header::new(heap::object_bytes::<Str>() + heap::block(text.len()));
        Str { header, hash: Cell::new(0), chars, text: text.into_string() }
    }

    /// Makes a longer string of one that nobody else holds, without a copy of what it had. The caller has charged for it.
    pub fn append(&mut self, more: &Str) {
        self.text.push_str(&more.text);
        self.chars += more.chars;
        self.hash.set(0);
        self.header.resize(heap::object_bytes::<Str>() + heap::block(self.text.capacity()));
        self.header.forget_numbers();
    }

    /// How many bytes are moved as so many are appended.
    pub fn moved_by(&self, more: usize) -> usize {
        if self.text.capacity() - self.text.len() >= more { 0 } else { self.text.len() }
    }

    pub fn is_ascii(&self) -> bool {
        self.chars == self.text.len()
    }
}

impl Value {
    /// A string.
    pub fn str(text: impl Into<Box<str>>) -> Value {
        Str::new(text).into()
    }

    /// A string that is no object of the run's: a recorder's own, in whose memory and fuel it has no part.
    pub fn uncounted_str(text: impl Into<Box<str>>) -> Value {
        let text: Box<str> = text.into();
        Str { header: Header::uncounted(), hash: Cell::new(0), chars: text.chars().count(), text: text.into_string() }.into()
    }

    /// The text of a string.
    pub fn as_str(&self) -> Option<&str> {
        if let Value::Str(string) = self { Some(&string.text) } else { None }
    }
}

/// Immutable bytes.
pub struct Bytes {
    pub header: Header,
    pub data: Box<[u8]>,
}

impl Bytes {
    pub fn new(data: impl Into<Box<[u8]>>) -> Bytes {
        let data: Box<[u8]> = data.into();
        fuel::note_copy(2 * data.len());
        Bytes { header: Header::new(heap::object_bytes::<Bytes>() + heap::block(data.len())), data }
    }
}

/// Bytes that change.
pub struct ByteArray {
    pub header: Header,
    data: RefCell<Vec<u8>>,
}

impl ByteArray {
    pub fn new(data: Vec<u8>) -> ByteArray {
        ByteArray { header: Header::new(heap::object_bytes::<ByteArray>() + heap::block(data.capacity())), data: RefCell::new(data) }
    }

    pub fn data(&self) -> std::cell::Ref<'_, Vec<u8>> {
        self.data.borrow()
    }

    /// Changes the bytes, and charges what they grew by.
    pub fn edit<R>(&self, change: impl FnOnce(&mut Vec<u8>) -> R) -> R {
        super::heap::note_change();
        let mut data = self.data.borrow_mut();
        let result = change(&mut data);
        self.header.resize(heap::object_bytes::<ByteArray>() + heap::block(data.capacity()));
        result
    }
}
