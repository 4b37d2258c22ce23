//! Programs of any expressions and statements: mostly well formed, rarely sensible. They ask built-ins and the library for what nobody would write.

use std::collections::BTreeSet;

use crate::choices::Choices;
use crate::names::NAMES;

/// So deep do blocks nest, and expressions.
const DEPTH: usize = 4;
const DEPTH_OF_EXPRESSIONS: usize = 3;

/// No program is longer, however many bytes there are.
const LONGEST: usize = 8 * 1024;

/// What every program has to begin with.
const PROLOGUE: &str = "\
a, b, c, d = [3, 1, 2], {'k': 1, 2: 'v'}, 'text', b'bytes'
class C(Exception):
    x = 1
    def __init__(self, *args, **named): self.args, self.named = args, named
def f(*args, **named): return args[0] if args else named
def g(n=3):
    got = yield n
    yield from a
    return got
async def h(n=1): return n
async def i(n=2):
    yield n
    yield await h()
e, x, y = g(), 5, range(3)
";

const VARIABLES: [&str; 12] = ["a", "b", "c", "d", "e", "f", "g", "h", "i", "C", "x", "y"];

const CONSTANTS: [&str; 35] = [
    "0",
    "1",
    "-1",
    "None",
    "True",
    "False",
    "2",
    "3",
    "7",
    "100",
    "255",
    "1000000",
    "2**63",
    "-2**63",
    "2**64",
    "10**40",
    "1 << 1000",
    "0.0",
    "-0.5",
    "1e308",
    "float('inf')",
    "float('nan')",
    "1j",
    "''",
    "'a'",
    "'é\\u20ac\\U0001f40d'",
    "'%s %d'",
    "'{} {0!r:>5}'",
    "'a,b;c\\n'",
    "b''",
    "b'\\xff\\0a'",
    "...",
    "()",
    "[]",
    "{}",
];

const BINARY: [&str; 13] = ["+", "-", "*", "/", "//", "%", "**", "@", "<<", ">>", "&", "|", "^"];

const COMPARED: [&str; 10] = ["==", "!=", "<", "<=", ">", ">=", "in", "not in", "is", "is not"];

const SPECIALS: [&str; 52] = [
    "__init__",
    "__repr__",
    "__str__",
    "__eq__",
    "__lt__",
    "__hash__",
    "__bool__",
    "__len__",
    "__iter__",
    "__next__",
    "__getitem__",
    "__setitem__",
    "__delitem__",
    "__contains__",
    "__call__",
    "__add__",
    "__radd__",
    "__iadd__",
    "__mul__",
    "__rmul__",
    "__sub__",
    "__neg__",
    "__index__",
    "__int__",
    "__float__",
    "__format__",
    "__getattr__",
    "__getattribute__",
    "__setattr__",
    "__delattr__",
    "__get__",
    "__set__",
    "__set_name__",
    "__enter__",
    "__exit__",
    "__aenter__",
    "__aexit__",
    "__await__",
    "__aiter__",
    "__anext__",
    "__del__",
    "__new__",
    "__init_subclass__",
    "__class_getitem__",
    "__reversed__",
    "__missing__",
    "__instancecheck__",
    "__prepare__",
    "__mro_entries__",
    "__bytes__",
    "__dir__",
    "__sizeof__",
];

/// What a tokenizer knows, to be put where it may not belong.
const TOKENS: [&str; 48] = [
    "(", ")", "[", "]", "{", "}", ":", ",", ".", ";", "=", ":=", "->", "*", "**", "@", "~", "!", "\\", "\n", "    ", "\t", "'", "\"\"\"",
    "f'{", "}'", "0x", "1_0", "1e", "lambda", "yield", "await", "async", "def", "class", "return", "if", "else", "for", "in", "while",
    "try", "except*", "finally", "with", "match", "case _", "#",
];

pub fn program(choices: &mut Choices) -> String {
    let tokens = choices.once_in(8);
    let mut soup =
        Soup { choices, text: String::new(), modules: BTreeSet::new(), around: Around::Module, tokens, loops: 0, indent: 0, depth: 0 };
    while !soup.is_full() {
        soup.guarded();
    }
    let imports: String = soup.modules.iter().map(|module| format!("import {module}\n")).collect();
    imports + PROLOGUE + &soup.text
}

