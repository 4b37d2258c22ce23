from dataclasses import KW_ONLY, InitVar, dataclass, field
from typing import ClassVar


@dataclass
class Rectangle:
    width: int
    height: int
    scale: InitVar[int] = 1
    _: KW_ONLY
    label: str = 'r'
    area: int = field(init=False)
    made: ClassVar[int] = 0

    def __post_init__(self, scale):
        self.area = self.width * self.height * scale
        type(self).made += 1


@dataclass
class Square(Rectangle):
    def __init__(self, side):
        super().__init__(side, side)


print(Rectangle(2, 3), Rectangle(2, 3, 10, label='big'), Square(4), Rectangle.made)
try:
    Rectangle(1, 2, 3, 'no')
except TypeError as error:
    print(error)
