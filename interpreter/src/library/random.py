"""Random numbers: CPython's generator and its ways to use it, so that a seed gives CPython's numbers.

Without a seed the numbers are the same in every run: a program's account can be looked at again.

https://docs.python.org/3.11/library/random.html
"""

import _random
from bisect import bisect as _bisect
from itertools import accumulate as _accumulate
from math import (
    acos as _acos,
    ceil as _ceil,
    cos as _cos,
    e as _e,
    exp as _exp,
    floor as _floor,
    isfinite as _isfinite,
    log as _log,
    pi as _pi,
    sin as _sin,
    sqrt as _sqrt,
)
from operator import index as _index

from _types import static_type as _static_type

# The names and their order are CPython's.
__all__ = [
    'Random',
    'betavariate',
    'choice',
    'choices',
    'expovariate',
    'gammavariate',
    'gauss',
    'getrandbits',
    'getstate',
    'lognormvariate',
    'normalvariate',
    'paretovariate',
    'randbytes',
    'randint',
    'random',
    'randrange',
    'sample',
    'seed',
    'setstate',
    'shuffle',
    'triangular',
    'uniform',
    'vonmisesvariate',
    'weibullvariate',
    'SystemRandom',
]

TWOPI = 2.0 * _pi
NV_MAGICCONST = 4 * _exp(-0.5) / _sqrt(2.0)
LOG4 = _log(4.0)
SG_MAGICCONST = 1.0 + _log(4.5)
BPF = 53
RECIP_BPF = 2**-BPF

# What stands for a seed that the system would give; each generator that needs one gets another.
_unseeded = 0x5717F4A3E


def _next_unseeded():
    global _unseeded
    _unseeded += 1
    return _unseeded


def _running_sums(weights, cum_weights):
    """The sums that `choices` searches, of the two ways to give weights."""
    if cum_weights is None:
        if isinstance(weights, int):
            raise TypeError(f'The number of choices must be a keyword argument: k={weights!r}')
        return list(_accumulate(weights))
    if weights is not None:
        raise TypeError('Cannot specify both weights and cumulative weights')
    return cum_weights


@_static_type
class Random:
    """What CPython has in C of the generator: its state, and the two ways to draw from it."""

    __module__ = '_random'
    __slots__ = ('_state',)

    def random(self, /):
        """The next number in the interval [0, 1)."""
        return _random.random(self._state)

    def getrandbits(self, k, /):
        """A whole number of k random bits."""
        return _random.getrandbits(self._state, k)