struct Soup<'a, 'b> {
    choices: &'a mut Choices<'b>,
    text: String,
    /// Those whose members it calls.
    modules: BTreeSet<&'static str>,
    around: Around,
    /// Whether tokens may stand anywhere, so that it most likely does not parse.
    tokens: bool,
    /// How many loops there are around.
    loops: usize,
    indent: usize,
    /// Of expressions.
    depth: usize,
}

/// What a statement stands in.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Around {
    Module,
    Function,
    AsyncFunction,
}

impl Soup<'_, '_> {
    fn is_full(&self) -> bool {
        self.choices.spent() || self.text.len() > LONGEST
    }

    /// A statement whose exception mostly ends nothing.
    fn guarded(&mut self) {
        if self.choices.once_in(32) {
            self.statement();
            return;
        }
        self.line("try:");
        self.block(Soup::statement);
        self.line("except Exception as error: print(type(error).__name__, error)");
    }

    fn statement(&mut self) {
        if self.indent > DEPTH || self.is_full() {
            self.line("pass");
            return;
        }
        match self.choices.below(if self.tokens { 32 } else { 31 }) {
            0..8 => {
                let value = self.expression();
                self.line(&format!("print({value})"));
            }
            8..13 => {
                let (target, value) = (self.target(), self.expression());
                self.line(&format!("{target} = {value}"));
            }
            13 => {
                let (target, sign, value) = (self.variable(), self.choices.of(&BINARY), self.expression());
                self.line(&format!("{target} {sign}= {value}"));
            }
            14 => {
                let target = self.place();
                self.line(&format!("del {target}"));
            }
            15 => self.jump(),
            16 => self.import(),
            17..19 => {
                let condition = self.expression();
                self.line(&format!("if {condition}:"));
                self.block(Soup::statement);
                self.line("else:");
                self.block(Soup::statement);
            }
            19..21 => {
                let asynchronous = self.asynchronous();
                let (target, values) = (self.target(), self.expression());
                self.line(&format!("{asynchronous}for {target} in {values}:"));
                self.repeated(Soup::statement);
            }
            21 => {
                let condition = self.expression();
                self.line(&format!("while {condition}:"));
                self.repeated(|soup| {
                    soup.statement();
                    soup.line("break");
                });
            }
            22..24 => self.attempt(),
            24 => {
                let asynchronous = self.asynchronous();
                let (manager, target) = (self.expression(), self.place());
                self.line(&format!("{asynchronous}with {manager} as {target}:"));
                self.block(Soup::statement);
            }
            25..28 => self.function(),
            28..30 => self.class(),
            30 => self.matching(),
            _ => {
                let tokens: Vec<_> = (0..=self.choices.below(4)).map(|_| self.choices.of(&TOKENS)).collect();
                let (before, after) = (self.expression(), self.expression());
                self.line(&format!("{before} {} {after}", tokens.join(" ")));
            }
        }
    }

    fn jump(&mut self) {
        let value = self.operand();
        let words: &[&str] = match self.around {
            Around::Module => &["assert", "raise", "raise C from", "x ="],
            Around::Function => &["return", "yield", "yield from", "raise", "raise C from", "x = yield"],
            Around::AsyncFunction => &["await", "yield", "x = await", "return", "raise", "raise C from"],
        };
        let word = self.choices.of(words);
        match self.choices.below(4) {
            0 if self.loops > 0 => self.line("break"),
            1 if self.loops > 0 => self.line("continue"),
            _ if word == "return" && self.around == Around::AsyncFunction => self.line("return"),
            _ => self.line(&format!("{word} {value}")),
        }
    }

    fn import(&mut self) {
        let (module, members) = &NAMES.modules[self.choices.below(NAMES.modules.len())];
        if members.is_empty() || self.choices.once_in(2) {
            let variable = self.variable();
            self.line(&format!("import {module} as {variable}"));
        } else {
            let member = &members[self.choices.below(members.len())];
            let variable = self.variable();
            self.line(&format!("from {module} import {member} as {variable}"));
        }
    }

    fn attempt(&mut self) {
        self.line("try:");
        self.block(Soup::statement);
        let star = if self.choices.once_in(5) { "*" } else { "" };
        let kind = match self.choices.below(6) {
            0 => self.expression(),
            _ => self
                .choices
                .of(&["Exception", "BaseException", "(ValueError, TypeError)", "GeneratorExit", "C", "StopIteration"])
                .to_owned(),
        };
        self.line(&format!("except{star} {kind} as z:"));
        let loops = if star.is_empty() { self.loops } else { 0 };
        let around = if star.is_empty() { self.around } else { Around::Module };
        self.inside(around, loops, Soup::statement);
        if self.choices.once_in(3) {
            self.line("finally:");
            self.block(Soup::statement);
        }
    }

