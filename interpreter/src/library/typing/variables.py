# Variables that stand for types.


@_final
class TypeVar(_Type):
    """A type that is chosen where a generic class or function is used."""

    def __init__(self, name, *constraints, bound=None, covariant=False, contravariant=False):
        if covariant and contravariant:
            raise ValueError('Bivariant types are not supported.')
        if constraints and bound is not None:
            raise TypeError('Constraints cannot be combined with bound=...')
        if len(constraints) == 1:
            raise TypeError('A single constraint is not allowed')
        self.__name__ = name
        complaint = 'TypeVar(name, constraint, ...): constraints must be types.'
        self.__constraints__ = tuple([_argument(one, complaint) for one in constraints])
        self.__bound__ = None if bound is None else _argument(bound, 'Bound must be a type.')
        self.__covariant__ = covariant
        self.__contravariant__ = contravariant

    def __typing_subst__(self, arg):
        # By this method, `types.GenericAlias` knows a type variable.
        return _argument(arg)

    def __repr__(self):
        return ('+' if self.__covariant__ else '-' if self.__contravariant__ else '~') + self.__name__


@_final
class ParamSpec(_Type):
    """The parameters of a function that are chosen where a decorator is used."""

    def __init__(self, name, *, bound=None, covariant=False, contravariant=False):
        self.__name__ = name
        self.__bound__ = bound
        self.args = ParamSpecArgs(self)
        self.kwargs = ParamSpecKwargs(self)

    def __typing_prepare_subst__(self, alias, args):
        """The arguments of `alias`, of which those for the parameters of a function become one."""
        place = alias.__parameters__.index(self)
        if place >= len(args):
            raise TypeError(f'Too few arguments for {alias}')
        if len(alias.__parameters__) == 1 and not _stands_for_parameters(args[0]):
            return (args,)
        if isinstance(args[place], list):
            return (*args[:place], tuple(args[place]), *args[place + 1 :])
        return args

    def __typing_subst__(self, arg):
        if isinstance(arg, (list, tuple)):
            return tuple([_argument(one, 'Expected a type.') for one in arg])
        if not _stands_for_parameters(arg):
            raise TypeError(f'Expected a list of types, an ellipsis, ParamSpec, or Concatenate. Got {arg}')
        return arg

    def __repr__(self):
        return f'~{self.__name__}'


def _stands_for_parameters(arg):
    """Whether it may stand for all parameters of a function."""
    return arg is ... or isinstance(arg, (tuple, list, ParamSpec)) or getattr(arg, '__origin__', None) is Concatenate


class ParamSpecArgs:
    """`P.args`."""

    _part = 'args'

    def __init__(self, origin):
        self.__origin__ = origin

    def __repr__(self):
        return f'{self.__origin__.__name__}.{self._part}'

    def __eq__(self, other):
        return self.__origin__ == other.__origin__ if type(other) is type(self) else NotImplemented

    __hash__ = None


class ParamSpecKwargs(ParamSpecArgs):
    """`P.kwargs`."""

    _part = 'kwargs'


@_final
class TypeVarTuple(_Type):
    """Any number of types."""

    def __init__(self, name):
        self.__name__ = name

    def __iter__(self):
        yield Unpack[self]

    def __typing_prepare_subst__(self, alias, args):
        """The arguments of `alias`, of which those that no other variable wants become one."""
        parameters = alias.__parameters__
        if len([one for one in parameters if isinstance(one, TypeVarTuple)]) > 1:
            raise TypeError(f'More than one TypeVarTuple parameter in {alias}')
        before = parameters.index(self)
        behind = len(parameters) - before - 1
        if before + behind > len(args):
            raise TypeError(f'Too few arguments for {alias}; actual {len(args)}, expected at least {len(parameters) - 1}')
        end = len(args) - behind
        return (*args[:before], tuple(args[before:end]), *args[end:])

    def __typing_subst__(self, arg):
        raise TypeError('Substitution of bare TypeVarTuple is not supported')

    def __repr__(self):
        return self.__name__


@_final
class ForwardRef(_Type):
    """A type that is named by a string."""

    def __init__(self, arg, is_argument=True, module=None, *, is_class=False):
        if not isinstance(arg, str):
            raise TypeError(f'Forward reference must be a string -- got {arg!r}')
        if not arg.isidentifier():
            _check_expression(arg)
        self.__forward_arg__ = arg
        self.__forward_module__ = module

    def __eq__(self, other):
        return self.__forward_arg__ == other.__forward_arg__ if isinstance(other, ForwardRef) else NotImplemented

    def __hash__(self):
        return hash(self.__forward_arg__)

    def __repr__(self):
        return f'ForwardRef({self.__forward_arg__!r})'


def _check_expression(text):
    from _compiled import check, namespace

    try:
        check(f'({text}\n)', '<string>', namespace('typing', {}))
    except SyntaxError:
        raise SyntaxError(f'Forward reference must be an expression -- got {text!r}')


T = TypeVar('T')
KT = TypeVar('KT')
VT = TypeVar('VT')
T_co = TypeVar('T_co', covariant=True)
T_contra = TypeVar('T_contra', contravariant=True)
Text = str
