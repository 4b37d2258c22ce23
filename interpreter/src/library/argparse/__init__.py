"""Reads the command line: options, arguments, commands, and the help about them.

https://docs.python.org/3.11/library/argparse.html. A program here is started without arguments; it may give `parse_args` a list.
"""

import re as _re
import sys as _sys

from argparse._actions import (
    ACTIONS as _ACTIONS,
    ONE_OR_MORE,
    OPTIONAL,
    PARSER,
    REMAINDER,
    SUPPRESS,
    UNRECOGNIZED as _UNRECOGNIZED_ARGS_ATTR,
    ZERO_OR_MORE,
    Action,
    ArgumentError,
    ArgumentTypeError,
    BooleanOptionalAction,
    FileType,
    Namespace,
    _AppendAction,
    _AppendConstAction,
    _AttributeHolder,
    _CountAction,
    _ExtendAction,
    _HelpAction,
    _StoreAction,
    _StoreConstAction,
    _StoreFalseAction,
    _StoreTrueAction,
    _SubParsersAction,
    _VersionAction,
    action_name as _get_action_name,
)
from argparse._help import (
    ArgumentDefaultsHelpFormatter,
    HelpFormatter,
    MetavarTypeHelpFormatter,
    RawDescriptionHelpFormatter,
    RawTextHelpFormatter,
)
from argparse._matching import Reading as _Reading

__all__ = [
    'ArgumentParser',
    'ArgumentError',
    'ArgumentTypeError',
    'BooleanOptionalAction',
    'FileType',
    'HelpFormatter',
    'ArgumentDefaultsHelpFormatter',
    'RawDescriptionHelpFormatter',
    'RawTextHelpFormatter',
    'MetavarTypeHelpFormatter',
    'Namespace',
    'Action',
    'ONE_OR_MORE',
    'OPTIONAL',
    'PARSER',
    'REMAINDER',
    'SUPPRESS',
    'ZERO_OR_MORE',
]

for _class in list(globals().values()):
    if isinstance(_class, type):
        _class.__module__ = 'argparse'
del _class

_is_negative_number = _re.compile(r'^-\d+$|^-\d*\.\d+$').match


def _same(value):
    return value


