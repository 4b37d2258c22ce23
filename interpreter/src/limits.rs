//! Every limit of a run, in one table: its name, its default, what counts, what is said of a program that passes it. What else knows limits
//! follows from the table, or a test holds it against it (`docs/limits.md`). To add one: a line in the table, and its charge.
//!
//! A program can't catch a limit (recursion apart, which is CPython's own and an ordinary `RecursionError`). The limits on the text of a
//! program are in `stillframe_front::limits`.

use std::fmt;

use serde::{Deserialize, Serialize};

/// What a limit counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unit {
    Bytes,
    Things,
}

/// A line of the table.
pub struct Row {
    pub name: &'static str,
    pub unit: Unit,
    /// What is counted, as `docs/limits.md` has it.
    pub counted: &'static str,
    of: fn(&Limits) -> u64,
}

const KIB: usize = 1024;
const MIB: usize = 1024 * KIB;

/// Makes of the table: `Limits` and its `Default`, the `ROWS`, and an enum of those that end a run, and of those that end a recording.
macro_rules! limits {
    (
        end_a_run {$( $run:ident = $name:ident: $kind:ty = $default:expr, $unit:ident, $counted:literal, $passed:literal; )*}
        end_a_recording {$( $recording:ident = $told:ident: $told_kind:ty = $told_default:expr, $told_unit:ident, $told_counted:literal; )*}
        raise {$( $raised:ident: $raised_kind:ty = $raised_default:expr, $raised_unit:ident, $raised_counted:literal; )*}
    ) => {
        /// What a run may use. `Default` is what the playground's server allows.
        #[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
        pub struct Limits {
            $( #[doc = $counted] pub $name: $kind, )*
            $( #[doc = $told_counted] pub $told: $told_kind, )*
            $( #[doc = $raised_counted] pub $raised: $raised_kind, )*
        }

        impl Default for Limits {
            fn default() -> Self {
                Limits { $( $name: $default, )* $( $told: $told_default, )* $( $raised: $raised_default, )* }
            }
        }

        /// The table, in its order.
        pub const ROWS: &[Row] = &[
            $( row!($name, $unit, $counted), )*
            $( row!($told, $told_unit, $told_counted), )*
            $( row!($raised, $raised_unit, $raised_counted), )*
        ];

        /// The limit that ended a run.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
        pub enum Limit { $( $run, )* }

        impl Limit {
            pub const ALL: &[Limit] = &[ $( Limit::$run, )* ];

            /// The name that a trace gives it.
            pub fn name(self) -> &'static str {
                self.row().name
            }

            /// Its line in the table.
            pub fn row(self) -> &'static Row {
                &ROWS[self as usize]
            }

            /// What is said of a program that passed it.
            pub fn sentence(self, limits: &Limits) -> String {
                let passed = match self { $( Limit::$run => $passed, )* };
                format!("{passed} ({}).", self.row().told(limits))
            }
        }

        /// The limit that ended a recording; the program ran on.
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        pub enum RecordingLimit { $( $recording, )* }

        impl RecordingLimit {
            pub const ALL: &[RecordingLimit] = &[ $( RecordingLimit::$recording, )* ];

            /// The name that a trace gives it.
            pub fn name(self) -> &'static str {
                match self { $( RecordingLimit::$recording => stringify!($told), )* }
            }
        }
    };
}

macro_rules! row {
    ($name:ident, $unit:ident, $counted:literal) => {
        Row { name: stringify!($name), unit: Unit::$unit, counted: $counted, of: |limits| limits.$name as u64 }
    };
}

limits! {
    end_a_run {
        Source = source: usize = 64 * KIB, Bytes,
            "bytes of the program's text, checked before anything else",
            "The program is longer than a program may be";
        Instructions = instructions: u64 = 100_000_000, Things,
            "instructions of the virtual machine; see below",
            "The program wanted more instructions than a run may use";
        Memory = memory: usize = 128 * MIB, Bytes,
            "bytes of the program's objects and frames alive at one time; see below",
            "The program wanted more memory than a run may hold";
        Output = output: usize = 256 * KIB, Bytes,
            "bytes written to standard output and standard error together; see below",
            "The program wrote more than a run may write";
        Frames = frames: u32 = 100_000, Things,
            "generators, coroutines and async generators alive at one time, also suspended and unstarted ones",
            "More frames were alive at one time than a run may have";
    }
    // Past them a program runs on, unrecorded. With 0 steps nothing is recorded.
    end_a_recording {
        Steps = steps: u32 = 50_000, Things,
            "recorded steps; ends only the recording, see below";
        Trace = trace: usize = 16 * MIB, Bytes,
            "bytes of the trace, about as in the packed form, and of the recorder's own data; ends only the recording, see below";
    }
    raise {
        recursion: u32 = 1_000, Things,
            "frames on the stack at one time; raises an exception, see below";
    }
}

impl Limits {
    /// Those of a run that may take all it wants: what the host lifts who asks for `--unlimited`.
    pub fn lifted() -> Limits {
        Limits { instructions: u64::MAX, memory: usize::MAX, output: usize::MAX, ..Limits::default() }
    }

    /// As much of a text as output may have, to the end of a character. Whatever a program makes up goes through here on its way out.
    pub fn cut<'a>(&self, text: &'a str) -> &'a str {
        cut(text, self.output)
    }
}

