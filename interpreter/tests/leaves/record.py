"""Records what CPython 3.11 answers to thousands of calls of operators, methods and functions that need no program.

    python3.11 record.py [folder]

writes a .tsv a topic beside it, a sample of the cases; with a folder it writes all of them, there. A line has what is called,
its arguments as JSON, and the answer's repr or the error. `src/tests/leaves.rs` makes the same calls in Rust. Arguments JSON has no word for are tagged: {"float": "0.1"}, {"int": "…"} beyond 53 bits, {"bytes": hex}, {"tuple": […]},
{"dict": [[key, value], …]}, {"complex": [real, imag]}, {"class": name}.
"""

import itertools
import json
import math
import operator
import random
import struct
import sys
from pathlib import Path

OPERATORS = {
    "+": operator.add,
    "-": operator.sub,
    "*": operator.mul,
    "/": operator.truediv,
    "//": operator.floordiv,
    "%": operator.mod,
    "**": operator.pow,
    "<<": operator.lshift,
    ">>": operator.rshift,
    "&": operator.and_,
    "|": operator.or_,
    "^": operator.xor,
    "<": operator.lt,
    "<=": operator.le,
    ">": operator.gt,
    ">=": operator.ge,
    "==": operator.eq,
    "!=": operator.ne,
}
FUNCTIONS = {"repr": repr, "ascii": ascii, "str": str, "hash": hash, "format": format, "neg": operator.neg, "invert": operator.invert}
TYPES = {cls.__name__: cls for cls in (int, bool, float, complex, str, bytes, bytearray)}

# How many cases a topic keeps.
SAMPLE = 3000

random.seed(20221024)


class Keywords(dict):
    """Marks keyword arguments, the last of a case's arguments."""


def tagged(value):
    match value:
        case None | bool() | str():
            return value
        case int():
            return value if abs(value) < 2**53 else {"int": hex(value)}
        case float():
            return {"float": repr(value)}
        case complex():
            return {"complex": [repr(value.real), repr(value.imag)]}
        case bytes():
            return {"bytes": value.hex()}
        case bytearray():
            return {"bytearray": value.hex()}
        case tuple():
            return {"tuple": [tagged(item) for item in value]}
        case list():
            return [tagged(item) for item in value]
        case Keywords():
            return {"keywords": [[key, tagged(item)] for key, item in value.items()]}
        case dict():
            return {"dict": [[tagged(key), tagged(item)] for key, item in value.items()]}
        case type():
            return {"class": value.__name__}
    raise TypeError(f"no tag for {value!r}")


def callee(name):
    if name in OPERATORS:
        return OPERATORS[name]
    if name in FUNCTIONS:
        return FUNCTIONS[name]
    owner, _, member = name.partition(".")
    if owner == "math":
        return getattr(math, member)
    return getattr(TYPES[owner], member) if member else TYPES[owner]


def answer(name, args):
    keywords = {}
    if args and isinstance(args[-1], Keywords):
        *args, keywords = args
    try:
        return repr(callee(name)(*args, **keywords))
    except Exception as error:
        return f"{type(error).__name__}: {error}"


def record(topic, cases):
    folder, most = (Path(sys.argv[1]), None) if len(sys.argv) > 1 else (Path(__file__).parent, SAMPLE)
    lines = {}
    for name, *args in cases:
        line = "\t".join((name, json.dumps(tagged(list(args)), ensure_ascii=True, separators=(",", ":")), ""))
        # Before the call, which may change its arguments.
        lines[line] = lines.get(line) or answer(name, args)
    kept = set(random.sample(sorted(lines), most)) if most and len(lines) > most else lines
    with open(folder / f"{topic}.tsv", "w", encoding="utf-8") as file:
        for line, result in lines.items():
            if line in kept:
                file.write(line + result.replace("\n", "\\n") + "\n")


def any_float():
    kind = random.randrange(8)
    if kind < 3:
        return struct.unpack("<d", random.randbytes(8))[0]
    if kind == 3:
        return random.randrange(10**6) / random.choice((1, 2, 4, 5, 8, 10, 100, 1000))
    if kind == 4:
        return float(random.randrange(10**18))
    if kind == 5:
        return random.uniform(-1, 1) * 10.0 ** random.randrange(-20, 20)
    return random.choice((0.5, 1.5, 2.5, 0.125, 0.375, 1e15, 1e16, 1e17, 9.5, 99.5, 0.05, 0.25, 123456.5, 1e22, 1e23)) * random.choice(
        (1, -1)
    )


