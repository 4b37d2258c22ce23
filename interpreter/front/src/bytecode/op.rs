//! The instructions: one table gives each its name, its operands and a sentence.
//!
//! The machine has registers: a frame's first ones are its local variables (parameters first), then its cells, then its free variables,
//! then temporaries. Every instruction takes 8 bytes. Operands are read left to right as the source evaluates them. A register that
//! an instruction *takes* is left unbound, so that references die when CPython's die.
//!
//! Every instruction takes the temporaries that it reads (registers from `Code::temp_start`; numbers and the like may be left behind),
//! unless its sentence says *keeps*. Variables it only reads, unless its sentence says *takes*.

use serde::{Deserialize, Serialize};

/// A register of the frame. [`NONE`] stands for "no register" where an instruction allows it.
pub type Reg = u8;

/// No register.
pub const NONE: Reg = u8::MAX;

/// An index into the code object's constants.
pub type ConstIndex = u16;

/// An index into the code object's names.
pub type NameIndex = u16;

/// The place of an instruction in its code object.
pub type Target = u32;

/// The operand, if it is called `t`.
macro_rules! target_operand {
    (t $value:ident) => {
        Some($value)
    };
    ($other:ident $value:ident) => {{
        let _ = $value;
        None
    }};
}

/// The operand, if it is called `i` and is no register.
macro_rules! immediate_operand {
    (i i8 $value:ident) => {
        Some(i64::from(*$value))
    };
    (i i16 $value:ident) => {
        Some(i64::from(*$value))
    };
    ($other:ident $type:ident $value:ident) => {{
        let _ = $value;
        None
    }};
}

/// The operand, if it is called `d`.
macro_rules! written_operand {
    (d $value:ident) => {
        Some(*$value)
    };
    ($other:ident $value:ident) => {{
        let _ = $value;
        None
    }};
}