class _ActionsContainer:
    """What arguments can be added to: a parser, or a group of one."""

    def __init__(self, description, prefix_chars, argument_default, conflict_handler):
        self.description = description
        self.argument_default = argument_default
        self.prefix_chars = prefix_chars
        self.conflict_handler = conflict_handler
        self._registries = {'action': dict(_ACTIONS), 'type': {None: _same}}
        self._get_handler()
        self._actions = []
        self._option_string_actions = {}
        self._action_groups = []
        self._mutually_exclusive_groups = []
        self._defaults = {}
        # Not empty where options look like negative numbers.
        self._has_negative_number_optionals = []

    def register(self, registry_name, value, object):
        self._registries.setdefault(registry_name, {})[value] = object

    def _registry_get(self, registry_name, value, default=None):
        return self._registries[registry_name].get(value, default)

    def set_defaults(self, **kwargs):
        self._defaults.update(kwargs)
        for action in self._actions:
            if action.dest in kwargs:
                action.default = kwargs[action.dest]

    def get_default(self, dest):
        for action in self._actions:
            if action.dest == dest and action.default is not None:
                return action.default
        return self._defaults.get(dest)

    def add_argument(self, *args, **kwargs):
        """An argument: an option if its name begins with a dash."""
        if not args or len(args) == 1 and args[0][0] not in self.prefix_chars:
            if args and 'dest' in kwargs:
                raise ValueError('dest supplied twice for positional argument')
            kwargs = self._get_positional_kwargs(*args, **kwargs)
        else:
            kwargs = self._get_optional_kwargs(*args, **kwargs)
        if 'default' not in kwargs:
            if kwargs['dest'] in self._defaults:
                kwargs['default'] = self._defaults[kwargs['dest']]
            elif self.argument_default is not None:
                kwargs['default'] = self.argument_default
        action_class = self._pop_action_class(kwargs)
        if not callable(action_class):
            raise ValueError(f'unknown action "{action_class}"')
        action = action_class(**kwargs)
        type_function = self._registry_get('type', action.type, action.type)
        if not callable(type_function):
            raise ValueError(f'{type_function!r} is not callable')
        if type_function is FileType:
            raise ValueError(f'{type_function!r} is a FileType class object, instance of it must be passed')
        if hasattr(self, '_get_formatter'):
            try:
                self._get_formatter()._format_args(action, None)
            except TypeError:
                raise ValueError('length of metavar tuple does not match nargs')
        return self._add_action(action)

    def _get_positional_kwargs(self, dest, **kwargs):
        if 'required' in kwargs:
            raise TypeError("'required' is an invalid argument for positionals")
        nargs = kwargs.get('nargs')
        if nargs not in (OPTIONAL, ZERO_OR_MORE) or nargs == ZERO_OR_MORE and 'default' not in kwargs:
            kwargs['required'] = True
        return {**kwargs, 'dest': dest, 'option_strings': []}

    def _get_optional_kwargs(self, *args, **kwargs):
        chars = self.prefix_chars
        for option in args:
            if option[0] not in chars:
                raise ValueError(f'invalid option string {option!r}: must start with a character {chars!r}')
        dest = kwargs.pop('dest', None)
        if dest is None:
            long = [option for option in args if len(option) > 1 and option[1] in chars]
            named = (long or args)[0]
            dest = named.lstrip(chars)
            if not dest:
                raise ValueError(f'dest= is required for options like {args[-1]!r}')
            dest = dest.replace('-', '_')
        return {**kwargs, 'dest': dest, 'option_strings': list(args)}

    def _pop_action_class(self, kwargs, default=None):
        action = kwargs.pop('action', default)
        return self._registry_get('action', action, action)

    def add_argument_group(self, *args, **kwargs):
        """A group of arguments: they stand together in the help."""
        group = _ArgumentGroup(self, *args, **kwargs)
        self._action_groups.append(group)
        return group

    def add_mutually_exclusive_group(self, **kwargs):
        """A group of which one argument may be given."""
        group = _MutuallyExclusiveGroup(self, **kwargs)
        self._mutually_exclusive_groups.append(group)
        return group

    def _add_action(self, action):
        self._check_conflict(action)
        self._actions.append(action)
        action.container = self
        for option in action.option_strings:
            self._option_string_actions[option] = action
            if _is_negative_number(option) and not self._has_negative_number_optionals:
                self._has_negative_number_optionals.append(True)
        return action

    def _remove_action(self, action):
        self._actions.remove(action)

    def _get_handler(self):
        handler = getattr(self, f'_handle_conflict_{self.conflict_handler}', None)
        if handler is None:
            raise ValueError(f'invalid conflict_resolution value: {self.conflict_handler!r}')
        return handler

    def _check_conflict(self, action):
        options = self._option_string_actions
        conflicting = [(option, options[option]) for option in action.option_strings if option in options]
        if conflicting:
            self._get_handler()(action, conflicting)

    def _handle_conflict_error(self, action, conflicting_actions):
        names = ', '.join([option for option, _ in conflicting_actions])
        raise ArgumentError(action, f"conflicting option string{'' if len(conflicting_actions) == 1 else 's'}: {names}")

    def _handle_conflict_resolve(self, action, conflicting_actions):
        """The later argument has the option."""
        for option, other in conflicting_actions:
            other.option_strings.remove(option)
            self._option_string_actions.pop(option, None)
            if not other.option_strings:
                other.container._remove_action(other)

    def _add_container_actions(self, container):
        """Takes over the arguments of a parent, in groups of the same titles."""
        groups = {}
        for group in self._action_groups:
            if group.title in groups:
                raise ValueError(f'cannot merge actions - two groups are named {group.title!r}')
            groups[group.title] = group
        group_of = {}
        for group in container._action_groups:
            if group.title not in groups:
                groups[group.title] = self.add_argument_group(
                    title=group.title, description=group.description, conflict_handler=group.conflict_handler
                )
            for action in group._group_actions:
                group_of[action] = groups[group.title]
        for group in container._mutually_exclusive_groups:
            made = self.add_mutually_exclusive_group(required=group.required)
            for action in group._group_actions:
                group_of[action] = made
        for action in container._actions:
            group_of.get(action, self)._add_action(action)