SPECIAL = [
    0.0,
    -0.0,
    1.0,
    -1.0,
    0.1,
    1e-5,
    1e-4,
    0.0001234,
    1e15,
    1e16,
    123456789012345680.0,
    1e300,
    5e-324,
    2.2250738585072014e-308,
    1.7976931348623157e308,
    float("inf"),
    float("-inf"),
    float("nan"),
    9007199254740993.0,
    1 / 3,
    2 / 3,
    1e21,
    1e22,
    100.0,
]
FLOATS = SPECIAL + [any_float() for _ in range(1500)]
INTS = [
    0,
    1,
    -1,
    2,
    3,
    7,
    -7,
    10,
    255,
    256,
    1000,
    -1000,
    2**31,
    2**53 - 1,
    2**53,
    2**53 + 1,
    -(2**53) - 1,
    2**62,
    2**63 - 1,
    2**63,
    -(2**63),
    -(2**63) - 1,
    2**64,
    10**18,
    10**19,
    10**20,
    -(10**20),
    10**30,
    3**100,
    -(3**100),
    2**200 + 1,
    10**100,
    10**308,
    10**309,
    2**1024 - 2**970,
    2**1024 - 2**969,
]


def any_int():
    return random.choice((1, -1)) * random.getrandbits(random.choice((3, 8, 16, 31, 53, 63, 64, 65, 100, 128, 300)))


def numbers():
    mixed = [
        0,
        1,
        -1,
        2,
        -3,
        7,
        10**20,
        -(10**20),
        True,
        False,
        0.0,
        -0.0,
        0.5,
        -2.5,
        3.0,
        1e300,
        float("inf"),
        float("nan"),
        1j,
        2 - 3j,
        0j,
    ]
    slow = ("**", "<<")
    for op, (a, b) in itertools.product(OPERATORS, itertools.product(mixed, repeat=2)):
        if op not in slow or not isinstance(b, int) or abs(b) < 100:
            yield op, a, b
    for _ in range(3000):
        op = random.choice([op for op in OPERATORS if op not in slow])
        yield op, random.choice((any_int, any_int, any_float))(), random.choice((any_int, any_int, any_float))()
    for a, b in itertools.product(INTS, INTS):
        yield random.choice(("/", "//", "%", "*", "<", "==")), a, b
        yield "/", a, b
    for _ in range(600):
        yield "**", any_int(), random.randrange(-5, 40)
        yield "**", any_float(), random.choice((any_float(), random.randrange(-8, 8), 0.5))
        yield "<<", any_int(), random.randrange(0, 200)
        yield ">>", any_int(), random.randrange(0, 200)
        yield random.choice("&|^"), any_int(), any_int()
        yield "//", any_float(), any_float()
        yield "%", any_float(), any_float()
    for _ in range(300):
        a = complex(random.randrange(-9, 9) / 4, random.randrange(-9, 9) / 4)
        b = complex(random.randrange(-9, 9) / 2, random.randrange(-9, 9) / 2)
        yield random.choice(("+", "-", "*", "/")), a, b
        yield "**", a, random.choice((random.randrange(-9, 120), b, 0.5))
    for value in INTS + SPECIAL + FLOATS[:200] + [True, False, 1j, -2.5j, 1 - 1j]:
        # The hash of a NaN is its address.
        for name in ("neg", "invert", "repr", "str") + (("hash",) if value == value else ()):
            yield name, value
    for value in ((), (1,), (1, 2, 3), (1.5, (2, -1)), (-1,), (2**70, 1j), ((), ((),))):
        yield "hash", value
    for a, b, m in itertools.product((0, 3, -3, 10**20), (0, 1, 5, -2, 10**20), (1, 7, -7, 4, 10**9 + 7, 0)):
        yield "int.__pow__", a, b, m
    for value in INTS + [any_int() for _ in range(60)]:
        for name in (
            "bit_length",
            "bit_count",
            "__float__",
            "__index__",
            "as_integer_ratio",
            "__repr__",
            "__trunc__",
            "__bool__",
            "__abs__",
        ):
            yield f"int.{name}", value
        for places in (0, 2, -1, -2, -5, -18, -19, -20, -400):
            yield "int.__round__", value, places
        for length, order, signed in ((1, "big", False), (8, "little", True), (9, "big", True), (20, "little", False), (0, "big", False)):
            yield "int.to_bytes", value, length, order, Keywords(signed=signed)
        yield "int.__divmod__", value, random.choice(INTS)
    for _ in range(200):
        data = random.randbytes(random.randrange(12))
        yield "int.from_bytes", data, random.choice(("big", "little")), Keywords(signed=random.random() < 0.5)
    for value in FLOATS[:500]:
        for name in ("hex", "is_integer", "as_integer_ratio", "__trunc__", "__floor__", "__ceil__", "__int__", "__round__"):
            yield f"float.{name}", value
        for places in (0, 1, 2, 5, 15, 300, -1, -2, -20, -310):
            yield "float.__round__", value, places
    for _ in range(1500):
        places = random.randrange(6)
        yield "float.__round__", random.randrange(10**6) / 10 ** (places + 1) + random.choice((0, 5 * 10.0 ** -(places + 1))), places
        yield "float.__round__", any_float(), random.randrange(-5, 20)
    for a, b in itertools.product(SPECIAL[:12] + [2.5, -2.5, 7, -7], repeat=2):
        yield "float.__divmod__", float(a), b
        yield "float.__eq__", float(a), b
    yield from (
        ("complex.__new__", complex, *args)
        for args in (
            (1, 2),
            (1j, 2),
            (1, 2j),
            (1j, 2j),
            (1.5,),
            ("1+2j",),
            (True, False),
            (),
            ("1", 2),
            (1, "2"),
            ([],),
            (1, []),
            (None,),
            (10**400,),
            (b"1",),
        )
    )