macro_rules! ops {
    ($($(#[doc = $doc:literal])+ $name:ident { $($field:ident : $type:ident),* $(,)? },)+) => {
        /// An instruction. `d` is written, `s`, `a`, `b` are read unless the sentence says *takes*.
        #[derive(Clone, Copy, Debug, PartialEq, Deserialize, Serialize)]
        pub enum Op {
            $($(#[doc = $doc])+ $name { $($field: $type),* },)+
        }

        impl Op {
            /// The instruction's name, as the disassembler prints it.
            pub fn name(&self) -> &'static str {
                match self { $(Op::$name { .. } => stringify!($name),)+ }
            }

            /// The operands as `name=value`, in the table's order.
            pub fn operands(&self) -> Vec<(&'static str, String)> {
                match self {
                    $(Op::$name { $($field),* } => vec![$((stringify!($field), format!("{:?}", $field))),*],)+
                }
            }

            /// Where a jump goes.
            pub fn target_mut(&mut self) -> Option<&mut Target> {
                match self {
                    $(Op::$name { $($field),* } => None$(.or(target_operand!($field $field)))*,)+
                }
            }

            /// The small integer that an operator's instruction has for its right operand.
            pub fn immediate(&self) -> Option<i64> {
                match self {
                    $(Op::$name { $($field),* } => None$(.or(immediate_operand!($field $type $field)))*,)+
                }
            }

            /// The register that the instruction writes, if it writes one. Those that write several say the first.
            pub fn written(&self) -> Option<Reg> {
                match self {
                    $(Op::$name { $($field),* } => None$(.or(written_operand!($field $field)))*,)+
                }
            }
        }
    };
}

/// The binary operators, plain and in place.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Deserialize, Serialize)]
pub enum Binary {
    Add,
    Sub,
    Mul,
    MatMul,
    Div,
    Mod,
    Pow,
    LShift,
    RShift,
    Or,
    Xor,
    And,
    FloorDiv,
}

/// The unary operators (`not` is an instruction of its own).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Deserialize, Serialize)]
pub enum Unary {
    Neg,
    Pos,
    Invert,
}

/// The rich comparisons.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Deserialize, Serialize)]
pub enum Compare {
    Lt,
    Le,
    Gt,
    Ge,
    Eq,
    Ne,
}

/// Whom a `GetAwaitable` serves, for the words of its error.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize, Serialize)]
pub enum AwaitFor {
    Await,
    Enter,
    Exit,
    Next,
}

/// An f-string's conversion.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize, Serialize)]
pub enum Convert {
    None,
    Str,
    Repr,
    Ascii,
}

ops! {
    /// The frame is about to run line `n`: told if the frame stands on another line. Only in code compiled to be watched.
    Line { n: u32 },
    /// As `Line`, told always: the frame has jumped back to here.
    LineBack { n: u32 },
    /// The frame is on no line now, so that the next `Line` is told whichever it is. Only in code compiled to be watched.
    LineNone { },
    /// Does nothing.
    Nop { },

    // Registers, constants, variables.
    /// Copies, and keeps `s`; raises UnboundLocalError where it is an unbound local.
    Move { d: Reg, s: Reg },
    /// Moves, leaving `s` unbound.
    Take { d: Reg, s: Reg },
    /// Leaves `d` unbound.
    Clear { d: Reg },
    /// Raises UnboundLocalError where `s` is unbound.
    CheckBound { s: Reg },
    /// Unbinds a local; raises where it is unbound already.
    DeleteFast { d: Reg },
    /// Loads a constant.
    Const { d: Reg, k: ConstIndex },
    /// Loads a small integer.
    Int { d: Reg, i: i32 },
    /// Loads None.
    LoadNone { d: Reg },
    /// Makes an empty cell in `d`, or one holding the parameter that `d` holds.
    MakeCell { d: Reg },
    /// Reads the variable in cell `c`; raises NameError for a free variable, UnboundLocalError for a cell's own, where unbound.
    LoadCell { d: Reg, c: Reg },
    /// Writes the variable in cell `c`.
    StoreCell { c: Reg, s: Reg },
    /// Unbinds the variable in cell `c`.
    DeleteCell { c: Reg },
    /// Reads a module variable, else a builtin.
    LoadGlobal { d: Reg, name: NameIndex },
    /// Writes a module variable.
    StoreGlobal { s: Reg, name: NameIndex },
    /// Unbinds a module variable.
    DeleteGlobal { name: NameIndex },
    /// In a class body: reads the namespace, else a module variable, else a builtin.
    LoadName { d: Reg, name: NameIndex },
    /// In a class body: writes the namespace.
    StoreName { s: Reg, name: NameIndex },
    /// In a class body: unbinds a name of the namespace.
    DeleteName { name: NameIndex },
    /// In a class body: reads the namespace, else cell `c`.
    LoadClassCell { d: Reg, c: Reg, name: NameIndex },
    /// In a class body that has annotations: makes `__annotations__` if it is not there (also at module level).
    SetupAnnotations { },

    // Operators. Fast for small integers (and floats where it pays), general otherwise.
    /// `a op b`.
    Binary { op: Binary, d: Reg, a: Reg, b: Reg },
    /// `a op= b`: the in-place method first.
    InPlace { op: Binary, d: Reg, a: Reg, b: Reg },
    /// `op a`.
    Unary { op: Unary, d: Reg, a: Reg },
    /// `not a`.
    Not { d: Reg, a: Reg },
    /// `a + b`.
    Add { d: Reg, a: Reg, b: Reg },
    /// `a - b`.
    Sub { d: Reg, a: Reg, b: Reg },
    /// `a * b`.
    Mul { d: Reg, a: Reg, b: Reg },
    /// `a + i` (also for `a - i`).
    AddInt { d: Reg, a: Reg, i: i16 },
    /// `a - i`, written so in the source.
    SubInt { d: Reg, a: Reg, i: i16 },
    /// `a * i`.
    MulInt { d: Reg, a: Reg, i: i16 },
    /// `a // i`.
    FloorDivInt { d: Reg, a: Reg, i: i16 },
    /// `a % i`.
    ModInt { d: Reg, a: Reg, i: i16 },
    /// `a += b`.
    AddInPlace { d: Reg, a: Reg, b: Reg },
    /// `a += i`.
    AddInPlaceInt { d: Reg, a: Reg, i: i16 },
    /// `a -= i`.
    SubInPlaceInt { d: Reg, a: Reg, i: i16 },
    /// `a op b`, a rich comparison.
    Compare { op: Compare, d: Reg, a: Reg, b: Reg },
    /// `a is b`, or `a is not b`.
    Is { d: Reg, a: Reg, b: Reg, not: bool },
    /// `a in b`, or `a not in b`.
    Contains { d: Reg, a: Reg, b: Reg, not: bool },

    // Jumps.
    /// Goes to `t`.
    Jump { t: Target },
    /// Goes to `t` where `s` is false.
    JumpIfFalse { s: Reg, t: Target },
    /// Goes to `t` where `s` is true.
    JumpIfTrue { s: Reg, t: Target },
    /// Goes to `t` where `s` is false, and keeps it then.
    JumpIfFalseKeep { s: Reg, t: Target },
    /// Goes to `t` where `s` is true, and keeps it then.
    JumpIfTrueKeep { s: Reg, t: Target },
    /// Goes to `t` where `s` is None.
    JumpIfNone { s: Reg, t: Target },
    /// Goes to `t` where `s` is not None.
    JumpIfNotNone { s: Reg, t: Target },
    /// Goes to `t` unless `a < b`.
    JumpUnlessLt { a: Reg, b: Reg, t: Target },
    /// Goes to `t` unless `a <= b`.
    JumpUnlessLe { a: Reg, b: Reg, t: Target },
    /// Goes to `t` unless `a > b`.
    JumpUnlessGt { a: Reg, b: Reg, t: Target },
    /// Goes to `t` unless `a >= b`.
    JumpUnlessGe { a: Reg, b: Reg, t: Target },
    /// Goes to `t` unless `a == b`.
    JumpUnlessEq { a: Reg, b: Reg, t: Target },
    /// Goes to `t` unless `a != b`.
    JumpUnlessNe { a: Reg, b: Reg, t: Target },
    /// Goes to `t` if `a < b`.
    JumpIfLt { a: Reg, b: Reg, t: Target },
    /// Goes to `t` if `a <= b`.
    JumpIfLe { a: Reg, b: Reg, t: Target },
    /// Goes to `t` if `a > b`.
    JumpIfGt { a: Reg, b: Reg, t: Target },
    /// Goes to `t` if `a >= b`.
    JumpIfGe { a: Reg, b: Reg, t: Target },
    /// Goes to `t` if `a == b`.
    JumpIfEq { a: Reg, b: Reg, t: Target },
    /// Goes to `t` if `a != b`.
    JumpIfNe { a: Reg, b: Reg, t: Target },
    /// Goes to `t` unless `a < i`.
    JumpUnlessLtInt { a: Reg, i: i16, t: Target },
    /// Goes to `t` unless `a <= i`.
    JumpUnlessLeInt { a: Reg, i: i16, t: Target },
    /// Goes to `t` unless `a > i`.
    JumpUnlessGtInt { a: Reg, i: i16, t: Target },
    /// Goes to `t` unless `a >= i`.
    JumpUnlessGeInt { a: Reg, i: i16, t: Target },
    /// Goes to `t` unless `a == i`.
    JumpUnlessEqInt { a: Reg, i: i16, t: Target },
    /// Goes to `t` unless `a != i`.
    JumpUnlessNeInt { a: Reg, i: i16, t: Target },
    /// Goes to `t` if `a < i`.
    JumpIfLtInt { a: Reg, i: i16, t: Target },
    /// Goes to `t` if `a <= i`.
    JumpIfLeInt { a: Reg, i: i16, t: Target },
    /// Goes to `t` if `a > i`.
    JumpIfGtInt { a: Reg, i: i16, t: Target },
    /// Goes to `t` if `a >= i`.
    JumpIfGeInt { a: Reg, i: i16, t: Target },
    /// Goes to `t` if `a == i`.
    JumpIfEqInt { a: Reg, i: i16, t: Target },
    /// Goes to `t` if `a != i`.
    JumpIfNeInt { a: Reg, i: i16, t: Target },

    // Attributes and items.
    /// `d = o.name`.
    GetAttr { d: Reg, o: Reg, name: NameIndex },
    /// `o.name = s`.
    SetAttr { o: Reg, s: Reg, name: NameIndex },
    /// `o.name += i`, the name read and written once.
    AddAttrInt { o: Reg, i: i8, name: NameIndex },
    /// `del o.name`.
    DelAttr { o: Reg, name: NameIndex },
    /// `d = o[i]`.
    GetItem { d: Reg, o: Reg, i: Reg },
    /// `o[i] = s`.
    SetItem { o: Reg, i: Reg, s: Reg },
    /// `del o[i]`.
    DelItem { o: Reg, i: Reg },
    /// A slice of the three registers from `s`.
    BuildSlice { d: Reg, s: Reg },

    // Displays of `n` temporaries from `s`.
    /// A tuple.
    BuildTuple { d: Reg, s: Reg, n: u8 },
    /// A list.
    BuildList { d: Reg, s: Reg, n: u8 },
    /// A set.
    BuildSet { d: Reg, s: Reg, n: u8 },
    /// A dict of `n` pairs: key, value, key, value …
    BuildDict { d: Reg, s: Reg, n: u8 },
    /// Joins `n` strings.
    BuildString { d: Reg, s: Reg, n: u8 },
    /// Appends `s` to the list in `l`. This and those that follow keep `l`.
    ListAppend { l: Reg, s: Reg },
    /// Adds `s` to the set in `l`.
    SetAdd { l: Reg, s: Reg },
    /// Sets `k`: `v` in the dict in `l`.
    DictSet { l: Reg, k: Reg, v: Reg },
    /// Extends the list in `l` by the iterable in `s` (`[*s]`, `f(*s)`). `call`: the callee, for the words
    /// "argument after * must be an iterable", stands before `l`.
    ListExtend { l: Reg, s: Reg, call: bool },
    /// Updates the set in `l` by the iterable in `s`.
    SetUpdate { l: Reg, s: Reg },
    /// Updates the dict in `l` by the mapping in `s` (`{**s}`).
    DictUpdate { l: Reg, s: Reg },
    /// Merges the keywords of `**s` into the dict in `l`; `f`, kept, is the function, for the words of the error on a name given twice.
    DictMerge { l: Reg, s: Reg, f: Reg },
    /// Makes the list in `s` a tuple.
    ListToTuple { d: Reg, s: Reg },
    /// Unpacks `s` into exactly `n` registers from `d`.
    Unpack { d: Reg, s: Reg, n: u8 },
    /// Unpacks `s` into `before` registers from `d`, a list, and `after` more.
    UnpackStar { d: Reg, s: Reg, before: u8, after: u8 },
    /// A formatted value: `s` converted, then formatted by the string in `spec` (NONE: the empty one).
    Format { d: Reg, s: Reg, spec: Reg, convert: Convert },

    // Calls. The callee and its arguments stand in consecutive temporaries from `f`.
    /// `n` positional arguments.
    Call { d: Reg, f: Reg, n: u8 },
    /// `n` arguments, the last of them named by the tuple of names in constant `names`.
    CallKw { d: Reg, f: Reg, n: u8, names: ConstIndex },
    /// A tuple of positional arguments in `f + 1`, a dict of named ones, or None, in `f + 2`.
    CallEx { d: Reg, f: Reg },
    /// `o.name(…)`: the receiver in `o`, `n` positional arguments behind it. The method is looked up after the arguments were
    /// evaluated, so only where evaluating them can't be noticed.
    CallMethod { d: Reg, o: Reg, n: u8, name: NameIndex },
    /// Looks `name` up on the receiver in `s`: the function and its receiver into `o` and `o + 1`, or the callable and nothing.
    LoadMethod { o: Reg, s: Reg, name: NameIndex },
    /// Calls what `LoadMethod` left in `o` and `o + 1` with `n` positional arguments behind them.
    CallLoaded { d: Reg, o: Reg, n: u8 },
    /// As `CallLoaded`, the last arguments named by constant `names`.
    CallLoadedKw { d: Reg, o: Reg, n: u8, names: ConstIndex },
    /// `super()`: `d` gets the object for the class in cell `c` and the instance in register `s` (a cell or a plain one).
    Super { d: Reg, c: Reg, s: Reg },
    /// Ends the frame with the value of `s`, taken though it be a variable.
    Return { s: Reg },
    /// Ends the frame with None.
    ReturnNone { },

    // Functions and classes.
    /// A function of code `code` (an index into the program's code objects). `s`: four temporaries: tuple of defaults, dict of
    /// keyword defaults, tuple of annotations (name, value, …), tuple of cells; each unbound where there are none. NONE: none of the four.
    MakeFunction { d: Reg, s: Reg, code: u16 },
    /// A class: in `s` the function of its body, in `s + 1` its name, in `s + 2` the tuple of bases, in `s + 3` the dict of keywords, or
    /// unbound.
    BuildClass { d: Reg, s: Reg },

    // Iteration.
    /// `d = iter(s)`.
    GetIter { d: Reg, s: Reg },
    /// The next value of `it`, kept, into `d`; at its end clears `it` and goes to `t`.
    ForIter { it: Reg, d: Reg, t: Target },
    /// Back to the `ForIter` at `t`, and what that does.
    ForAgain { it: Reg, d: Reg, t: Target },

    // Suspending.
    /// Yields `s`; what is sent in comes to `d`. Guarded: a handler stands round it. Here and in the others that suspend, `caught` is the
    /// register of the exception that an `except` handles here, and that CPython does not keep on the frame's stack: NONE for none.
    Yield { d: Reg, s: Reg, guarded: bool, caught: Reg },
    /// In an async generator: yields `s` to whom awaits the next value.
    YieldAsync { d: Reg, s: Reg, caught: Reg },
    /// The iterator a `yield from` delegates to: `s` itself where it is a generator (or an awaitable one, in a coroutine), else its iterator.
    GetYieldFrom { d: Reg, s: Reg },
    /// Delegates to the iterator in `it` with the value in `v` (None at first); stands on itself while that yields; at its end clears
    /// `it`, leaves its value in `v` and goes on.
    YieldFrom { it: Reg, v: Reg, caught: Reg },
    /// The same for `await`.
    Await { it: Reg, v: Reg, caught: Reg },
    /// The awaitable of `s`, by `__await__` where it is no coroutine.
    GetAwaitable { d: Reg, s: Reg, what: AwaitFor },
    /// `d = s.__aiter__()`.
    GetAIter { d: Reg, s: Reg },
    /// `d` gets the awaitable of `s.__anext__()`; keeps `s`.
    GetANext { d: Reg, s: Reg },
    /// In the handler of an `async for`: goes on where the exception in `s` is StopAsyncIteration, else raises it again.
    EndAsyncFor { s: Reg },

    // Exceptions.
    /// Raises `s`: an exception, or a class to call. `cause` may be NONE.
    Raise { s: Reg, cause: Reg },
    /// `raise` alone: raises again what is being handled.
    RaiseBare { },
    /// Raises the exception in `s` again, as it stands: no new context, no new traceback entry. The frame stands again where the handler
    /// has kept it to have stood, in `line` (NONE: it stays where it is; `s` itself: what it does stands on no line), and tells nobody.
    Reraise { s: Reg, line: Reg },
    /// Tells whoever watches that the exception in `s`, kept, is caught: by an `except` that matches, or a `with` that suppresses it.
    Caught { s: Reg },
    /// The frame now handles the exception in `s`, kept.
    PushHandled { s: Reg },
    /// The frame is done with that and handles the exception in `s`, kept, again (NONE: none).
    PopHandled { s: Reg },
    /// Goes to `t` unless exception `s`, kept, matches `c`, a class or a tuple of them.
    JumpUnlessMatch { s: Reg, c: Reg, t: Target },
    /// `except*`: of exception `s`, what matches `c` into `d` (None: nothing) and the rest into `d + 1` (None: nothing).
    /// Of None in `s`, both are None.
    SplitGroup { d: Reg, s: Reg, c: Reg },
    /// After `except*`: `d` gets what to raise (or None) of the original exception in `s` and the list of raised and rest ones in `s + 1`.
    JoinGroup { d: Reg, s: Reg },
    /// An AssertionError, `s` its message (NONE: none), is raised.
    RaiseAssertion { s: Reg },

    // `with`.
    /// `__exit__` and `__enter__` of the context manager in `s`, bound, into `d` and `d + 1`.
    LoadWith { d: Reg, s: Reg },
    /// `__aexit__` and `__aenter__`, likewise.
    LoadAsyncWith { d: Reg, s: Reg },
    /// Calls the exit function in `exit` with the type, the value and the traceback of exception `s`, both kept; *takes* it where `s` is
    /// NONE, and calls it with None three times.
    CallExit { d: Reg, exit: Reg, s: Reg },

    // Imports.
    /// Imports a module: `name` dotted (dots at its head: a relative import, an ImportError in a program of one module). `d` gets the top package, or, with `leaf`, the module named last.
    Import { d: Reg, leaf: bool, name: NameIndex },
    /// `d = from s import name`, `s` kept; ImportError where it has none.
    ImportFrom { d: Reg, s: Reg, name: NameIndex },
    /// `from s import *`.
    ImportStar { s: Reg },

    // `match`.
    /// Goes to `t` unless `s`, kept, is a sequence of `n` items.
    MatchSequence { s: Reg, n: u8, t: Target },
    /// Goes to `t` unless `s`, kept, is a sequence of at least `n` items.
    MatchSequenceStar { s: Reg, n: u8, t: Target },
    /// Goes to `t` unless `s`, kept, is a mapping with at least `n` items.
    MatchMapping { s: Reg, n: u8, t: Target },
    /// The values of the keys in the tuple in `a` into tuple `d`, or None where one is missing. `s` is the subject. Both are kept.
    MatchKeys { d: Reg, s: Reg, a: Reg },
    /// A copy of mapping `s` less the keys in the tuple in `a`.
    MatchRest { d: Reg, s: Reg, a: Reg },
    /// The attributes of `s` that class `c` in `a` names (first `n` positional, then the tuple of names in `a + 1`) as a tuple, or None.
    MatchClass { d: Reg, s: Reg, a: Reg, n: u8 },

    // The interactive session.
    /// Echoes `s`, as the REPL does with the value of an expression statement.
    Echo { s: Reg },
}

const _: () = assert!(std::mem::size_of::<Op>() == 8);
