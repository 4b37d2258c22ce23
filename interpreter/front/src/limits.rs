//! Every limit on the text of a program, in one table: what is counted, as `docs/limits.md` has it, and the most of it. Passing one is a
//! SyntaxError.
//!
//! The first three are CPython 3.11's. The others come from the machine's registers, and from the stack and the memory that the compiler
//! may use.

const MIB: usize = 1024 * 1024;

macro_rules! limits {
    ($( $name:ident: $counted:literal = $most:expr; )*) => {
        $( #[doc = $counted] pub const $name: usize = $most; )*

        /// The table, in its order.
        pub const ROWS: &[(&str, usize)] = &[ $( ($counted, $name), )* ];
    };
}

limits! {
    BRACKETS: "brackets open at one time" = 200;
    INDENTS: "levels of indentation" = 100;
    DIGITS: "digits of a decimal integer literal" = 4_300;
    DEPTH: "levels of the tree: nested statements and expressions (`1+1+…`, `a.b.c…`, `elif`)" = 1_000;
    VARIABLES: "local variables of a function" = 200;
    FREE_VARIABLES: "variables of outer functions that a function uses" = 100;
    REGISTERS: "values that an expression holds at one time, with its function's variables" = 255;
    INSTRUCTIONS: "instructions that a program compiles to, with each copy of a `finally` body; 16 for a function, one for 64 bytes of a constant or a name" = 500_000;
    MANGLED: "bytes that class names add to private names (`__x` in class `C` is `_C__x`)" = 16 * MIB;
    TABLES: "bytes of the tables of names, 64 an entry; a variable of an outer function has an entry in each function between" = 24 * MIB;
}
