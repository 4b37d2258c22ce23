"""Help and usage as text."""

import re
import textwrap

from argparse._actions import ONE_OR_MORE, OPTIONAL, PARSER, REMAINDER, SUPPRESS, ZERO_OR_MORE

# The width of the terminal, as far as help goes.
_COLUMNS = 80

_spaces = re.compile(r'\s+', re.ASCII)
_parts_of_usage = re.compile(r'\(.*?\)+(?=\s|$)|\[.*?\]+(?=\s|$)|\S+')


class _Section:
    """A part of the help with its heading; it holds texts, arguments and other sections."""

    def __init__(self, formatter, parent, heading=None):
        self.formatter = formatter
        self.parent = parent
        self.heading = heading
        self.items = []

    def format_help(self):
        formatter = self.formatter
        if self.parent is not None:
            formatter._indent()
        body = formatter._join_parts([function(*args) for function, args in self.items])
        if self.parent is not None:
            formatter._dedent()
        if not body:
            return ''
        heading = ''
        if self.heading is not SUPPRESS and self.heading is not None:
            heading = f"{' ' * formatter._current_indent}{self.heading}:\n"
        return f'\n{heading}{body}\n'


class HelpFormatter:
    """Writes the help of a parser."""

    def __init__(self, prog, indent_increment=2, max_help_position=24, width=None):
        self._prog = prog
        self._indent_increment = indent_increment
        self._width = _COLUMNS - 2 if width is None else width
        self._max_help_position = min(max_help_position, max(self._width - 20, indent_increment * 2))
        self._current_indent = 0
        self._level = 0
        self._action_max_length = 0
        self._root_section = self._current_section = _Section(self, None)

    def _indent(self):
        self._current_indent += self._indent_increment
        self._level += 1

    def _dedent(self):
        self._current_indent -= self._indent_increment
        self._level -= 1

    def _add_item(self, function, args):
        self._current_section.items.append((function, args))

    # What a parser adds to the help.

    def start_section(self, heading):
        self._indent()
        section = _Section(self, self._current_section, heading)
        self._add_item(section.format_help, [])
        self._current_section = section

    def end_section(self):
        self._current_section = self._current_section.parent
        self._dedent()

    def add_text(self, text):
        if text is not SUPPRESS and text is not None:
            self._add_item(self._format_text, [text])

    def add_usage(self, usage, actions, groups, prefix=None):
        if usage is not SUPPRESS:
            self._add_item(self._format_usage, (usage, actions, groups, prefix))

    def add_argument(self, action):
        if action.help is SUPPRESS:
            return
        names = [self._format_action_invocation(action)]
        names.extend([self._format_action_invocation(inner) for inner in self._iter_indented_subactions(action)])
        longest = max([len(name) for name in names]) + self._current_indent
        self._action_max_length = max(self._action_max_length, longest)
        self._add_item(self._format_action, [action])

    def add_arguments(self, actions):
        for action in actions:
            self.add_argument(action)

    def format_help(self):
        text = self._root_section.format_help()
        if text:
            text = re.sub(r'\n\n\n+', '\n\n', text).strip('\n') + '\n'
        return text

    def _join_parts(self, parts):
        return ''.join([part for part in parts if part and part is not SUPPRESS])

    # The usage.

    def _format_usage(self, usage, actions, groups, prefix):
        if prefix is None:
            prefix = 'usage: '
        if usage is not None:
            usage = usage % {'prog': self._prog}
        elif not actions:
            usage = self._prog
        else:
            optionals = [action for action in actions if action.option_strings]
            positionals = [action for action in actions if not action.option_strings]
            arguments = self._format_actions_usage(optionals + positionals, groups)
            usage = ' '.join([part for part in (self._prog, arguments) if part])
            if len(prefix) + len(usage) > self._width - self._current_indent:
                usage = '\n'.join(
                    self._usage_lines(
                        prefix,
                        _parts_of_usage.findall(self._format_actions_usage(optionals, groups)),
                        _parts_of_usage.findall(self._format_actions_usage(positionals, groups)),
                    )
                )
        return f'{prefix}{usage}\n\n'

    def _usage_lines(self, prefix, optionals, positionals):
        """A usage that is too long for a line: options and other arguments have lines of their own."""
        prog = self._prog
        width = self._width - self._current_indent
        if len(prefix) + len(prog) <= 0.75 * width:
            indent = ' ' * (len(prefix) + len(prog) + 1)
            if optionals:
                return [*_filled([prog, *optionals], indent, width, prefix), *_filled(positionals, indent, width)]
            if positionals:
                return _filled([prog, *positionals], indent, width, prefix)
            return [prog]
        indent = ' ' * len(prefix)
        lines = _filled(optionals + positionals, indent, width)
        if len(lines) > 1:
            lines = _filled(optionals, indent, width) + _filled(positionals, indent, width)
        return [prog, *lines]

    def _format_actions_usage(self, actions, groups):
        """All arguments in one line; those that exclude each other with `|` between them."""
        exclusive = {}
        for group in groups:
            members = group._group_actions
            if not members:
                raise ValueError(f'empty group {group}')
            if members[0] in actions:
                start = actions.index(members[0])
                if actions[start : start + len(members)] == members:
                    exclusive[start] = group
        parts = []
        at = 0
        while at < len(actions):
            group = exclusive.get(at)
            if group is None:
                if actions[at].help is not SUPPRESS:
                    parts.append(self._usage_of(actions[at], False))
                at += 1
                continue
            shown = [self._usage_of(action, True) for action in group._group_actions if action.help is not SUPPRESS]
            text = ' | '.join(shown)
            if not group.required:
                # Where nothing of it is shown, its place stays empty.
                parts.append(f'[{text}]' if shown else '')
            elif shown:
                parts.append(f'({text})' if len(shown) > 1 else text)
            at += len(group._group_actions)
        return ' '.join(parts).strip()

    def _usage_of(self, action, in_group):
        if not action.option_strings:
            part = self._format_args(action, self._get_default_metavar_for_positional(action))
            if in_group and part[:1] == '[' and part[-1:] == ']':
                part = part[1:-1]
            return part
        if action.nargs == 0:
            part = action.format_usage()
        else:
            part = f'{action.option_strings[0]} {self._format_args(action, self._get_default_metavar_for_optional(action))}'
        return part if action.required or in_group else f'[{part}]'

    # Texts and arguments.

    def _format_text(self, text):
        if '%(prog)' in text:
            text = text % {'prog': self._prog}
        width = max(self._width - self._current_indent, 11)
        return self._fill_text(text, width, ' ' * self._current_indent) + '\n\n'

    def _format_action(self, action):
        """An argument and its help: beside each other, or the help on the next line where the argument is long."""
        help_position = min(self._action_max_length + 2, self._max_help_position)
        help_width = max(self._width - help_position, 11)
        width = help_position - self._current_indent - 2
        name = self._format_action_invocation(action)
        indent = ' ' * self._current_indent
        beside = action.help and len(name) <= width
        parts = [f'{indent}{name:<{width}}  ' if beside else f'{indent}{name}\n']
        if action.help and action.help.strip():
            text = self._expand_help(action)
            if text:
                first, *others = self._split_lines(text, help_width)
                parts.append(f"{'' if beside else ' ' * help_position}{first}\n")
                parts.extend([f"{' ' * help_position}{line}\n" for line in others])
        elif not parts[0].endswith('\n'):
            parts.append('\n')
        for inner in self._iter_indented_subactions(action):
            parts.append(self._format_action(inner))
        return self._join_parts(parts)

    def _format_action_invocation(self, action):
        if not action.option_strings:
            (name,) = self._metavar_formatter(action, self._get_default_metavar_for_positional(action))(1)
            return name
        if action.nargs == 0:
            return ', '.join(action.option_strings)
        arguments = self._format_args(action, self._get_default_metavar_for_optional(action))
        return ', '.join([f'{option} {arguments}' for option in action.option_strings])

    def _metavar_formatter(self, action, default_metavar):
        """A function that gives the names of so many values."""
        if action.metavar is not None:
            name = action.metavar
        elif action.choices is not None:
            name = '{' + ','.join([str(choice) for choice in action.choices]) + '}'
        else:
            name = default_metavar
        return lambda count: name if isinstance(name, tuple) else (name,) * count

    def _format_args(self, action, default_metavar):
        names = self._metavar_formatter(action, default_metavar)
        nargs = action.nargs
        if nargs is None:
            return '%s' % names(1)
        if nargs == OPTIONAL:
            return '[%s]' % names(1)
        if nargs == ZERO_OR_MORE:
            given = names(1)
            return '[%s [%s ...]]' % given if len(given) == 2 else '[%s ...]' % given
        if nargs == ONE_OR_MORE:
            return '%s [%s ...]' % names(2)
        if nargs == REMAINDER:
            return '...'
        if nargs == PARSER:
            return '%s ...' % names(1)
        if nargs == SUPPRESS:
            return ''
        try:
            form = ' '.join(['%s' for _ in range(nargs)])
        except TypeError:
            raise ValueError('invalid nargs value') from None
        return form % names(nargs)

    def _expand_help(self, action):
        """The help with what stands in it for the argument's attributes."""
        params = {'prog': self._prog}
        for name, value in {**vars(action), 'prog': self._prog}.items():
            if value is not SUPPRESS:
                params[name] = getattr(value, '__name__', value)
        if params.get('choices') is not None:
            params['choices'] = ', '.join([str(choice) for choice in params['choices']])
        return self._get_help_string(action) % params

    def _iter_indented_subactions(self, action):
        subactions = getattr(action, '_get_subactions', None)
        if subactions is not None:
            self._indent()
            yield from subactions()
            self._dedent()

    def _split_lines(self, text, width):
        return textwrap.wrap(_spaces.sub(' ', text).strip(), width)

    def _fill_text(self, text, width, indent):
        return textwrap.fill(_spaces.sub(' ', text).strip(), width, initial_indent=indent, subsequent_indent=indent)

    def _get_help_string(self, action):
        return action.help

    def _get_default_metavar_for_optional(self, action):
        return action.dest.upper()

    def _get_default_metavar_for_positional(self, action):
        return action.dest