def literals():
    texts = [
        "",
        "0",
        "5",
        "-5",
        "+5",
        " 5 ",
        "\t5\n",
        "00",
        "007",
        "0_0",
        "1_000",
        "1__0",
        "_1",
        "1_",
        "0x1f",
        "0X1F",
        "0b101",
        "0o17",
        "0xg",
        "0x",
        "0x_f",
        "0x__f",
        "0b2",
        "9",
        "z",
        "Z",
        "zz",
        "- 5",
        "5 5",
        "--5",
        "+-5",
        "٣٤",
        "५",
        "１２",
        "5.0",
        "1e5",
        "abc",
        "é",
        "\u20035",
        "5\u00a0",
        "a" * 300,
        "'",
        '"',
        "1" * 30,
        "9" * 19,
        "9223372036854775807",
        "9223372036854775808",
        "-9223372036854775808",
        "-9223372036854775809",
        "1" * 4300,
        "1" * 4301,
        "f" * 5000,
        "1_" * 2200 + "1",
        "\x1f7",
        "7\x00",
        "\x85 7",
    ]
    for text in texts:
        for base in (None, 0, 2, 8, 10, 16, 36):
            yield ("int.__new__", int, text) if base is None else ("int.__new__", int, text, base)
        yield "int.__new__", int, text.encode("utf-8")
    for base in (1, -1, 37, 10**30, 2.0, "10", None, True):
        yield "int.__new__", int, "10", base
    for value in FLOATS[:300] + [True, None, [], 1j, b"12", b"\xff", bytearray(b"7")]:
        yield "int.__new__", int, value
        yield "float.__new__", float, value
    yield "int.__new__", int, 5, 10
    yield "int.__new__", bool, 5
    yield "int.__new__", str
    yield "int.__new__", 5
    floats = [
        "1",
        "1.",
        ".1",
        "1.5",
        "-1.5e10",
        "1e",
        "e5",
        ".",
        "",
        "1e400",
        "-1e400",
        "1e-400",
        "inf",
        "-INF",
        "Infinity",
        "infinit",
        "nan",
        "-NaN",
        "+nan",
        "1_0.0_1",
        "1_.0",
        "1._0",
        "1_e5",
        "1e_5",
        "1e5_0",
        "_1.0",
        "0x10",
        "1 ",
        " 1",
        "1 2",
        "٣.٥",
        "1e+5",
        "1e+-5",
        "1e5.5",
        "1,5",
        "1\n",
        "9007199254740993",
        "0.1e1",
        "00001.5",
        "1e22",
        "1e23",
        "4.9e-324",
        "2e-324",
        "2.5e-324",
        "1.7976931348623158e308",
        "1.7976931348623159e308",
        "é",
        "1j",
        "--1",
        "١e٢",
    ]
    for text in floats + [repr(value) for value in FLOATS[:300]]:
        yield "float.__new__", float, text
        yield "float.__new__", float, text.encode("utf-8")
    complexes = [
        "1",
        "1j",
        "j",
        "-j",
        "+j",
        "1+2j",
        "1-2j",
        "(1+2j)",
        "( 1+2j )",
        "((1+2j))",
        "1 + 2j",
        "1+2",
        "1j+2",
        "1e5-2e-3j",
        "nan+infj",
        "inf-nanj",
        "1_0+2_0j",
        "",
        " ",
        "()",
        "(1",
        "1)",
        "jj",
        "1+j",
        "1-J",
        "1+-2j",
        "1++2j",
        ".5j",
        "1e5j",
        "٣j",
        " (1) ",
        "infinityj",
        "abc",
    ]
    for text in complexes:
        yield "complex.__new__", complex, text
    hexes = [
        "0x1.8",
        "1.8p1",
        "-0x.8p0",
        " inf ",
        "nan",
        "-nan",
        "Infinity",
        "0x1p-1074",
        "0x1p-1075",
        "0x1.8p-1075",
        "0x1.fffffffffffffp+1023",
        "0x1.fffffffffffff8p1023",
        "0x1p1024",
        "0x",
        "",
        "1p",
        "0x1.g",
        "0x1.00000000000008p0",
        "0x1.000000000000081p0",
        "0x1.000000000000180p0",
        "x",
        "0x1p",
        "1.8",
        "0x1.8p+",
        ".",
        "0x.p0",
        "0x0.0000000000000000001p80",
        "ffffffffffffffffffffp-80",
        "0x1p99999999999999999999",
        "0x1p-99999999999999999999",
        "0x0p99999999999999999999",
        "+1",
        "--1",
        "0x1P5",
        "0X1p5",
        "1 p5",
    ]
    for text in hexes + [value.hex() for value in FLOATS[:200]]:
        yield "float.fromhex", text
    for value in FLOATS:
        yield "repr", value
        yield "str", complex(value, random.choice(FLOATS))