    fn function(&mut self) {
        if self.choices.once_in(4) {
            let decorator = self.expression();
            self.line(&format!("@{decorator}"));
        }
        let around = self.choices.of(&[Around::Function, Around::Function, Around::AsyncFunction]);
        let asynchronous = if around == Around::AsyncFunction { "async " } else { "" };
        let (name, parameters) = (self.variable(), self.parameters());
        self.line(&format!("{asynchronous}def {name}({parameters}):"));
        self.inside(around, 0, |soup| {
            soup.statement();
            soup.jump();
        });
    }

    fn class(&mut self) {
        let (name, base) = (self.variable(), self.callable());
        let header = if self.choices.once_in(3) { format!("class {name}:") } else { format!("class {name}({base}):") };
        self.line(&header);
        self.block(|soup| {
            soup.line("y = 2");
            for _ in 0..=soup.choices.below(3) {
                let (special, value) = (soup.choices.of(&SPECIALS), soup.expression());
                let asynchronous = if soup.choices.once_in(8) { "async " } else { "" };
                soup.line(&format!("{asynchronous}def {special}(self, *args, **named): return {value}"));
            }
        });
    }

    fn matching(&mut self) {
        let subject = self.expression();
        self.line(&format!("match {subject}:"));
        self.block(|soup| {
            let pattern = soup.pattern();
            soup.line(&format!("case {pattern}:"));
            soup.block(Soup::statement);
            soup.line("case _:");
            soup.block(Soup::statement);
        });
    }

    /// A pattern that does not match everything.
    fn pattern(&mut self) -> String {
        const PATTERNS: [&str; 14] = [
            "1",
            "'a'",
            "None",
            "-1.5",
            "b''",
            "C.x",
            "1+2j",
            "[x, *_]",
            "[int(), *y]",
            "{'k': x, **y}",
            "C(x, args=y)",
            "int(x)",
            "str() | bytes()",
            "[1 | 2 as x, _]",
        ];
        let (pattern, more) = (self.choices.of(&PATTERNS), self.choices.of(&PATTERNS));
        match self.choices.below(4) {
            0 => format!("[_, {pattern}]"),
            1 => format!("C(args=[{pattern}])"),
            2 => format!("{pattern} if {more:?}"),
            _ => pattern.to_owned(),
        }
    }

    // Expressions.

    fn expression(&mut self) -> String {
        if self.depth > DEPTH_OF_EXPRESSIONS || self.choices.spent() {
            return self.variable().to_owned();
        }
        self.depth += 1;
        let expression = match self.choices.below(63) {
            0..8 => self.variable().to_owned(),
            8..18 => self.choices.of(&CONSTANTS).to_owned(),
            18..30 => format!("{}({})", self.callable(), self.arguments()),
            30..38 => format!("{}.{}({})", self.operand(), self.attribute(), self.arguments()),
            38..41 => format!("{}.{}", self.operand(), self.attribute()),
            41..43 => format!("{}[{}]", self.operand(), self.expression()),
            43 => format!("{}[{}:{}:{}]", self.operand(), self.expression(), self.expression(), self.choices.of(&["", "2", "-1", "0"])),
            44..47 => format!("({} {} {})", self.operand(), self.choices.of(&BINARY), self.operand()),
            47 => format!("({} {} {})", self.operand(), self.choices.of(&COMPARED), self.operand()),
            48 => format!("({} {} {})", self.expression(), self.choices.of(&["and", "or", "if a else"]), self.expression()),
            49 => format!("({}{})", self.choices.of(&["-", "~", "+", "not "]), self.operand()),
            50..52 => format!("[{}]", self.items()),
            52 => format!("({},)", self.items()),
            53 => format!("{{{}}}", self.items()),
            54..56 => format!("{{{}: {}, **{}}}", self.operand(), self.expression(), self.choices.of(&["b", "{}"])),
            56..58 => format!("(lambda {}: {})", self.parameters(), self.expression()),
            58..61 => self.comprehension(),
            61 => format!(
                "f'{{{}!{}:{}}}'",
                self.variable(),
                self.choices.of(&["r", "s", "a"]),
                self.choices.of(&["", ">5", "{a}", "0=+9.3f", "d", "n", "_x", "c"])
            ),
            _ => format!("[*{}, *{}]", self.operand(), self.operand()),
        };
        self.depth -= 1;
        expression
    }

