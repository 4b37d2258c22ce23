//! Chance that a fuzzer steers: each choice takes a byte of its input.

/// The bytes that were not chosen by yet. When all are spent every choice is 0, so 0 must lead to an end.
pub struct Choices<'a> {
    bytes: &'a [u8],
}

impl<'a> Choices<'a> {
    pub fn new(bytes: &'a [u8]) -> Choices<'a> {
        Choices { bytes }
    }

    pub fn spent(&self) -> bool {
        self.bytes.is_empty()
    }

    /// A number below `bound`: one byte chooses, or two where there is more to choose from.
    pub fn below(&mut self, bound: usize) -> usize {
        let first = self.byte();
        let number = if bound > 256 { first << 8 | self.byte() } else { first };
        number % bound
    }

    pub fn of<T: Copy>(&mut self, things: &[T]) -> T {
        things[self.below(things.len())]
    }

    /// Whether something happens that does once in so many times; never when all is spent.
    pub fn once_in(&mut self, times: usize) -> bool {
        self.below(times) == times - 1
    }

    fn byte(&mut self) -> usize {
        let Some((first, rest)) = self.bytes.split_first() else { return 0 };
        self.bytes = rest;
        usize::from(*first)
    }
}