def formats():
    fills = ["", "", "", "<", ">", "^", "=", "*<", "*^", "0=", "é>", "<<"]
    signs = ["", "", "", "+", "-", " "]
    for _ in range(9000):
        kind = random.choice(["", "b", "c", "d", "e", "E", "f", "F", "g", "G", "n", "o", "s", "x", "X", "%", "e", "f", "g", "q"])
        spec = (
            random.choice(fills)
            + random.choice(signs)
            + random.choice(["", "", "", "", "z"])
            + random.choice(["", "", "#"])
            + random.choice(["", "", "0"])
            + random.choice(["", "", "1", "5", "8", "12", "20", "33"])
            + random.choice(["", "", "", ",", "_"])
            + random.choice(["", "", ".0", ".1", ".2", ".3", ".6", ".10", ".17", ".30"])
            + kind
        )
        if spec:
            yield (
                "format",
                random.choice(
                    (
                        any_int(),
                        any_int() % 1000,
                        any_float(),
                        any_float(),
                        random.choice(SPECIAL),
                        random.choice(STRINGS),
                        complex(any_float(), any_float()),
                        complex(1.5, -0.0),
                        True,
                    )
                ),
                spec,
            )
    for value in (0, 5, -1234567, 10**30, 1.5, -0.0, float("inf"), float("nan"), "text", "é", 1j, 2 - 3.25j, True, None, [], (1,), b"x"):
        for spec in (
            "",
            "5",
            "<5",
            ">5",
            "^5",
            "=5",
            "05",
            "+",
            " ",
            "#",
            "z",
            "x",
            "d",
            "s",
            "c",
            "5.",
            ".",
            ",",
            "_",
            ",_",
            "_,",
            ",,",
            "ss",
            "s5",
            "0",
            "00",
            "\u1234",
            "é",
            "5é",
            "99999999999999999999",
            ".99999999999999999999",
            ".9999999999",
            "+c",
            "#c",
            ",c",
            ",n",
            ",b",
            "_b",
            ",s",
            "_s",
            "_n",
            "%",
            "010",
            "=10",
            "<010",
            "x<010",
            "{}",
            "}",
            "10,",
            "10_x",
            "#_X",
            "#012_b",
            "+.3e",
            "-.0f",
            "#.0f",
            "#.0e",
            "#g",
            "#.3g",
            "z.1f",
            "z",
            "+z.0f",
            "٥",
            ".٣f",
        ):
            yield "format", value, spec
    for value in FLOATS[:400]:
        for spec in (".0f", ".2f", ".10f", ".3e", ".17g", ".3g", "g", "e", ".0%", "#.4g", ".50f", ".1", ".5", "020.3f", ",.2f"):
            yield "format", value, spec
    for width in range(14):
        for value in (0, 12, 1234, 123456, 1234567, -1234, 1234.5):
            yield "format", value, f"0{width},"
            yield "format", value, f"+0{width}_"
    for width in range(12):
        yield "format", 0xABCDE, f"#0{width}_x"
    for value in (97, 0x10FFFF, 0x110000, -1, 10**30, 8364, True):
        yield "format", value, "c"
        yield "format", value, "^5c"
    arguments = [5, -5, 1.5, "abc", "é", None, True, 10**20, [1], (1,), 1j, b"x"]
    for template in (
        "{}",
        "{0}",
        "{1}",
        "{}{}",
        "{0}{}",
        "{}{0}",
        "{a}",
        "{0!r}",
        "{!r:>10}",
        "{!s}",
        "{!a}",
        "{!z}",
        "{0!}",
        "{0!rx}",
        "{:{}}",
        "{:{:{}}}",
        "{:{1}}",
        "{0:{1}}",
        "{{}}",
        "{{{0}}}",
        "{",
        "}",
        "{0",
        "a}b",
        "a{",
        "{0:}}",
        "{:",
        "{0!",
        "{99999999999999999999}",
        "{ 0}",
        "{-1}",
        "{0{1}}",
        "x{}y{}z",
        "{:>5}|{:<5}|",
        "{0!r:}",
        "{:5}{:5.1f}",
        "{0:{{}}}",
        "{a!r:^{b}}",
        "é{}é",
        "",
        "plain",
        "{0.}",
        "{0[}",
        "{0[]}",
    ):
        for _ in range(3):
            yield (
                "str.format",
                template,
                random.choice(arguments),
                random.choice(arguments + [7, 7, 7]),
                Keywords(a=random.choice(arguments), b=9),
            )
        yield "str.format", template