class _ArgumentGroup(_ActionsContainer):
    """Arguments that stand together in the help."""

    def __init__(self, container, title=None, description=None, **kwargs):
        kwargs.setdefault('conflict_handler', container.conflict_handler)
        kwargs.setdefault('prefix_chars', container.prefix_chars)
        kwargs.setdefault('argument_default', container.argument_default)
        super().__init__(description=description, **kwargs)
        self.title = title
        self._group_actions = []
        self._registries = container._registries
        self._actions = container._actions
        self._option_string_actions = container._option_string_actions
        self._defaults = container._defaults
        self._has_negative_number_optionals = container._has_negative_number_optionals
        self._mutually_exclusive_groups = container._mutually_exclusive_groups

    def _add_action(self, action):
        action = super()._add_action(action)
        self._group_actions.append(action)
        return action

    def _remove_action(self, action):
        super()._remove_action(action)
        self._group_actions.remove(action)

    def add_argument_group(self, *args, **kwargs):
        _warn('Nesting argument groups is deprecated.')
        return super().add_argument_group(*args, **kwargs)


class _MutuallyExclusiveGroup(_ArgumentGroup):
    """Arguments of which one may be given."""

    def __init__(self, container, required=False):
        super().__init__(container)
        self.required = required
        self._container = container

    def _add_action(self, action):
        if action.required:
            raise ValueError('mutually exclusive arguments must be optional')
        action = self._container._add_action(action)
        self._group_actions.append(action)
        return action

    def _remove_action(self, action):
        self._container._remove_action(action)
        self._group_actions.remove(action)

    def add_mutually_exclusive_group(self, *args, **kwargs):
        _warn('Nesting mutually exclusive groups is deprecated.')
        return super().add_mutually_exclusive_group(*args, **kwargs)


def _warn(text):
    import warnings

    warnings.warn(text, category=DeprecationWarning, stacklevel=3)