class Random(Random):
    """A generator of random numbers with a state of its own."""

    VERSION = 3

    def __init__(self, x=None):
        self.seed(x)

    def __init_subclass__(cls, /, **kwargs):
        super().__init_subclass__(**kwargs)
        for base in cls.__mro__:
            own = base.__dict__
            if '_randbelow' in own:
                break
            if 'getrandbits' in own:
                cls._randbelow = cls._randbelow_with_getrandbits
                break
            if 'random' in own:
                cls._randbelow = cls._randbelow_without_getrandbits
                break

    # The state.

    def seed(self, a=None, version=2):
        if a is None:
            a = _next_unseeded()
        elif version == 1 and isinstance(a, (str, bytes)):
            a = self._seed_of_version_1(a)
        elif version == 2 and isinstance(a, (str, bytes, bytearray)):
            data = a.encode() if isinstance(a, str) else bytes(a)
            a = int.from_bytes(data + _random.sha512(data), 'big')
        elif isinstance(a, float):
            a = hash(a) & 0xFFFF_FFFF_FFFF_FFFF
        elif not isinstance(a, (int, str, bytes, bytearray)):
            raise TypeError('The only supported seed types are: None,\nint, float, str, bytes, and bytearray.')
        self._state = _random.seeded(a)
        self.gauss_next = None

    @staticmethod
    def _seed_of_version_1(text):
        codes = list(text) if isinstance(text, bytes) else [ord(char) for char in text]
        number = codes[0] << 7 if codes else 0
        for code in codes:
            number = (1000003 * number ^ code) & 0xFFFF_FFFF_FFFF_FFFF
        return number ^ len(codes)

    def getstate(self):
        return self.VERSION, _random.words(self._state), self.gauss_next

    def setstate(self, state):
        version = state[0]
        if version not in (2, self.VERSION):
            raise ValueError(f'state with version {version} passed to Random.setstate() of version {self.VERSION}')
        version, words, gauss_next = state
        self._state = _random.of_words(words)
        self.gauss_next = gauss_next

    def __getstate__(self):
        return self.getstate()

    def __setstate__(self, state):
        self.setstate(state)

    def __reduce__(self):
        return self.__class__, (), self.getstate()

    # Bits and integers.

    def randbytes(self, n):
        return self.getrandbits(n * 8).to_bytes(n, 'little')

    def _randbelow(self, n):
        return _random.below(self._state, n)

    def _randbelow_with_getrandbits(self, n):
        bits = n.bit_length()
        drawn = self.getrandbits(bits)
        while drawn >= n:
            drawn = self.getrandbits(bits)
        return drawn

    def _randbelow_without_getrandbits(self, n, maxsize=1 << BPF):
        if n >= maxsize:
            return _floor(self.random() * n)
        limit = (maxsize - maxsize % n) / maxsize
        drawn = self.random()
        while drawn >= limit:
            drawn = self.random()
        return _floor(drawn * maxsize) % n

    def randrange(self, start, stop=None, step=1):
        start = _whole(start, 'arg 1')
        if stop is None:
            if step != 1:
                raise TypeError('Missing a non-None stop argument')
            if start > 0:
                return self._randbelow(start)
            raise ValueError('empty range for randrange()')
        stop = _whole(stop, 'stop')
        step = _whole(step, 'step')
        width = stop - start
        if step == 1:
            if width > 0:
                return start + self._randbelow(width)
            raise ValueError(f'empty range for randrange() ({start}, {stop}, {width})')
        if step == 0:
            raise ValueError('zero step for randrange()')
        count = (width + step - 1) // step if step > 0 else (width + step + 1) // step
        if count <= 0:
            raise ValueError('empty range for randrange()')
        return start + step * self._randbelow(count)

    def randint(self, a, b):
        return self.randrange(a, b + 1)

    # Sequences.

    def choice(self, seq):
        if not len(seq):
            raise IndexError('Cannot choose from an empty sequence')
        return seq[self._randbelow(len(seq))]

    def shuffle(self, x):
        for i in reversed(range(1, len(x))):
            j = self._randbelow(i + 1)
            x[i], x[j] = x[j], x[i]

    def sample(self, population, k, *, counts=None):
        if isinstance(population, (set, frozenset, dict)) or not hasattr(population, '__getitem__') or not hasattr(population, '__len__'):
            raise TypeError('Population must be a sequence.  For dicts or sets, use sorted(d).')
        n = len(population)
        if counts is not None:
            return self._sample_counted(population, k, list(_accumulate(counts)))
        if not 0 <= k <= n:
            raise ValueError('Sample larger than population or is negative')
        # A set of what was chosen takes less room than a copy of a large population.
        set_size = 21
        if k > 5:
            set_size += 4 ** _ceil(_log(k * 3, 4))
        result = [None] * k
        if n <= set_size:
            pool = list(population)
            for i in range(k):
                j = self._randbelow(n - i)
                result[i] = pool[j]
                pool[j] = pool[n - i - 1]
            return result
        selected = set()
        for i in range(k):
            j = self._randbelow(n)
            while j in selected:
                j = self._randbelow(n)
            selected.add(j)
            result[i] = population[j]
        return result

    def _sample_counted(self, population, k, sums):
        if len(sums) != len(population):
            raise ValueError('The number of counts does not match the population')
        total = sums.pop()
        if not isinstance(total, int):
            raise TypeError('Counts must be integers')
        if total <= 0:
            raise ValueError('Total of counts must be greater than zero')
        return [population[_bisect(sums, at)] for at in self.sample(range(total), k=k)]

    def choices(self, population, weights=None, *, cum_weights=None, k=1):
        size = len(population)
        if weights is None and cum_weights is None:
            return [population[_floor(self.random() * (size + 0.0))] for _ in range(k)]
        sums = _running_sums(weights, cum_weights)
        if len(sums) != size:
            raise ValueError('The number of weights does not match the population')
        total = sums[-1] + 0.0
        problem = 'greater than zero' if total <= 0.0 else '' if _isfinite(total) else 'finite'
        if problem:
            raise ValueError(f'Total of weights must be {problem}')
        return [population[_bisect(sums, self.random() * total, 0, size - 1)] for _ in range(k)]

    # Distributions of real numbers.

    def uniform(self, a, b):
        return a + (b - a) * self.random()

    def triangular(self, low=0.0, high=1.0, mode=None):
        drawn = self.random()
        if mode is None:
            middle = 0.5
        elif high == low:
            return low
        else:
            middle = (mode - low) / (high - low)
        if drawn > middle:
            drawn = 1.0 - drawn
            middle = 1.0 - middle
            low, high = high, low
        return low + (high - low) * _sqrt(drawn * middle)

    def normalvariate(self, mu=0.0, sigma=1.0):
        # The ratio of two uniform numbers (Kinderman and Monahan).
        while True:
            u = self.random()
            v = 1.0 - self.random()
            z = NV_MAGICCONST * (u - 0.5) / v
            if z * z / 4.0 <= -_log(v):
                return mu + z * sigma

    def gauss(self, mu=0.0, sigma=1.0):
        # Such numbers are made in pairs: the second is kept for the next call.
        z = self.gauss_next
        self.gauss_next = None
        if z is None:
            angle = self.random() * TWOPI
            radius = _sqrt(-2.0 * _log(1.0 - self.random()))
            z = _cos(angle) * radius
            self.gauss_next = _sin(angle) * radius
        return mu + z * sigma

    def lognormvariate(self, mu, sigma):
        return _exp(self.normalvariate(mu, sigma))

    def expovariate(self, lambd):
        return -_log(1.0 - self.random()) / lambd

    def vonmisesvariate(self, mu, kappa):
        # Fisher, "Statistical Analysis of Circular Data".
        if kappa <= 1e-6:
            return TWOPI * self.random()
        s = 0.5 / kappa
        r = s + _sqrt(1.0 + s * s)
        while True:
            z = _cos(_pi * self.random())
            d = z / (r + z)
            u = self.random()
            if u < 1.0 - d * d or u <= (1.0 - d) * _exp(d):
                break
        q = 1.0 / r
        f = (q + z) / (1.0 + q * z)
        if self.random() > 0.5:
            return (mu + _acos(f)) % TWOPI
        return (mu - _acos(f)) % TWOPI

    def gammavariate(self, alpha, beta):
        if alpha <= 0.0 or beta <= 0.0:
            raise ValueError('gammavariate: alpha and beta must be > 0.0')
        if alpha > 1.0:
            return self._gamma_above_1(alpha) * beta
        if alpha == 1.0:
            return -_log(1.0 - self.random()) * beta
        return self._gamma_below_1(alpha) * beta

    def _gamma_above_1(self, alpha):
        # Cheng, "The generation of Gamma variables with non-integral shape parameters".
        root = _sqrt(2.0 * alpha - 1.0)
        b = alpha - LOG4
        c = alpha + root
        while True:
            u = self.random()
            if not 1e-7 < u < 0.9999999:
                continue
            w = 1.0 - self.random()
            v = _log(u / (1.0 - u)) / root
            x = alpha * _exp(v)
            z = u * u * w
            r = b + c * v - x
            if r + SG_MAGICCONST - 4.5 * z >= 0.0 or r >= _log(z):
                return x

    def _gamma_below_1(self, alpha):
        # Kennedy and Gentle, "Statistical Computing", algorithm GS.
        while True:
            b = (_e + alpha) / _e
            p = b * self.random()
            x = p ** (1.0 / alpha) if p <= 1.0 else -_log((b - p) / alpha)
            u = self.random()
            if p > 1.0:
                if u <= x ** (alpha - 1.0):
                    return x
            elif u <= _exp(-x):
                return x

    def betavariate(self, alpha, beta):
        y = self.gammavariate(alpha, 1.0)
        return y / (y + self.gammavariate(beta, 1.0)) if y else 0.0

    def paretovariate(self, alpha):
        return (1.0 - self.random()) ** (-1.0 / alpha)

    def weibullvariate(self, alpha, beta):
        return alpha * (-_log(1.0 - self.random())) ** (1.0 / beta)


