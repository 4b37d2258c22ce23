from dataclasses import FrozenInstanceError, dataclass, field


@dataclass(frozen=True, order=True)
class Version:
    major: int
    minor: int = 0
    note: str = field(default='', compare=False)


versions = [Version(2), Version(1, 5, 'old'), Version(1, 2)]
print(sorted(versions), max(versions))
print({Version(1): 'one'}[Version(1, note='same')], Version(1) < Version(1, 1), Version(1) == (1, 0))
try:
    versions[0].major = 3
except FrozenInstanceError as error:
    print(type(error).__mro__[1].__name__, error)
try:
    Version(1) < 2
except TypeError as error:
    print(error)
