"""What the interpreter says of arguments that a function does not take, for functions that bind theirs themselves."""


def missing(call, kind, names, last=', and '):
    quoted = [repr(name) for name in names]
    listed = ' and '.join(quoted) if len(quoted) < 3 else f'{", ".join(quoted[:-1])}{last}{quoted[-1]}'
    return TypeError(f'{call} missing {_counted(len(names), f"required {kind} argument")}: {listed}')


def too_many(call, most, optional, given, by_keyword=0):
    takes = f'from {most - optional} to {most}' if optional else str(most)
    told = str(given)
    if by_keyword:
        told = f'{_counted(given, "positional argument")} (and {_counted(by_keyword, "keyword-only argument")})'
    were = 'was' if given == 1 and not by_keyword else 'were'
    return TypeError(f'{call} takes {takes} positional argument{"s" if optional or most != 1 else ""} but {told} {were} given')


def _counted(count, thing):
    return f'{count} {thing}{"s" if count != 1 else ""}'