    /// What another expression is made with, mostly simple as well.
    fn operand(&mut self) -> String {
        format!("({})", self.argument())
    }

    fn comprehension(&mut self) -> String {
        let (value, values) = (self.expression(), self.operand());
        let clause = format!("for x in {values}");
        match self.choices.below(6) {
            0 => format!("[{value} {clause}]"),
            1 => format!("{{{value} {clause}}}"),
            2 => format!("{{x: {value} {clause} if x}}"),
            3 => format!("({value} {clause} for y in {})", self.operand()),
            4 => format!("({value} async {clause})"),
            _ => format!("list({value} {clause})"),
        }
    }

    fn callable(&mut self) -> String {
        match self.choices.below(8) {
            0 => self.variable().to_owned(),
            1..5 => NAMES.builtins[self.choices.below(NAMES.builtins.len())].clone(),
            _ => {
                let (module, members) = &NAMES.modules[self.choices.below(NAMES.modules.len())];
                if members.is_empty() {
                    return module.clone();
                }
                self.modules.insert(module);
                format!("{module}.{}", members[self.choices.below(members.len())])
            }
        }
    }

    fn attribute(&mut self) -> &'static str {
        &NAMES.attributes[self.choices.below(NAMES.attributes.len())]
    }

    fn arguments(&mut self) -> String {
        match self.choices.below(8) {
            0 => String::new(),
            1..4 => self.argument(),
            4..6 => format!("{}, {}", self.argument(), self.argument()),
            6 => format!("{}, {}, *{}", self.argument(), self.argument(), self.operand()),
            _ => format!("{}, {}={}", self.argument(), self.choices.of(&["key", "default", "n", "x", "sep", "encoding"]), self.argument()),
        }
    }

    /// Mostly something simple, as the call is not made where one of them fails.
    fn argument(&mut self) -> String {
        match self.choices.below(4) {
            0 => self.variable().to_owned(),
            3 => self.expression(),
            _ => self.choices.of(&CONSTANTS).to_owned(),
        }
    }

    fn items(&mut self) -> String {
        let items: Vec<_> = (0..=self.choices.below(3)).map(|_| self.expression()).collect();
        items.join(", ")
    }

    fn parameters(&mut self) -> String {
        let default = self.choices.of(&CONSTANTS);
        self.choices
            .of(&["", "x", "x, y", "*x", "**x", "x, /, y=None", "x, *, y=None", "x=1, *y, **z", "self, *args"])
            .replace("None", default)
    }

    /// What is assigned to.
    fn target(&mut self) -> String {
        if self.choices.once_in(8) { format!("{}, *{}", self.place(), self.variable()) } else { self.place() }
    }

    fn place(&mut self) -> String {
        match self.choices.below(8) {
            0..4 => self.variable().to_owned(),
            4 | 5 => format!("{}.{}", self.variable(), self.attribute()),
            6 => format!("{}[{}]", self.variable(), self.expression()),
            _ => format!("{}[{}:]", self.variable(), self.choices.of(&CONSTANTS)),
        }
    }

    fn variable(&mut self) -> &'static str {
        self.choices.of(&VARIABLES)
    }

    // Lines.

    fn line(&mut self, text: &str) {
        self.text.extend(std::iter::repeat_n("    ", self.indent));
        self.text.push_str(text);
        self.text.push('\n');
    }

    fn block(&mut self, write: impl FnOnce(&mut Self)) {
        self.inside(self.around, self.loops, write);
    }

    fn repeated(&mut self, write: impl FnOnce(&mut Self)) {
        self.inside(self.around, self.loops + 1, write);
    }

    fn inside(&mut self, around: Around, loops: usize, write: impl FnOnce(&mut Self)) {
        let outside = (self.around, self.loops);
        (self.around, self.loops) = (around, loops);
        self.indent += 1;
        write(self);
        self.indent -= 1;
        (self.around, self.loops) = outside;
    }

    /// The word before a statement that may be asynchronous here.
    fn asynchronous(&mut self) -> &'static str {
        if self.around == Around::AsyncFunction && self.choices.once_in(2) { "async " } else { "" }
    }
}
