"""Writes what CPython 3.11 makes of the programs here.

lines.txt: the lines of lines.py, and the steps between them that a tracer is told.
unparsed.txt: the text of each annotation in unparsed.py.
"""

import dis
import pathlib

LEAVE = ('RETURN_VALUE', 'RERAISE', 'RAISE_VARARGS')
JUMP = ('JUMP_FORWARD', 'JUMP_BACKWARD', 'JUMP_BACKWARD_NO_INTERRUPT')


def line_of(instruction):
    return instruction.positions.lineno or 0


def codes(code):
    yield code
    for const in code.co_consts:
        if hasattr(const, 'co_code'):
            yield from codes(const)


def body(code):
    """The instructions from the first RESUME on, which is where a frame begins, on its first line."""
    instructions = list(dis.get_instructions(code))
    start = next(i for i, instruction in enumerate(instructions) if instruction.opname == 'RESUME')
    return instructions[start:]


def lines(code):
    first = [] if code.co_name == '<module>' else [code.co_firstlineno]
    found = first + [line_of(i) for i in body(code)[1:] if line_of(i)]
    return [line for i, line in enumerate(found) if i == 0 or found[i - 1] != line]


def steps(code):
    instructions = body(code)
    place = {i.offset: at for at, i in enumerate(instructions)}
    open, seen, told = [0], set(), set()
    # Handlers of nothing stand in the code too.
    open += [place[entry.target] for entry in dis._parse_exception_table(code)]
    open += [at for at, instruction in enumerate(instructions) if instruction.opname == 'PUSH_EXC_INFO']
    while open:
        at = open.pop()
        if at in seen:
            continue
        seen.add(at)
        instruction = instructions[at]
        following = []
        if instruction.opname not in LEAVE + JUMP:
            following.append(at + 1)
        if instruction.opcode in dis.hasjrel or instruction.opcode in dis.hasjabs:
            following.append(place[instruction.argval])
        for to in following:
            open.append(to)
            before, after = line_of(instruction) if at else 0, line_of(instructions[to])
            if after and (before != after or to < at and instructions[to].opname != 'SEND'):
                told.add((before, after))
    return sorted(told)


here = pathlib.Path(__file__).parent
rows = set()
for code in codes(compile((here / 'lines.py').read_text(), 'lines.py', 'exec')):
    told = ' '.join(f'{a}>{b}' for a, b in steps(code))
    rows.add(f"{code.co_qualname}:{code.co_firstlineno} = {' '.join(map(str, lines(code)))} | {told}")
(here / 'lines.txt').write_text('\n'.join(sorted(rows)) + '\n')

source = (here / 'unparsed.py').read_text().splitlines()
rows = []
for line in source[1:]:
    scope = {}
    exec(compile(f'{source[0]}\n{line}', 'unparsed.py', 'exec'), scope)
    rows.append(scope['__annotations__']['v'])
(here / 'unparsed.txt').write_text('\n'.join(rows) + '\n')
