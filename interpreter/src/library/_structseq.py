"""Tuples whose items have names too, as `sys.version_info` and `time.struct_time` are."""

from _types import static_type as _static_type


def make(name, module, fields):
    """A tuple class of this name with these fields, a text of names."""
    names = tuple(fields.split())
    prefix = module + '.' if module else ''

    def __repr__(self):
        return f"{prefix}{name}({', '.join([f'{field}={value!r}' for field, value in zip(names, self)])})"

    namespace = {'__module__': module, '__slots__': (), '__repr__': __repr__, '__match_args__': names, 'n_fields': len(names)}
    for position, field in enumerate(names):
        namespace[field] = _item(position)
    made = type(name, (tuple,), namespace)
    return _static_type(made) if module else made


def _item(position):
    return property(lambda self: self[position])
