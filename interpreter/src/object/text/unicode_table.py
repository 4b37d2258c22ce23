"""Writes unicode_table.rs: what CPython 3.11 (Unicode 14) knows about characters.

python3.11 unicode_table.py > unicode_table.rs
"""

import sys
import unicodedata

FLAGS = ("ALPHA", "DECIMAL", "DIGIT", "NUMERIC", "LOWER", "UPPER", "TITLE", "PRINTABLE", "START", "CONTINUE", "CASED", "IGNORABLE")


def final_after(text):
    """Whether a capital sigma at the end of the text is a final one: after a letter with case, those ignored skipped."""
    return (text + "Σ").lower().endswith("ς")


def flags(char):
    ignorable = final_after("A" + char) and not final_after("1" + char)
    known = (
        char.isalpha(),
        char.isdecimal(),
        char.isdigit(),
        char.isnumeric(),
        char.islower(),
        char.isupper(),
        unicodedata.category(char) == "Lt",
        char.isprintable(),
        char.isidentifier(),
        ("a" + char).isidentifier(),
        (char + "a").title().endswith("a"),
        ignorable,
    )
    return sum(1 << place for place, true in enumerate(known) if true)


def rows(items, width=140):
    line = "   "
    for item in items:
        if len(line) + len(item) + 2 > width:
            print(line)
            line = "   "
        line += f" {item},"
    print(line)


def mapping(name, doc, pairs):
    print(f"\n/// {doc}\n#[rustfmt::skip]\npub static {name}: &[(u32, &str)] = &[")
    escaped = ((ord(char), "".join(f"\\u{{{ord(c):x}}}" for c in text)) for char, text in pairs)
    rows(f'({code:#x}, "{text}")' for code, text in escaped)
    print("];")


def main():
    characters = [chr(code) for code in range(0x110000) if not 0xD800 <= code < 0xE000]
    print("//! What CPython 3.11 knows about characters: written by `unicode_table.py`, never by hand.\n")
    for place, flag in enumerate(FLAGS):
        print(f"pub const {flag}: u16 = {1 << place:#x};")
    ranges, last = [], None
    for char in characters:
        if (now := flags(char)) != last:
            ranges.append((ord(char), now))
            last = now
    print("\n/// From which character on which flags hold, in order.\n#[rustfmt::skip]\npub static RANGES: &[(u32, u16)] = &[")
    rows(f"({start:#x}, {now:#x})" for start, now in ranges)
    print("];")
    mapping(
        "TITLES", "Characters whose title case is not their upper case.", ((c, c.title()) for c in characters if c.title() != c.upper())
    )
    folded = ((c, c.casefold()) for c in characters if c.casefold() != c.lower())
    mapping("FOLDED", "Characters whose case folding is not their lower case.", folded)


if __name__ == "__main__":
    if not sys.version.startswith("3.11"):
        sys.exit("unicode_table.py: run it with Python 3.11, whose Unicode the interpreter has")
    main()
