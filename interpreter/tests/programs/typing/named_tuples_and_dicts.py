from typing import NamedTuple, NewType, Required, TypedDict, get_type_hints


class Point(NamedTuple):
    x: int
    y: int = 0

    def flipped(self):
        return self._replace(x=self.y, y=self.x)


class Film(TypedDict, total=False):
    title: Required[str]
    year: int


UserId = NewType('UserId', int)
print(Point(1), Point(1).flipped(), Point._fields, Point._field_defaults, Point(1) == (1, 0))
print(Film(title='Alien', year=1979), Film.__required_keys__, Film.__optional_keys__, get_type_hints(Film))
print(UserId(5), UserId, UserId.__supertype__)
try:
    isinstance({}, Film)
except TypeError as error:
    print(error)
