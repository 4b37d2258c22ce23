"""The tower of numbers: abstract classes that the built-in ones belong to.

https://docs.python.org/3.11/library/numbers.html
"""

from abc import ABCMeta, abstractmethod

__all__ = ['Number', 'Complex', 'Real', 'Rational', 'Integral']


class Number(metaclass=ABCMeta):
    """All numbers."""

    __slots__ = ()
    __hash__ = None


class Complex(Number):
    """What can be added, multiplied and compared for equality."""

    __slots__ = ()

    @abstractmethod
    def __complex__(self):
        """The built-in complex number."""

    def __bool__(self):
        return self != 0

    @property
    @abstractmethod
    def real(self):
        """The real part."""

    @property
    @abstractmethod
    def imag(self):
        """The imaginary part."""

    @abstractmethod
    def __add__(self, other):
        """self + other"""

    @abstractmethod
    def __radd__(self, other):
        """other + self"""

    @abstractmethod
    def __neg__(self):
        """-self"""

    @abstractmethod
    def __pos__(self):
        """+self"""

    def __sub__(self, other):
        return self + -other

    def __rsub__(self, other):
        return -self + other

    @abstractmethod
    def __mul__(self, other):
        """self * other"""

    @abstractmethod
    def __rmul__(self, other):
        """other * self"""

    @abstractmethod
    def __truediv__(self, other):
        """self / other"""

    @abstractmethod
    def __rtruediv__(self, other):
        """other / self"""

    @abstractmethod
    def __pow__(self, exponent):
        """self ** exponent"""

    @abstractmethod
    def __rpow__(self, base):
        """base ** self"""

    @abstractmethod
    def __abs__(self):
        """The distance from 0."""

    @abstractmethod
    def conjugate(self):
        """The number with its imaginary part negated."""

    @abstractmethod
    def __eq__(self, other):
        """self == other"""


class Real(Complex):
    """What has an order, and can be rounded."""

    __slots__ = ()

    @abstractmethod
    def __float__(self):
        """The built-in float."""

    @abstractmethod
    def __trunc__(self):
        """The integer towards 0."""

    @abstractmethod
    def __floor__(self):
        """The integer below."""

    @abstractmethod
    def __ceil__(self):
        """The integer above."""

    @abstractmethod
    def __round__(self, ndigits=None):
        """The nearest integer, or the nearest number of so many digits."""

    def __divmod__(self, other):
        return self // other, self % other

    def __rdivmod__(self, other):
        return other // self, other % self

    @abstractmethod
    def __floordiv__(self, other):
        """self // other"""

    @abstractmethod
    def __rfloordiv__(self, other):
        """other // self"""

    @abstractmethod
    def __mod__(self, other):
        """self % other"""

    @abstractmethod
    def __rmod__(self, other):
        """other % self"""

    @abstractmethod
    def __lt__(self, other):
        """self < other"""

    @abstractmethod
    def __le__(self, other):
        """self <= other"""

    def __complex__(self):
        return complex(float(self))

    @property
    def real(self):
        return +self

    @property
    def imag(self):
        return 0

    def conjugate(self):
        return +self


class Rational(Real):
    """What is a numerator over a denominator."""

    __slots__ = ()

    @property
    @abstractmethod
    def numerator(self):
        """In lowest terms."""

    @property
    @abstractmethod
    def denominator(self):
        """In lowest terms, and positive."""

    def __float__(self):
        return int(self.numerator) / int(self.denominator)


class Integral(Rational):
    """Whole numbers."""

    __slots__ = ()

    @abstractmethod
    def __int__(self):
        """The built-in int."""

    @abstractmethod
    def __pow__(self, exponent, modulus=None):
        """self ** exponent, or its remainder"""

    @abstractmethod
    def __lshift__(self, other):
        """self << other"""

    @abstractmethod
    def __rlshift__(self, other):
        """other << self"""

    @abstractmethod
    def __rshift__(self, other):
        """self >> other"""

    @abstractmethod
    def __rrshift__(self, other):
        """other >> self"""

    @abstractmethod
    def __and__(self, other):
        """self & other"""

    @abstractmethod
    def __rand__(self, other):
        """other & self"""

    @abstractmethod
    def __xor__(self, other):
        """self ^ other"""

    @abstractmethod
    def __rxor__(self, other):
        """other ^ self"""

    @abstractmethod
    def __or__(self, other):
        """self | other"""

    @abstractmethod
    def __ror__(self, other):
        """other | self"""

    @abstractmethod
    def __invert__(self):
        """~self"""

    def __index__(self):
        return int(self)

    def __float__(self):
        return float(int(self))

    @property
    def numerator(self):
        return +self

    @property
    def denominator(self):
        return 1


Complex.register(complex)
Real.register(float)
Integral.register(int)
