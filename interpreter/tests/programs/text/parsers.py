"""Tokeniser, template engine, INI, CSV, roman numerals, run-length, Caesar, markdown: text parsing."""
import re, textwrap, string
from collections import namedtuple
Token = namedtuple("Token", ["type", "value", "line", "column"])
def tokenize(code):
    spec = [("NUMBER", r"\d+(\.\d*)?"), ("ASSIGN", r":="), ("END", r";"), ("ID", r"[A-Za-z]+"), ("OP", r"[+\-*/]"), ("NEWLINE", r"\n"), ("SKIP", r"[ \t]+"), ("MISMATCH", r".")]
    line, start = 1, 0
    for mo in re.finditer("|".join("(?P<%s>%s)" % pair for pair in spec), code):
        kind, value, col = mo.lastgroup, mo.group(), mo.start() - start
        if kind == "NUMBER": value = float(value) if "." in value else int(value)
        elif kind == "ID" and value in {"IF", "THEN"}: kind = value
        elif kind == "NEWLINE": start = mo.end(); line += 1; continue
        elif kind == "SKIP": continue
        elif kind == "MISMATCH": raise RuntimeError(f"{value!r} unexpected on line {line}")
        yield Token(kind, value, line, col)
for t in tokenize("IF q THEN\n    t := t + 1.5;\n"): print(t)
try: list(tokenize("a ? b"))
except RuntimeError as e: print(e)
def render(tpl, **ctx):
    def sub(m):
        name, _, filt = m[1].strip().partition("|")
        v = ctx
        for p in name.strip().split("."): v = v[p] if isinstance(v, dict) else getattr(v, p)
        return str(getattr(str(v), filt.strip())() if filt else v)
    return re.sub(r"\{\{(.+?)\}\}", sub, tpl)
print(render("Hi {{ user.name | upper }}, {{n}} new", user={"name": "ann"}, n=3))
def ini(text):
    section, out = None, {}
    for n, raw in enumerate(text.splitlines(), 1):
        line = raw.split("#", 1)[0].strip()
        if not line: continue
        if m := re.fullmatch(r"\[(\w+)\]", line): section = out.setdefault(m[1], {})
        elif "=" in line and section is not None: k, v = map(str.strip, line.split("=", 1)); section[k] = int(v) if v.isdigit() else {"true": True, "false": False}.get(v.lower(), v)
        else: raise SyntaxError(f"line {n}: {raw!r}")
    return out
print(ini("[a]\nx = 1 # c\ny=True\n\n[b]\nz = hi there"))
def parse_csv(s):
    rows, row, cell, quoted, i = [], [], "", False, 0
    it = iter(s + "\n")
    for c in it:
        match c, quoted:
            case '"', True: quoted = False
            case '"', False: quoted = True
            case (",", False): row.append(cell); cell = ""
            case ("\n", False):
                row.append(cell); rows.append(row); row, cell = [], ""
            case _: cell += c
    return rows
print(parse_csv('a,"b,c",d\n1,,"x\ny"'))
def to_roman(n):
    out = ""
    for v, s in zip((1000, 900, 500, 400, 100, 90, 50, 40, 10, 9, 5, 4, 1), "M CM D CD C XC L XL X IX V IV I".split()):
        q, n = divmod(n, v); out += s * q
    return out
print([to_roman(n) for n in (4, 9, 1994, 2024)], "".join(chr((ord(c) - 97 + 3) % 26 + 97) if c.islower() else c for c in "xyz Abc"))
print(re.sub(r"\*\*(.+?)\*\*", r"<b>\1</b>", "a **b** c **d**"), re.sub(r"^(#+) (.*)$", lambda m: f"<h{len(m[1])}>{m[2]}</h{len(m[1])}>", "# T\n## U", flags=re.M), re.findall(r"https?://[^\s)]+", "see (http://a.b/c) https://x.y"), re.split(r"(?<=[.!?])\s+", "One. Two! Three?"), re.sub(r"(?<!^)(?=[A-Z])", "_", "camelCaseString").lower(), re.sub(r"_(\w)", lambda m: m[1].upper(), "snake_case_x"), bool(re.fullmatch(r"[\w.+-]+@[\w-]+\.[\w.]+", "a.b+c@d-e.co.uk")))
print(textwrap.indent("a\n\nb", "> "), textwrap.wrap("aaa bbb ccc dddddddddd", 7, break_long_words=False), string.Template("$a ${b}c $$").substitute(a=1, b=2), string.Template("$x").safe_substitute(), sep="\n")
hist = {}
for ch in "mississippi": hist[ch] = hist.get(ch, 0) + 1
print(sorted(hist.items(), key=lambda kv: (-kv[1], kv[0])), "\n".join(f"{k:<3}{'*' * v}" for k, v in hist.items()), sep="\n")
print("{:^20}|{:*<10}|{:>+8.2f}|{:#010x}|{!r:>8}".format("mid", "left", 3.14159, 255, "q"), "%-10s|%5.1f%%" % ("name", 99.5), f"{'tab':\t<6}|{1e6:,.0f}|{0.00001234:.2e}|{12345.678:_.1f}|{True:d}|{'é':>3}|{3:08b}|{-5: d}")
string.Template("$x $").substitute(x=1)