class ArgumentParser(_AttributeHolder, _ActionsContainer):
    """Reads command lines."""

    def __init__(
        self,
        prog=None,
        usage=None,
        description=None,
        epilog=None,
        parents=[],
        formatter_class=HelpFormatter,
        prefix_chars='-',
        fromfile_prefix_chars=None,
        argument_default=None,
        conflict_handler='error',
        add_help=True,
        allow_abbrev=True,
        exit_on_error=True,
    ):
        super().__init__(description, prefix_chars, argument_default, conflict_handler)
        self.prog = _sys.argv[0].rpartition('/')[2] if prog is None else prog
        self.usage = usage
        self.epilog = epilog
        self.formatter_class = formatter_class
        self.fromfile_prefix_chars = fromfile_prefix_chars
        self.add_help = add_help
        self.allow_abbrev = allow_abbrev
        self.exit_on_error = exit_on_error
        self._positionals = self.add_argument_group('positional arguments')
        self._optionals = self.add_argument_group('options')
        self._subparsers = None
        if add_help:
            dash = '-' if '-' in prefix_chars else prefix_chars[0]
            self.add_argument(dash + 'h', dash * 2 + 'help', action='help', default=SUPPRESS, help='show this help message and exit')
        for parent in parents:
            self._add_container_actions(parent)
            self._defaults.update(getattr(parent, '_defaults', {}))

    def _get_kwargs(self):
        names = ['prog', 'usage', 'description', 'formatter_class', 'conflict_handler', 'add_help']
        return [(name, getattr(self, name)) for name in names]

    def add_subparsers(self, **kwargs):
        """Commands: each has a parser of its own."""
        if self._subparsers is not None:
            self.error('cannot have multiple subparser arguments')
        kwargs.setdefault('parser_class', type(self))
        if 'title' in kwargs or 'description' in kwargs:
            self._subparsers = self.add_argument_group(kwargs.pop('title', 'subcommands'), kwargs.pop('description', None))
        else:
            self._subparsers = self._positionals
        if kwargs.get('prog') is None:
            formatter = self._get_formatter()
            formatter.add_usage(self.usage, self._get_positional_actions(), self._mutually_exclusive_groups, '')
            kwargs['prog'] = formatter.format_help().strip()
        action = self._pop_action_class(kwargs, 'parsers')(option_strings=[], **kwargs)
        self._subparsers._add_action(action)
        return action

    def _add_action(self, action):
        if action.option_strings:
            self._optionals._add_action(action)
        else:
            self._positionals._add_action(action)
        return action

    def _get_optional_actions(self):
        return [action for action in self._actions if action.option_strings]

    def _get_positional_actions(self):
        return [action for action in self._actions if not action.option_strings]

    # Reading.

    def parse_args(self, args=None, namespace=None):
        """The values of all arguments; ends the program with a message where one is wrong."""
        namespace, left = self.parse_known_args(args, namespace)
        if left:
            self.error(f"unrecognized arguments: {' '.join(left)}")
        return namespace

    def parse_known_args(self, args=None, namespace=None):
        """The same, and what nobody knows as a list."""
        args = _sys.argv[1:] if args is None else list(args)
        if namespace is None:
            namespace = Namespace()
        for action in self._actions:
            if action.dest is not SUPPRESS and not hasattr(namespace, action.dest) and action.default is not SUPPRESS:
                setattr(namespace, action.dest, action.default)
        for dest in self._defaults:
            if not hasattr(namespace, dest):
                setattr(namespace, dest, self._defaults[dest])
        if self.exit_on_error:
            try:
                namespace, args = self._parse_known_args(args, namespace)
            except ArgumentError as error:
                self.error(str(error))
        else:
            namespace, args = self._parse_known_args(args, namespace)
        if hasattr(namespace, _UNRECOGNIZED_ARGS_ATTR):
            args.extend(getattr(namespace, _UNRECOGNIZED_ARGS_ATTR))
            delattr(namespace, _UNRECOGNIZED_ARGS_ATTR)
        return namespace, args

    def _parse_known_args(self, arg_strings, namespace):
        prefixes = self.fromfile_prefix_chars
        if prefixes is not None and any([argument and argument[0] in prefixes for argument in arg_strings]):
            self.error('the playground has no files')
        return namespace, _Reading(self, arg_strings, namespace).run()

    def parse_intermixed_args(self, args=None, namespace=None):
        """Like parse_args(), but options may stand between the values of one argument."""
        namespace, left = self.parse_known_intermixed_args(args, namespace)
        if left:
            self.error(f"unrecognized arguments: {' '.join(left)}")
        return namespace

    def parse_known_intermixed_args(self, args=None, namespace=None):
        positionals = self._get_positional_actions()
        for action in positionals:
            if action.nargs in (PARSER, REMAINDER):
                raise TypeError(f'parse_intermixed_args: positional arg with nargs={action.nargs}')
        for group in self._mutually_exclusive_groups:
            if any([action in positionals for action in group._group_actions]):
                raise TypeError('parse_intermixed_args: positional in mutuallyExclusiveGroup')
        usage = self.usage
        if usage is None:
            self.usage = self.format_usage()[7:]
        try:
            # First the options alone, then the others.
            with _changed(positionals, nargs=SUPPRESS, default=SUPPRESS):
                namespace, left = self.parse_known_args(args, namespace)
            with _changed([*self._get_optional_actions(), *self._mutually_exclusive_groups], required=False):
                return self.parse_known_args(left, namespace)
        finally:
            self.usage = usage

    def _parse_optional(self, arg_string):
        """What the argument is as an option: the action, the option's name, the value written with it. None if it is not one."""
        if not arg_string or arg_string[0] not in self.prefix_chars:
            return None
        actions = self._option_string_actions
        if arg_string in actions:
            return actions[arg_string], arg_string, None
        if len(arg_string) == 1:
            return None
        option, equals, value = arg_string.partition('=')
        if equals and option in actions:
            return actions[option], option, value
        candidates = self._get_option_tuples(arg_string)
        if len(candidates) > 1:
            self.error(f"ambiguous option: {arg_string} could match {', '.join([option for _, option, _ in candidates])}")
        if candidates:
            return candidates[0]
        if _is_negative_number(arg_string) and not self._has_negative_number_optionals or ' ' in arg_string:
            return None
        return None, arg_string, None

    def _get_option_tuples(self, option_string):
        """The options that an abbreviation may mean."""
        found = []
        actions = self._option_string_actions
        if option_string[1] in self.prefix_chars:
            if self.allow_abbrev:
                prefix, equals, value = option_string.partition('=')
                for option in actions:
                    if option.startswith(prefix):
                        found.append((actions[option], option, value if equals else None))
            return found
        for option in actions:
            if option == option_string[:2]:
                found.append((actions[option], option, option_string[2:]))
            elif option.startswith(option_string):
                found.append((actions[option], option, None))
        return found

    # Values.

    def _get_values(self, action, arg_strings):
        """What the action gets for these arguments."""
        nargs = action.nargs
        if nargs not in (PARSER, REMAINDER) and '--' in arg_strings:
            arg_strings.remove('--')
        if not arg_strings and nargs == OPTIONAL:
            value = action.const if action.option_strings else action.default
            if isinstance(value, str):
                value = self._get_value(action, value)
                self._check_value(action, value)
            return value
        if not arg_strings and nargs == ZERO_OR_MORE and not action.option_strings:
            value = arg_strings if action.default is None else action.default
            self._check_value(action, value)
            return value
        if nargs == SUPPRESS:
            return SUPPRESS
        values = [self._get_value(action, string) for string in arg_strings]
        if nargs == REMAINDER:
            return values
        for value in values[:1] if nargs == PARSER else values:
            self._check_value(action, value)
        return values[0] if len(values) == 1 and nargs in (None, OPTIONAL) else values

    def _get_value(self, action, arg_string):
        convert = self._registry_get('type', action.type, action.type)
        if not callable(convert):
            raise ArgumentError(action, f'{convert!r} is not callable')
        try:
            return convert(arg_string)
        except ArgumentTypeError as error:
            raise ArgumentError(action, str(error))
        except (TypeError, ValueError):
            name = getattr(action.type, '__name__', repr(action.type))
            raise ArgumentError(action, f'invalid {name} value: {arg_string!r}')

    def _check_value(self, action, value):
        if action.choices is not None and value not in action.choices:
            choices = ', '.join([repr(choice) for choice in action.choices])
            raise ArgumentError(action, f'invalid choice: {value!r} (choose from {choices})')

    # Help.

    def format_usage(self):
        formatter = self._get_formatter()
        formatter.add_usage(self.usage, self._actions, self._mutually_exclusive_groups)
        return formatter.format_help()

    def format_help(self):
        formatter = self._get_formatter()
        formatter.add_usage(self.usage, self._actions, self._mutually_exclusive_groups)
        formatter.add_text(self.description)
        for group in self._action_groups:
            formatter.start_section(group.title)
            formatter.add_text(group.description)
            formatter.add_arguments(group._group_actions)
            formatter.end_section()
        formatter.add_text(self.epilog)
        return formatter.format_help()

    def _get_formatter(self):
        return self.formatter_class(prog=self.prog)

    def print_usage(self, file=None):
        self._print_message(self.format_usage(), _sys.stdout if file is None else file)

    def print_help(self, file=None):
        self._print_message(self.format_help(), _sys.stdout if file is None else file)

    def _print_message(self, message, file=None):
        if message:
            (file or _sys.stderr).write(message)

    def exit(self, status=0, message=None):
        if message:
            self._print_message(message, _sys.stderr)
        _sys.exit(status)

    def error(self, message):
        """Writes the usage and the message, and ends the program with status 2."""
        self.print_usage(_sys.stderr)
        self.exit(2, f'{self.prog}: error: {message}\n')


class _changed:
    """Attributes of several objects, changed for the body of a `with`."""

    def __init__(self, objects, **attributes):
        self._objects = objects
        self._attributes = attributes

    def __enter__(self):
        self._before = [{name: getattr(object, name) for name in self._attributes} for object in self._objects]
        for object in self._objects:
            vars(object).update(self._attributes)

    def __exit__(self, *exc_info):
        for object, before in zip(self._objects, self._before):
            vars(object).update(before)