STRINGS = [
    "",
    "a",
    "abc",
    "hello world",
    "Hello World",
    "  spaces  ",
    "a,b,c",
    "one\ntwo\r\nthree\rfour",
    "tab\tbed\t",
    "ÀÉÎ",
    "straße",
    "ǆ ǅ Ǆ",
    "日本語",
    "🎉 party",
    "'single'",
    '"double"',
    "'both\"",
    "back\\slash",
    "\x00\x01\x7f\x80\xa0\xad",
    "\u200b\u2028\u2029\u3000",
    "\U000e0001\U0010ffff",
    "ΑΣ ΣΑΣ",
    "ﬁne",
    "İstanbul",
    "ŉ",
    "they're",
    "-42",
    "+7",
    "ab" * 5,
    "aaa",
    "x=1;y=2",
    "a\x1cb\x85c",
    "A",
    "ABC",
    "123",
    "１２",
    "²½",
    "_id",
    "1st",
    "Ab Cd",
    "\u0345\u0370",
    "ᾳ",
]
PARTS = ["", "a", "b", "ab", "aa", ",", " ", "l", "é", "É", "\n", "本", "'", "zz", "abc"]


def strings():
    for text in STRINGS:
        for name in ("repr", "ascii"):
            yield name, text
        for name in (
            "capitalize",
            "casefold",
            "isalnum",
            "isalpha",
            "isascii",
            "isdecimal",
            "isdigit",
            "isidentifier",
            "islower",
            "isnumeric",
            "isprintable",
            "isspace",
            "istitle",
            "isupper",
            "lower",
            "swapcase",
            "title",
            "upper",
            "strip",
            "lstrip",
            "rstrip",
            "split",
            "rsplit",
            "splitlines",
            "expandtabs",
            "__len__",
            "__repr__",
        ):
            yield f"str.{name}", text
        yield "str.splitlines", text, True
        for width in (0, 3, 10, 11, -1):
            for name in ("center", "ljust", "rjust", "zfill"):
                yield f"str.{name}", text, width
            yield "str.center", text, width, "é"
            yield "str.expandtabs", text, width
        for part in PARTS:
            for name in ("find", "rfind", "index", "rindex", "count", "startswith", "endswith"):
                yield f"str.{name}", text, part
                yield f"str.{name}", text, part, random.randrange(-6, 8)
                yield f"str.{name}", text, part, random.randrange(-6, 8), random.choice((None, random.randrange(-6, 14)))
            for name in ("split", "rsplit", "partition", "rpartition", "strip", "lstrip", "rstrip", "removeprefix", "removesuffix", "join"):
                yield f"str.{name}", text, part
            for most in (0, 1, 2, -1):
                yield "str.split", text, part, most
                yield "str.rsplit", text, part, most
                yield "str.replace", text, part, random.choice(PARTS), most
            yield "str.replace", text, part, random.choice(PARTS)
            yield "+", text, part
        for most in (0, 1, 2):
            yield "str.split", text, None, most
            yield "str.rsplit", text, None, most
        for encoding in ("utf-8", "ascii", "latin-1", "utf-16", "utf-16-be", "utf-32-le", "UTF8", "nope"):
            for errors in ("strict", "ignore", "replace", "backslashreplace", "xmlcharrefreplace", "nope"):
                yield "str.encode", text, encoding, errors
        for table in ({97: None, 98: "xx", 99: 65}, {97: "é", 233: 97}, {108: 1.5}, {108: -1}, {108: 0x110000}):
            yield "str.translate", text, table
        yield "str.maketrans", text, text[::-1]
        yield "str.__mul__", text, 3
        yield "str.__mod__", text, 3
        yield "str.__contains__", text, "a"
    for code in range(0x400):
        yield "repr", chr(code)
    for _ in range(1500):
        char = chr(random.choice((random.randrange(0x3000), random.randrange(0x20000), random.randrange(0x110000))))
        if not 0xD800 <= ord(char) < 0xE000:
            for name in (
                "repr",
                "str.isalpha",
                "str.isdecimal",
                "str.isdigit",
                "str.isnumeric",
                "str.isprintable",
                "str.isidentifier",
                "str.islower",
                "str.isupper",
                "str.title",
                "str.casefold",
                "str.upper",
                "str.lower",
                "str.isspace",
                "str.istitle",
            ):
                yield name, char
    wrong = [1, None, b"a", ["a"], 1.5]
    for name, count in (
        ("find", 1),
        ("count", 1),
        ("index", 1),
        ("startswith", 1),
        ("split", 1),
        ("partition", 1),
        ("replace", 2),
        ("join", 1),
        ("center", 2),
        ("strip", 1),
        ("removeprefix", 1),
        ("zfill", 1),
        ("expandtabs", 1),
        ("encode", 1),
        ("splitlines", 1),
        ("rsplit", 2),
        ("endswith", 1),
        ("__contains__", 1),
        ("__add__", 1),
        ("__format__", 1),
    ):
        for args in itertools.product(wrong + ["a", 3], repeat=count):
            yield f"str.{name}", "a", *args
        if name != "join" and not name.startswith("__"):
            yield f"str.{name}", 5, *("a" for _ in range(count))
    yield from (("str.join", ",", items) for items in (["a", "b"], ("a",), [], ["a", 1], [None], {"k": 1}, [b"a"], ["é", "日"]))
    yield from (
        ("str.maketrans", *args)
        for args in (
            ("ab", "xy", "c"),
            ("ab", "x"),
            ({"a": 1, 98: "q"},),
            ({"ab": 1},),
            ({1.5: 1},),
            ("a",),
            ("a", 1),
            (1, "a"),
            ("a", "b", 1),
        )
    )
    yield from (
        ("str.__new__", str, *args)
        for args in (
            (),
            (1,),
            (1.5,),
            (None,),
            ("a",),
            (b"a",),
            (b"a", "utf8"),
            ("a", "utf8"),
            (1, "utf8"),
            (b"\xff", "utf8"),
            (b"\xff", "ascii"),
            (b"\xff", "latin-1"),
            ([1, "a"],),
        )
    )
    yield from (("str.startswith", "abc", prefix) for prefix in (("a", "b"), ("x", "b"), (), (1,), ("a", 1)))


