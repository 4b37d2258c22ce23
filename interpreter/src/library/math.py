"""Mathematical functions: the natives of `_math`, and the constants.

https://docs.python.org/3.11/library/math.html
"""

from _math import *  # noqa: F403

pi = 3.141592653589793
e = 2.718281828459045
tau = 6.283185307179586
inf = float('inf')
nan = float('nan')