impl Row {
    /// The most that these limits allow.
    pub fn most(&self, limits: &Limits) -> u64 {
        (self.of)(limits)
    }

    /// The same for people: `64 KiB`, `100,000`.
    pub fn told(&self, limits: &Limits) -> String {
        told(self.most(limits), self.unit)
    }
}

impl fmt::Display for Limit {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.name())
    }
}

/// A number for people: `64 KiB`, `100,000`.
pub fn told(number: u64, unit: Unit) -> String {
    let (number, unit) = match unit {
        Unit::Bytes if number.is_multiple_of(MIB as u64) => (number / MIB as u64, " MiB"),
        Unit::Bytes if number.is_multiple_of(KIB as u64) => (number / KIB as u64, " KiB"),
        Unit::Bytes => (number, " bytes"),
        Unit::Things => (number, ""),
    };
    let digits = number.to_string();
    let groups: Vec<&str> = digits.as_bytes().rchunks(3).rev().map(|group| std::str::from_utf8(group).unwrap_or_default()).collect();
    groups.join(",") + unit
}

/// A number of the program as a size. What no memory can hold becomes the largest size that there is: it is refused, and never wraps to a small one.
#[inline]
pub fn size(number: impl TryInto<usize>) -> usize {
    number.try_into().unwrap_or(isize::MAX as usize)
}

/// The same for what must not be negative: none where it is.
pub fn size_of_count(count: i64) -> Option<usize> {
    u64::try_from(count).ok().map(size)
}

/// The first `bytes` of a text, to the end of a character.
pub fn cut(text: &str, bytes: usize) -> &str {
    &text[..text.floor_char_boundary(bytes)]
}

/// What a recording may spend on looking at values: one for a variable looked at, and what `show` counts for a value shown, which is a
/// few nanoseconds each. Past it a recording ends as it does past `trace`.
pub const LOOKS: u64 = 250_000_000;

/// How far from a variable, or from a value that goes in or out, an object may be for a trace to tell what it holds.
pub const OBJECT_DEPTH: u32 = 24;

/// How many items of an object a trace tells: the first ones. Of those behind, it tells the ones that are replaced.
pub const OBJECT_ITEMS: usize = 400;

/// How many items and attributes of new objects a trace tells at one step. Objects that come after them are left out until they change, or
/// are come to again.
pub const OBJECT_ITEMS_A_STEP: usize = 4_000;

/// How many characters of a long text a trace tells.
pub const OBJECT_TEXT: usize = 2_000;

/// Past so many of [`OBJECT_BYTES`] long texts are left out.
pub const OBJECT_BYTES_WITH_TEXTS: usize = OBJECT_BYTES / 2;

/// Bytes of what a trace tells of objects, and of what the recorder keeps for it. Past it the recording goes on without objects.
pub const OBJECT_BYTES: usize = 12 * 1024 * 1024;

/// What a recording may spend on objects, as [`LOOKS`] counts it. Past it the recording goes on without objects.
pub const OBJECT_LOOKS: u64 = 100_000_000;

/// The same at one step, as a step can't be stopped in the middle. Past it the recording goes on without objects, too.
pub const OBJECT_LOOKS_A_STEP: u64 = 2_000_000;

/// How many columns the overview of a long run has at most.
pub const OVERVIEW_COLUMNS: usize = 512;

/// How many frames an overview shows: the ones that lived longest.
pub const OVERVIEW_FRAMES: usize = 32;

/// How many expressions a run may watch.
pub const WATCHES: usize = 8;

/// Bytes of a watched expression.
pub const WATCH_TEXT: usize = 200;

/// How many items a watched expression searches (`x in items`).
pub const WATCH_ITEMS: usize = 1_000;

/// The most decimal digits of an integer that are converted from or to text, unless the program wishes for more.
pub const INT_DIGITS: usize = stillframe_front::limits::DIGITS;

/// The most that `sys.set_int_max_str_digits` can make of them: the conversion takes quadratic time.
pub const MOST_INT_DIGITS: usize = 50_000;

/// The most that `sys.setrecursionlimit` can make of the limit on recursion.
pub const MAX_RECURSION: u32 = 10_000;

/// The most frames on the stack. Those of the prelude stand for what C does, and most of them do not count for the limit on recursion.
pub const MOST_FRAMES: u32 = 2 * MAX_RECURSION;

/// How many natives may wait for one another: each hands over to the next, as `__name__` of a method of a method does. They nest the host's stack.
pub const MAX_NESTED_NATIVES: u32 = 200;

/// How deep groups of a regular expression may nest.
pub const REGEX_DEPTH: usize = 100;

/// Steps of a regular expression with its repetitions written out.
pub const REGEX_STEPS: usize = 50_000;

/// Places that the search for a regular expression may have to remember: its steps times what each of them notes.
pub const REGEX_SLOTS: usize = 1_000_000;

/// Those of regular expressions, as `docs/limits.md` has them.
pub const OF_REGEXES: &[(&str, usize)] = &[
    ("groups inside one another", REGEX_DEPTH),
    ("steps of a pattern with its repetitions written out (1,000 for `a{1000}`)", REGEX_STEPS),
    ("those steps times the positions that groups record", REGEX_SLOTS),
];