BYTES = [
    b"",
    b"a",
    b"abc",
    b"Hello World",
    b"  spaces \t",
    b"a,b,c",
    b"one\ntwo\r\nthree\rfour",
    b"tab\tbed",
    b"\x00\x01\x7f\x80\xff",
    b"'",
    b"\"'",
    b"aaa",
    b"-42",
    b"ab" * 5,
    b"ABC",
    b"123",
    b"They're",
]


def byte_strings():
    parts = [b"", b"a", b"ab", b",", b" ", b"l", b"\xff", bytearray(b"a"), 97, 256, "a", None]
    for data in BYTES + [bytearray(b"array"), bytearray()]:
        kind = type(data).__name__
        yield "repr", data
        for name in (
            "capitalize",
            "isalnum",
            "isalpha",
            "isascii",
            "isdigit",
            "islower",
            "isspace",
            "istitle",
            "isupper",
            "lower",
            "swapcase",
            "title",
            "upper",
            "strip",
            "lstrip",
            "rstrip",
            "split",
            "rsplit",
            "splitlines",
            "expandtabs",
            "hex",
            "__len__",
        ):
            yield f"{kind}.{name}", data
        yield f"{kind}.splitlines", data, True
        for part in parts:
            for name in ("find", "rfind", "index", "rindex", "count", "startswith", "endswith"):
                yield f"{kind}.{name}", data, part
                yield f"{kind}.{name}", data, part, random.randrange(-4, 6), random.randrange(-4, 9)
            for name in (
                "split",
                "rsplit",
                "partition",
                "rpartition",
                "strip",
                "lstrip",
                "rstrip",
                "removeprefix",
                "removesuffix",
                "__contains__",
                "__add__",
            ):
                if not (name == "strip" and part is None):
                    yield f"{kind}.{name}", data, part
            yield f"{kind}.split", data, part, 1
            yield f"{kind}.rsplit", data, part, 1
            yield f"{kind}.replace", data, part, b"<>"
            yield f"{kind}.replace", data, part, b"<>", 2
            yield f"{kind}.center", data, 9, part
        for width in (0, 3, 12, 13):
            for name in ("center", "ljust", "rjust", "zfill", "expandtabs"):
                yield f"{kind}.{name}", data, width
        for separator, group in ((":", 1), (":", 2), ("-", -2), ("ab", 1), ("é", 1), (b"+", 3), (1, 1), (":", 0)):
            yield f"{kind}.hex", data, separator, group
        for encoding in ("utf-8", "ascii", "latin-1", "nope"):
            for errors in ("strict", "ignore", "replace", "backslashreplace", "nope"):
                yield f"{kind}.decode", data, encoding, errors
        yield f"{kind}.translate", data, bytes(range(256))[::-1]
        yield f"{kind}.translate", data, None, b"a"
        yield f"{kind}.translate", data, b"a"
    for data in (
        b"\xff\xfe",
        b"\xe2\x82",
        b"\xe2\x82a",
        b"a\xc3",
        b"\xc0\x80",
        b"\xed\xa0\x80",
        b"\xf0\x9f\x8e\x89",
        b"\xf0\x9f\x8e",
        b"\xf5a",
        b"\xf4\x90\x80\x80",
        b"\xe0\x80\x80",
        b"a\x80b\xffc",
        b"\xf0\x9f",
    ):
        for errors in ("strict", "replace", "ignore", "backslashreplace"):
            yield "bytes.decode", data, "utf-8", errors
    for data in (b"\xff\xfea\x00", b"\xfe\xff\x00a", b"a\x00", b"a", b"\x3d\xd8\x89\xdf", b"\x3d\xd8", b"\x3d\xd8a\x00", b"\x89\xdf"):
        yield "bytes.decode", data, "utf-16"
        yield "bytes.decode", data, "utf-16", "replace"
    yield from (("bytes.fromhex", text) for text in ("", "ab", "ABcd", "ab cd", "a b", "ab c", "zz", "a", "éa", "ab\ncd", 1))
    yield from (("bytes.join", b",", items) for items in ([b"a", b"b"], (b"a", bytearray(b"b")), [], ["a"], [1], b"ab", 1))
    yield from (("bytes.maketrans", *args) for args in ((b"a", b"b"), (b"a", b"bc"), ("a", b"b")))
    for cls in (bytes,):
        yield from (
            (f"{cls.__name__}.__new__", cls, *args)
            for args in (
                (),
                (3,),
                (-1,),
                ([1, 2],),
                ([256],),
                (["a"],),
                (1.5,),
                ("a",),
                ("é", "utf8"),
                ("é", "ascii"),
                (5, "utf8"),
                (None,),
                (10**30,),
                (b"x",),
                (bytearray(b"x"),),
                ((1, 2),),
                (True,),
            )
        )