def _filled(parts, indent, width, prefix=None):
    """Parts in lines of a width; where there is a prefix, the first line stands behind it."""
    lines, line = [], []
    length = len(indent if prefix is None else prefix) - 1
    for part in parts:
        if length + 1 + len(part) > width and line:
            lines.append(indent + ' '.join(line))
            line = []
            length = len(indent) - 1
        line.append(part)
        length += len(part) + 1
    if line:
        lines.append(indent + ' '.join(line))
    if prefix is not None:
        lines[0] = lines[0][len(indent) :]
    return lines


class RawDescriptionHelpFormatter(HelpFormatter):
    """Descriptions keep their lines."""

    def _fill_text(self, text, width, indent):
        return ''.join([indent + line for line in text.splitlines(keepends=True)])


class RawTextHelpFormatter(RawDescriptionHelpFormatter):
    """All texts keep their lines."""

    def _split_lines(self, text, width):
        return text.splitlines()


class ArgumentDefaultsHelpFormatter(HelpFormatter):
    """The help of each argument says its default."""

    def _get_help_string(self, action):
        text = '' if action.help is None else action.help
        has_default = action.option_strings or action.nargs in (OPTIONAL, ZERO_OR_MORE)
        if '%(default)' not in text and action.default is not SUPPRESS and has_default:
            text += ' (default: %(default)s)'
        return text


class MetavarTypeHelpFormatter(HelpFormatter):
    """Values are called by their types."""

    def _get_default_metavar_for_optional(self, action):
        return action.type.__name__

    def _get_default_metavar_for_positional(self, action):
        return action.type.__name__
