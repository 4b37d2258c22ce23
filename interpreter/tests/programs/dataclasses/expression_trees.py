"""An interpreter for arithmetic, with match and dataclasses."""
from __future__ import annotations
from dataclasses import dataclass, field, replace, asdict, astuple, fields, KW_ONLY
import re


@dataclass(frozen=True, slots=True)
class Num:
    value: float


@dataclass(frozen=True)
class BinOp:
    op: str
    left: Num | BinOp
    right: Num | BinOp = field(repr=False)


@dataclass(order=True)
class Token:
    sort_index: int = field(init=False, repr=False)
    kind: str
    text: str
    _: KW_ONLY
    pos: int = 0

    def __post_init__(self):
        self.sort_index = self.pos


TOKEN = re.compile(r"\s*(?:(?P<num>\d+(?:\.\d*)?)|(?P<op>[-+*/()^]))")


def tokens(text):
    pos = 0
    while pos < len(text):
        m = TOKEN.match(text, pos)
        if not m:
            raise SyntaxError(f"bad character {text[pos]!r} at {pos}")
        yield Token(m.lastgroup, m[m.lastgroup], pos=m.start(m.lastgroup))
        pos = m.end()
    yield Token("end", "", pos=pos)


PRECEDENCE = {"+": 1, "-": 1, "*": 2, "/": 2, "^": 3}


def parse(text):
    stream = list(tokens(text))

    def peek():
        return stream[0]

    def atom():
        match stream.pop(0):
            case Token(kind="num", text=t):
                return Num(float(t))
            case Token(kind="op", text="("):
                inner = expr(0)
                assert stream.pop(0).text == ")", "expected )"
                return inner
            case Token(kind="op", text="-"):
                return BinOp("-", Num(0), atom())
            case other:
                raise SyntaxError(f"unexpected {other}")

    def expr(least):
        left = atom()
        while (p := PRECEDENCE.get(peek().text, -1)) >= max(least, 1):
            op = stream.pop(0).text
            left = BinOp(op, left, expr(p + (op != "^")))
        return left
    tree = expr(0)
    if peek().kind != "end":
        raise SyntaxError(f"trailing {peek()!r}")
    return tree


def evaluate(node):
    match node:
        case Num(v):
            return v
        case BinOp("+", l, r):
            return evaluate(l) + evaluate(r)
        case BinOp("-" | "*" as op, l, r):
            a, b = evaluate(l), evaluate(r)
            return a - b if op == "-" else a * b
        case BinOp(op="/", left=l, right=Num(value=0)):
            raise ZeroDivisionError(f"{l} / 0")
        case BinOp("/", l, r):
            return evaluate(l) / evaluate(r)
        case BinOp("^", l, r):
            return evaluate(l) ** evaluate(r)
    raise TypeError(node)


for text in ["1 + 2 * 3", "(1+2)*3", "2^3^2", "-4 + 10/4", "1 / 0", "2 $ 3", "(1", "1 2", ""]:
    try:
        print(f"{text!r:>12} = {evaluate(parse(text)):g}")
    except Exception as e:
        print(f"{text!r:>12} ! {type(e).__name__}: {e}")
tree = parse("1+2*3")
print(tree)
print(asdict(tree))
print(astuple(tree))
print(replace(tree, op="*") == parse("1*(2*3)"), hash(tree) == hash(parse("1+2*3")))
try:
    tree.op = "-"
except Exception as e:
    print(type(e).__name__, e)
print([f.name for f in fields(Token)], BinOp.__match_args__, Token.__match_args__)
print(sorted([Token("a", "x", pos=3), Token("b", "y", pos=1)]))
Token("a", "b", 3)
