"""One reading of a command line: which arguments are options, which values are whose."""

import re

from argparse._actions import (
    ArgumentError,
    ONE_OR_MORE,
    OPTIONAL,
    PARSER,
    REMAINDER,
    SUPPRESS,
    ZERO_OR_MORE,
    action_name,
)

# A command line is matched by a text that has a letter for each argument: O for options, - for `--`, A for all others.
_PATTERNS = {
    None: '(-*A-*)',
    OPTIONAL: '(-*A?-*)',
    ZERO_OR_MORE: '(-*[A-]*)',
    ONE_OR_MORE: '(-*A[A-]*)',
    REMAINDER: '([-AO]*)',
    PARSER: '(-*A[-AO]*)',
    SUPPRESS: '(-*-*)',
}
_TOO_FEW = {
    None: 'expected one argument',
    OPTIONAL: 'expected at most one argument',
    ONE_OR_MORE: 'expected at least one argument',
}


class Reading:
    """Goes through the arguments from left to right."""

    def __init__(self, parser, arguments, namespace):
        self.parser = parser
        self.arguments = arguments
        self.namespace = namespace
        self.positionals = parser._get_positional_actions()
        self.seen = set()
        self.seen_non_default = set()
        self.extras = []
        self.excluded = _excluded(parser)
        # What each option is: its action, its name, and the value that is written with it.
        self.options = {}
        letters = []
        for place, argument in enumerate(arguments):
            if argument == '--':
                letters.append('-' + 'A' * (len(arguments) - place - 1))
                break
            option = parser._parse_optional(argument)
            if option is not None:
                self.options[place] = option
            letters.append('A' if option is None else 'O')
        self.letters = ''.join(letters)

    def run(self):
        """Reads all; what nobody takes is the answer."""
        at = 0
        for option in sorted(self.options):
            if option < at:
                # It was the value of what stands before it.
                continue
            while at < option:
                end = self._take_positionals(at)
                if end == at:
                    break
                at = end
            if at > option:
                continue
            self.extras.extend(self.arguments[at:option])
            at = self._take_option(option)
        end = self._take_positionals(at)
        self.extras.extend(self.arguments[end:])
        self._finish()
        return self.extras

    def _take_positionals(self, at):
        """Gives what stands there to as many arguments as it is enough for; where it ends is the answer."""
        counts = _match_partial(self.positionals, self.letters[at:])
        for action, count in zip(self.positionals, counts):
            self._act(action, self.arguments[at : at + count])
            at += count
        self.positionals = self.positionals[len(counts) :]
        return at

    def _take_option(self, at):
        """An option with its values, or several in one, as in `-xvf FILE`."""
        action, option, explicit = self.options[at]
        if action is None:
            self.extras.append(self.arguments[at])
            return at + 1
        found = []
        while explicit is not None:
            count = match_count(action, 'A')
            if count == 1:
                found.append((action, [explicit], option))
                break
            if count or option[1] in self.parser.prefix_chars or not explicit:
                raise ArgumentError(action, f'ignored explicit argument {explicit!r}')
            found.append((action, [], option))
            option = option[0] + explicit[0]
            if option not in self.parser._option_string_actions:
                raise ArgumentError(action, f'ignored explicit argument {explicit!r}')
            action = self.parser._option_string_actions[option]
            explicit = explicit[1:] or None
        end = at + 1
        if explicit is None:
            end += match_count(action, self.letters[at + 1 :])
            found.append((action, self.arguments[at + 1 : end], option))
        for action, values, option in found:
            self._act(action, values, option)
        return end

    def _act(self, action, strings, option=None):
        self.seen.add(action)
        values = self.parser._get_values(action, strings)
        if values is not action.default:
            self.seen_non_default.add(action)
            for other in self.excluded.get(action, ()):
                if other in self.seen_non_default:
                    raise ArgumentError(action, f'not allowed with argument {action_name(other)}')
        if values is not SUPPRESS:
            action(self.parser, self.namespace, values, option)

    def _finish(self):
        """Says what is missing; defaults that are texts are converted, as values are."""
        parser, namespace = self.parser, self.namespace
        missing = []
        for action in parser._actions:
            if action in self.seen:
                continue
            if action.required:
                missing.append(action_name(action))
            elif isinstance(action.default, str) and hasattr(namespace, action.dest) and action.default is getattr(namespace, action.dest):
                setattr(namespace, action.dest, parser._get_value(action, action.default))
        if missing:
            parser.error(f"the following arguments are required: {', '.join(missing)}")
        for group in parser._mutually_exclusive_groups:
            if group.required and not any([action in self.seen_non_default for action in group._group_actions]):
                names = [action_name(action) for action in group._group_actions if action.help is not SUPPRESS]
                parser.error(f"one of the arguments {' '.join(names)} is required")


def _excluded(parser):
    """For each argument those that may not be given with it."""
    excluded = {}
    for group in parser._mutually_exclusive_groups:
        members = group._group_actions
        for place, action in enumerate(members):
            excluded.setdefault(action, []).extend(members[:place] + members[place + 1 :])
    return excluded


def nargs_pattern(action):
    pattern = _PATTERNS.get(action.nargs)
    if pattern is None:
        pattern = f"(-*{'-*'.join('A' * action.nargs)}-*)"
    if action.option_strings:
        pattern = pattern.replace('-*', '').replace('-', '')
    return pattern


def match_count(action, letters):
    """How many of the arguments are the action's."""
    match = re.match(nargs_pattern(action), letters)
    if match is None:
        message = _TOO_FEW.get(action.nargs)
        if message is None:
            message = f"expected {action.nargs} argument{'' if action.nargs == 1 else 's'}"
        raise ArgumentError(action, message)
    return len(match[1])


def _match_partial(actions, letters):
    """How many arguments each of the first actions takes, for as many of them as there are enough for."""
    for end in range(len(actions), 0, -1):
        match = re.match(''.join([nargs_pattern(action) for action in actions[:end]]), letters)
        if match is not None:
            return [len(text) for text in match.groups()]
    return []