def percents():
    values = [
        0,
        5,
        -5,
        255,
        10**20,
        True,
        1.5,
        -2.5,
        1e100,
        float("inf"),
        float("nan"),
        "abc",
        "é",
        "x",
        None,
        [1, "a"],
        (1,),
        (1, 2),
        {"a": 1},
        b"q",
        1j,
    ]
    for _ in range(5000):
        directive = (
            "%"
            + "".join(random.sample("-+ #0", random.choice((0, 0, 1, 1, 2))))
            + random.choice(["", "", "1", "5", "12"])
            + random.choice(["", "", ".", ".0", ".2", ".7"])
            + random.choice(["", "", "", "h", "l"])
            + random.choice("diouxXeEfFgGcrsa%z")
        )
        yield "%", random.choice(["", "<"]) + directive + random.choice(["", ">"]), random.choice(values)
    for template in (
        "%s %s",
        "%s",
        "%",
        "%5",
        "%(a)s",
        "%(a)d %(b)s",
        "%(a",
        "%(z)s",
        "%(a(b))s",
        "%*d",
        "%.*f",
        "%*.*f",
        "abc",
        "%%",
        "%d%%",
        "%(a)*d",
        "%(a)%",
        "%é",
        "%s%s%s",
    ):
        for value in ((), (1,), (1, 2), (5, 2, 3.14159), (-5, 2, 1.5), {"a": 1, "b": 2, "a(b)": 3}, {}, [], "a", 1, ("a", 1)):
            yield "%", template, value
    bytes_values = [5, -5, 1.5, b"abc", bytearray(b"q"), "é", None, (b"a",), (b"a", 1), {b"a": b"x"}, 255, 256, b"x"]
    for template in (
        b"%d",
        b"%s",
        b"%b",
        b"%r",
        b"%a",
        b"%c",
        b"%x",
        b"%5.1f|",
        b"%(a)s",
        b"%z",
        b"%s %d",
        b"%5s|",
        b"%-5d|",
        b"%%",
        b"\xff%d",
        b"%",
        b"%i%u",
        b"%G",
        b"%f",
    ):
        for value in bytes_values:
            yield "%", template, value


