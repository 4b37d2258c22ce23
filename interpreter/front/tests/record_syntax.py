#!/usr/bin/env python3.11
"""Records what CPython 3.11 says about the sources in `syntax/` and `trees/`.

    python3.11 record_syntax.py

A file `syntax/x.py` holds many sources, each under a line `##### name`. `syntax/x.err` gets, under the same lines, what
`python3 main.py` writes to its standard error for each: nothing where the source compiles (it is not run).

A file `trees/x.py` is one program. `trees/x.json` gets its tree, a statement a line, in the shape of `support/tree_json.rs`.
"""

import ast
import json
import pathlib
import struct
import subprocess
import sys
import tempfile
import warnings

HERE = pathlib.Path(__file__).parent
HEAD = "##### "


def main():
    assert sys.version_info[:2] == (3, 11), "what we follow is CPython 3.11"
    warnings.simplefilter("ignore")
    for path in sorted((HERE / "syntax").glob("*.py")):
        told = [f"{HEAD}{name}\n{stderr(source)}" for name, source in sources(path.read_text())]
        path.with_suffix(".err").write_text("".join(told))
    for path in sorted((HERE / "trees").glob("*.py")):
        source = path.read_text()
        compile(source, path.name, "exec", dont_inherit=True)
        trees = [tree(node, source.split("\n")) for node in ast.parse(source).body]
        lines = [json.dumps(it, ensure_ascii=False, separators=(",", ":")) for it in trees]
        path.with_suffix(".json").write_text("[\n" + ",\n".join(lines) + "\n]\n")


def sources(text):
    for part in text.split(HEAD)[1:]:
        name, source = part.split("\n", 1)
        yield name, source


def stderr(source):
    """What `python3 main.py` says about a source that does not compile."""
    try:
        compile(source.encode(), "main.py", "exec", dont_inherit=True)
        return ""
    except (SyntaxError, ValueError):
        pass
    with tempfile.TemporaryDirectory() as folder:
        main = pathlib.Path(folder, "main.py")
        main.write_text(source)
        command = [sys.executable, "-W", "ignore", str(main)]
        told = subprocess.run(command, capture_output=True, text=True, timeout=60, check=False)
        return told.stderr.replace(str(main), "main.py")


def tree(node, lines):
    """A tree as JSON."""
    if isinstance(node, list):
        return [tree(item, lines) for item in node]
    if isinstance(node, (ast.operator, ast.unaryop, ast.cmpop, ast.boolop)):
        return type(node).__name__
    if isinstance(node, ast.AST):
        found = {"": type(node).__name__}
        if "lineno" in node._attributes and not isinstance(node, ast.FormattedValue):
            found["at"] = [
                node.lineno,
                characters(lines, node.lineno, node.col_offset),
                node.end_lineno,
                characters(lines, node.end_lineno, node.end_col_offset),
            ]
        for field, value in ast.iter_fields(node):
            if field not in ("ctx", "kind", "type_comment"):
                found[field] = field_of(node, field, value, lines)
        return found
    if isinstance(node, int):
        return str(node)
    return node


def field_of(node, field, value, lines):
    if isinstance(node, (ast.Constant, ast.MatchSingleton)):
        return constant(value)
    if isinstance(node, ast.JoinedStr):
        return [part.value if isinstance(part, ast.Constant) else tree(part, lines) for part in value]
    if isinstance(node, ast.FormattedValue) and field == "format_spec" and value is not None:
        return tree(value, lines)["values"]
    return tree(value, lines)


def constant(value):
    kind = type(value).__name__
    if value is None or value is ...:
        return [kind]
    if isinstance(value, bool):
        return [kind, repr(value)]
    if isinstance(value, int):
        return [kind, f"{value:x}"]
    if isinstance(value, (float, complex)):
        number = value if isinstance(value, float) else value.imag
        return [kind, f"{struct.unpack('<Q', struct.pack('<d', number))[0]:x}"]
    if isinstance(value, bytes):
        return [kind, list(value)]
    return [kind, value]


def characters(lines, line, offset):
    return len(lines[line - 1].encode()[:offset].decode())


if __name__ == "__main__":
    main()
