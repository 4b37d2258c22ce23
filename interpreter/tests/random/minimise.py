"""Takes from a program the statements that a property of it does not need."""

import ast
import time

SECONDS = 40


def minimised(source, holds):
    """The smallest program found, in the time there is, of which `holds` is still true."""
    tree = ast.parse(source)
    until = time.monotonic() + SECONDS

    def still_holds():
        return time.monotonic() < until and holds(text(tree))

    if not still_holds():
        return source
    before = None
    while before != text(tree):
        before = text(tree)
        for body in list(bodies(tree)):
            thin(body, still_holds)
        for body in list(bodies(tree)):
            unwrap(body, still_holds)
    return text(tree)


def text(tree):
    return ast.unparse(ast.fix_missing_locations(tree)) + "\n"


def bodies(tree):
    """Every list of statements or handlers, the outer ones first."""
    for node in ast.walk(tree):
        for name in ("body", "orelse", "finalbody", "handlers"):
            body = getattr(node, name, None)
            if isinstance(body, list) and body:
                yield body


def thin(body, still_holds):
    """Takes out stretches of a block, long ones first."""
    length = len(body)
    while length:
        at = len(body) - length
        while at > -length:
            start = max(at, 0)
            whole = body[:]
            del body[start : at + length]
            if not body and not isinstance(whole[0], ast.ExceptHandler):
                body.append(ast.Pass())
            if len(body) == len(whole) == 1 and isinstance(whole[0], ast.Pass) or not still_holds():
                body[:] = whole
            at -= length
        length //= 2


def unwrap(body, still_holds):
    """Puts what compound statements hold in their place."""
    for at in reversed(range(len(body))):
        node = body[at]
        if isinstance(node, (ast.Try, ast.With, ast.AsyncWith, ast.For, ast.AsyncFor, ast.While, ast.If)):
            whole = body[:]
            body[at : at + 1] = node.body + getattr(node, "finalbody", [])
            if not still_holds():
                body[:] = whole