def _whole(number, what):
    if hasattr(type(number), '__index__'):
        return _index(number)
    from warnings import warn

    if int(number) != number:
        warn('randrange() will raise TypeError in the future', DeprecationWarning, stacklevel=3)
        raise ValueError(f'non-integer {what} for randrange()')
    warn(
        'non-integer arguments to randrange() have been deprecated since Python 3.10 and will be removed in a subsequent version',
        DeprecationWarning,
        stacklevel=3,
    )
    return int(number)


class SystemRandom(Random):
    """There is no chance from outside."""

    def __init__(self, x=None):
        raise NotImplementedError("the playground has no system's source of randomness: use random.Random")


_shared = _inst = Random()
seed = _shared.seed
getstate = _shared.getstate
setstate = _shared.setstate
random = _shared.random
getrandbits = _shared.getrandbits
randbytes = _shared.randbytes
randrange = _shared.randrange
randint = _shared.randint
choice = _shared.choice
shuffle = _shared.shuffle
sample = _shared.sample
choices = _shared.choices
uniform = _shared.uniform
triangular = _shared.triangular
normalvariate = _shared.normalvariate
gauss = _shared.gauss
lognormvariate = _shared.lognormvariate
expovariate = _shared.expovariate
vonmisesvariate = _shared.vonmisesvariate
gammavariate = _shared.gammavariate
betavariate = _shared.betavariate
paretovariate = _shared.paretovariate
weibullvariate = _shared.weibullvariate