def maths():
    reals = (
        SPECIAL
        + [2.0, 3.0, 0.5, -0.5, 10.0, 100.5, -7.25, 170.0, 171.0, 172.0, -1.5, 1e-10, 708.0, 710.0, 3, -4, 10**20, 10**400, True, "a"]
        + FLOATS[100:160]
    )
    # C libraries differ in the last digit of cbrt, erf and erfc.
    one = (
        "acos acosh asin asinh atan atanh ceil cos cosh degrees exp exp2 expm1 fabs floor frexp gamma isfinite isinf isnan lgamma log log10 log1p log2 modf radians"
        " sin sinh sqrt tan tanh trunc ulp"
    ).split()
    for name, value in itertools.product(one, reals):
        yield f"math.{name}", value
    for name, value in itertools.product(
        ("erf", "erfc"), (0.0, -0.0, 1.0, 0.5, -0.5, 3.0, 30.0, float("inf"), float("-inf"), float("nan"), 5e-324, 0, True, "a", 10**400)
    ):
        yield f"math.{name}", value
    for value in (0.0, -0.0, 1.0, float("inf"), float("nan"), "a"):
        yield "math.cbrt", value
    two = "atan2 copysign fmod hypot log nextafter pow remainder".split()
    small = SPECIAL[:6] + [2.0, -3.5, 1e300, float("inf"), float("nan"), 10, 10**400]
    for name in two:
        for a, b in itertools.product(small, repeat=2):
            yield f"math.{name}", a, b
    for a, b in itertools.product(
        (1.0, 0.5, float("inf"), float("nan"), 5e-324, 0.0, 3), (0, 1, -1, 1023, 1024, -1074, -1075, 10**20, -(10**20))
    ):
        yield "math.ldexp", a, b
    for name in ("gcd", "lcm"):
        for args in ((), (0,), (12,), (12, 18), (-12, 18), (0, 5), (10**30, 10**20), (2**64, 6, 4), (1.5, 2), ("a",)):
            yield f"math.{name}", *args
    for name in ("factorial", "isqrt"):
        for value in (
            0,
            1,
            2,
            5,
            20,
            21,
            100,
            -1,
            1.0,
            1.5,
            "a",
            10**20 if name == "isqrt" else 30,
            2**64 - 1 if name == "isqrt" else 12,
            True,
        ):
            yield f"math.{name}", value
    for name in ("comb", "perm"):
        for args in ((5, 2), (5, 0), (5, 5), (5, 6), (100, 50), (-1, 2), (5, -1), (10**20, 3), (60, 30), (5.0, 2), (0, 0)):
            yield f"math.{name}", *args
    yield from (("math.perm", value) for value in (5, 0, -1, None))
    for values in (
        [],
        [0.1] * 10,
        [1e100, 1.0, -1e100],
        [1, 2.5, True],
        [float("inf"), 1],
        [float("inf"), float("-inf")],
        [float("nan")],
        [1e308, 1e308],
        [1e308, 1e308, -1e308],
        ["a"],
        [1e-16, 1.0, 1e16],
        [2.0**53, -0.5, -(2.0**-54)],
        [10**400],
        *([any_float() / 1e10 for _ in range(20)] for _ in range(60)),
    ):
        yield "math.fsum", values
    for values in ([], [1, 2, 3], [1.5, 2], [2**40, 2**40], ["a", 2], [1j, 2], (4, 5)):
        yield "math.prod", values
    for a, b in (
        ((1, 2), (4, 6)),
        ((), ()),
        ((1,), (2, 3)),
        ([1, 2], [4, 6]),
        ((1e200, 0.0), (0.0, 1e200)),
        ((float("inf"),), (float("nan"),)),
        (("a",), (1,)),
        ((0.1, 0.2, 0.3), (0.4, 0.5, 0.7)),
    ):
        yield "math.dist", a, b
    for args in ((), (3,), (3, 4), (1, 1, 1), (1e200, 1e200), (float("inf"), float("nan")), (5e-324, 5e-324), (0.1, 0.2, 0.3), ("a",)):
        yield "math.hypot", *args
    for a, b in (
        (1.0, 1.0 + 1e-10),
        (1.0, 1.1),
        (0.0, 1e-10),
        (float("inf"), float("inf")),
        (float("nan"), float("nan")),
        (1e300, 1.0000000001e300),
    ):
        yield "math.isclose", a, b
        yield "math.isclose", a, b, Keywords(rel_tol=0.2)
        yield "math.isclose", a, b, Keywords(abs_tol=1e-9)
        yield "math.isclose", a, b, Keywords(rel_tol=-1.0)


def main():
    record("numbers", numbers())
    record("literals", literals())
    record("formats", formats())
    record("strings", strings())
    record("bytes", byte_strings())
    record("percents", percents())
    record("math", maths())


if __name__ == "__main__":
    if not sys.version.startswith("3.11"):
        sys.exit("record.py: run it with Python 3.11, whose answers the interpreter gives")
    main()
