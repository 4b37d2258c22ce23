# What the abstract numbers leave to their subclasses.
import numbers

for cls in (numbers.Number, numbers.Complex, numbers.Real, numbers.Rational, numbers.Integral):
    print(cls.__name__, sorted(cls.__abstractmethods__))
    try:
        print(type(cls()).__name__)
    except TypeError as error:
        print(error)
