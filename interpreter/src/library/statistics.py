"""Averages, and how far values lie from them. Sums are exact: fractions inside, the values' own type at the end.

https://docs.python.org/3.11/library/statistics.html
"""

from fractions import Fraction
from math import exp, fabs, fsum, isfinite as _isfinite, log, sqrt

# The names and their order are CPython's.
__all__ = [
    'NormalDist',
    'StatisticsError',
    'correlation',
    'covariance',
    'fmean',
    'geometric_mean',
    'harmonic_mean',
    'linear_regression',
    'mean',
    'median',
    'median_grouped',
    'median_high',
    'median_low',
    'mode',
    'multimode',
    'pstdev',
    'pvariance',
    'quantiles',
    'stdev',
    'variance',
]


class StatisticsError(ValueError):
    """There are too few values, or they make no sense here."""


def _kind(values):
    """The type that a result has: that of the values."""
    kind = int
    for value in values:
        if isinstance(value, float):
            kind = float
        elif isinstance(value, Fraction) and kind is int:
            kind = Fraction
        elif not isinstance(value, (int, float, Fraction)):
            return type(value)
    return kind


def _as(value, kind):
    """An exact result as that type; of integers, an integer where it is one."""
    if kind is int:
        return value.numerator if value.denominator == 1 else float(value)
    if kind is float:
        return float(value)
    return value if kind is Fraction else kind(value.numerator) / kind(value.denominator)


def _sum(values):
    """The exact sum; a float where there is one that is not finite."""
    total = Fraction(0)
    for value in values:
        if isinstance(value, float) and not _isfinite(value):
            return sum([float(one) for one in values])
        if isinstance(value, str) or not hasattr(value, 'as_integer_ratio') and not hasattr(value, 'denominator'):
            raise TypeError(f"can't convert type '{type(value).__name__}' to numerator/denominator")
        total += Fraction(value)
    return total


def _list(data, what, least=1):
    values = list(data)
    if len(values) < least:
        raise StatisticsError(f"{what} requires at least {'two data points' if least == 2 else 'one data point'}")
    return values


def mean(data):
    """The sum over the number."""
    values = _list(data, 'mean')
    total = _sum(values)
    if isinstance(total, float):
        return total / len(values)
    return _as(total / len(values), _kind(values))


def fmean(data, weights=None):
    """The same in floats, faster."""
    values = [float(value) for value in data]
    if weights is None:
        if not values:
            raise StatisticsError('fmean requires at least one data point')
        return fsum(values) / len(values)
    weights = list(weights)
    if len(weights) != len(values):
        raise StatisticsError('data and weights must be the same length')
    total = fsum(weights)
    if not total:
        raise StatisticsError('sum of weights must be non-zero')
    return fsum([value * weight for value, weight in zip(values, weights)]) / total


def geometric_mean(data):
    """The root of the product."""
    try:
        return exp(fmean([log(value) for value in data]))
    except ValueError:
        raise StatisticsError('geometric mean requires a non-empty dataset containing positive numbers') from None


def harmonic_mean(data, weights=None):
    """The reciprocal of the mean of the reciprocals: for rates."""
    values = _list(data, 'harmonic_mean')
    if weights is None and len(values) == 1:
        if not hasattr(values[0], '__float__'):
            raise TypeError('unsupported type')
        if values[0] >= 0:
            return values[0]
    weights = [1] * len(values) if weights is None else list(weights)
    if len(weights) != len(values):
        raise StatisticsError('Number of weights does not match data size')
    total = Fraction(0)
    for value, weight in zip(values, weights):
        if value < 0 or weight < 0:
            raise StatisticsError('harmonic mean does not support negative values')
        if weight:
            if value == 0:
                return 0
            total += Fraction(weight) / Fraction(value)
    if total <= 0:
        raise StatisticsError('Weighted sum must be positive')
    mean = _sum(weights) / total
    kind = _kind(values)
    return float(mean) if kind is int else _as(mean, kind)


def median(data):
    """The middle value; of an even number, halfway between the two."""
    values = sorted(data)
    if not values:
        raise StatisticsError('no median for empty data')
    middle = len(values) // 2
    return values[middle] if len(values) % 2 else (values[middle - 1] + values[middle]) / 2


def median_low(data):
    """The middle value; of an even number, the lower one."""
    values = sorted(data)
    if not values:
        raise StatisticsError('no median for empty data')
    return values[(len(values) - 1) // 2]


def median_high(data):
    """The middle value; of an even number, the higher one."""
    values = sorted(data)
    if not values:
        raise StatisticsError('no median for empty data')
    return values[len(values) // 2]


def median_grouped(data, interval=1):
    """The middle of values that were rounded to intervals."""
    values = sorted(data)
    if not values:
        raise StatisticsError('no median for empty data')
    middle = values[len(values) // 2]
    below = len([value for value in values if value < middle])
    inside = values.count(middle)
    try:
        interval, middle = float(interval), float(middle)
    except ValueError:
        raise TypeError('Value cannot be converted to a float')
    return middle - interval / 2 + interval * (len(values) / 2 - below) / inside


def mode(data):
    """The most frequent value, the first of several."""
    counts = _counts(data)
    if not counts:
        raise StatisticsError('no mode for empty data')
    return max(counts, key=counts.get)


def multimode(data):
    """All the most frequent values."""
    counts = _counts(data)
    most = max(counts.values(), default=0)
    return [value for value, count in counts.items() if count == most]


def _counts(data):
    counts = {}
    for value in data:
        counts[value] = counts.get(value, 0) + 1
    return counts


def _square_deviations(values, center):
    """The exact sum of the squares of the distances from the centre."""
    center = _sum(values) / len(values) if center is None else Fraction(center)
    total = Fraction(0)
    for value in values:
        total += (Fraction(value) - center) ** 2
    return total


def variance(data, xbar=None):
    """How far values lie from their mean, for a sample."""
    values = _list(data, 'variance', 2)
    return _as(_square_deviations(values, xbar) / (len(values) - 1), _kind(values))


def pvariance(data, mu=None):
    """The same for all there are."""
    values = _list(data, 'pvariance')
    return _as(_square_deviations(values, mu) / len(values), _kind(values))


def stdev(data, xbar=None):
    """The root of the variance."""
    values = _list(data, 'stdev', 2)
    return _root(_square_deviations(values, xbar) / (len(values) - 1), _kind(values))


def pstdev(data, mu=None):
    """The root of the variance of all there are."""
    values = _list(data, 'pstdev')
    return _root(_square_deviations(values, mu) / len(values), _kind(values))


def _root(fraction, kind):
    """The correctly rounded square root of a fraction: a float, or a decimal of decimals."""
    from math import isqrt

    n, m = fraction.numerator, fraction.denominator
    if kind not in (int, float, Fraction):
        from decimal import Decimal, getcontext, localcontext

        with localcontext() as context:
            context.prec += 30
            root = (Decimal(n) / m).sqrt()
        return root.normalize(getcontext())
    if not n:
        return 0.0
    # 109 bits of the root, the last one odd where digits are lost, so that it is rounded once.
    shift = (n.bit_length() - m.bit_length() - 109) // 2
    if shift >= 0:
        above, below = n, m << 2 * shift
    else:
        above, below = n << -2 * shift, m
    root = isqrt(above // below)
    root |= root * root * below != above
    return (root << shift) / 1 if shift >= 0 else root / (1 << -shift)


def quantiles(data, *, n=4, method='exclusive'):
    """The points that cut the values into `n` parts of equal size."""
    if n < 1:
        raise StatisticsError('n must be at least 1')
    values = sorted(data)
    size = len(values)
    if size < 2:
        raise StatisticsError('must have at least two data points')
    cuts = []
    for i in range(1, n):
        if method == 'inclusive':
            j, delta = divmod(i * (size - 1), n)
            cuts.append((values[j] * (n - delta) + values[j + 1] * delta) / n)
        elif method == 'exclusive':
            j = min(max(i * (size + 1) // n, 1), size - 1)
            delta = i * (size + 1) - j * n
            cuts.append((values[j - 1] * (n - delta) + values[j] * delta) / n)
        else:
            raise ValueError(f'Unknown method: {method!r}')
    return cuts


def _pairs(x, y, what):
    x, y = list(x), list(y)
    if len(x) != len(y):
        raise StatisticsError(f'{what} requires that both inputs have same number of data points')
    if len(x) < 2:
        raise StatisticsError(f'{what} requires at least two data points')
    xbar, ybar = fsum(x) / len(x), fsum(y) / len(y)
    return [a - xbar for a in x], [b - ybar for b in y], xbar, ybar


def covariance(x, y, /):
    """How two series change together."""
    dx, dy, _, _ = _pairs(x, y, 'covariance')
    return fsum([a * b for a, b in zip(dx, dy)]) / (len(dx) - 1)


def correlation(x, y, /):
    """The same on a scale from -1 to 1."""
    dx, dy, _, _ = _pairs(x, y, 'correlation')
    sxy = fsum([a * b for a, b in zip(dx, dy)])
    sxx = fsum([a * a for a in dx])
    syy = fsum([b * b for b in dy])
    try:
        return sxy / sqrt(sxx * syy)
    except ZeroDivisionError:
        raise StatisticsError('at least one of the inputs is constant') from None


def linear_regression(x, y, /, *, proportional=False):
    """The line that fits best: slope and intercept."""
    from _structseq import make

    x, y = list(x), list(y)
    if proportional:
        dx, dy, xbar, ybar = x, y, 0.0, 0.0
    else:
        dx, dy, xbar, ybar = _pairs(x, y, 'linear regression')
    try:
        slope = fsum([a * b for a, b in zip(dx, dy)]) / fsum([a * a for a in dx])
    except ZeroDivisionError:
        raise StatisticsError('x is constant') from None
    kind = make('LinearRegression', '', 'slope intercept')
    return kind((slope, 0.0 if proportional else ybar - slope * xbar))


class NormalDist:
    """A normal distribution."""

    def __init__(self, mu=0.0, sigma=1.0):
        if sigma < 0.0:
            raise StatisticsError('sigma must be non-negative')
        self._mu = float(mu)
        self._sigma = float(sigma)

    @classmethod
    def from_samples(cls, data):
        values = [float(value) for value in data]
        return cls(fmean(values), stdev(values))

    mean = median = mode = property(lambda self: self._mu)
    stdev = property(lambda self: self._sigma)
    variance = property(lambda self: self._sigma * self._sigma)

    def pdf(self, x):
        """How dense it is at a point."""
        if not self._sigma:
            raise StatisticsError('pdf() not defined when sigma is zero')
        difference = x - self._mu
        variance = self._sigma * self._sigma
        return exp(difference * difference / (-2.0 * variance)) / sqrt(6.283185307179586 * variance)

    def cdf(self, x):
        """How much of it lies below a point."""
        from math import erf

        if not self._sigma:
            raise StatisticsError('cdf() not defined when sigma is zero')
        return 0.5 * (1.0 + erf((x - self._mu) / (self._sigma * 1.4142135623730951)))

    def zscore(self, x):
        """How many deviations a point lies from the mean."""
        if not self._sigma:
            raise StatisticsError('zscore() not defined when sigma is zero')
        return (x - self._mu) / self._sigma

    def inv_cdf(self, p):
        """The point below which the share `p` of it lies."""
        if p <= 0.0 or p >= 1.0:
            raise StatisticsError('p must be in the range 0.0 < p < 1.0')
        if self._sigma <= 0.0:
            raise StatisticsError('cdf() not defined when sigma at or below zero')
        return self._mu + _deviations(p) * self._sigma

    def quantiles(self, n=4):
        """The points that cut it into `n` parts of equal weight."""
        return [self.inv_cdf(i / n) for i in range(1, n)]

    def samples(self, n, *, seed=None):
        """Random values of it."""
        import random

        gauss = random.gauss if seed is None else random.Random(seed).gauss
        return [gauss(self._mu, self._sigma) for _ in range(n)]

    def overlap(self, other):
        """How much two distributions have in common, from 0 to 1."""
        from math import erf, fabs

        if not isinstance(other, NormalDist):
            raise TypeError('Expected another NormalDist instance')
        one, another = self, other
        if (another._sigma, another._mu) < (one._sigma, one._mu):
            one, another = another, one
        if not one.variance or not another.variance:
            raise StatisticsError('overlap() not defined when sigma is zero')
        difference = another.variance - one.variance
        distance = fabs(another._mu - one._mu)
        if not difference:
            return 1.0 - erf(distance / (2.0 * one._sigma * 1.4142135623730951))
        a = one._mu * another.variance - another._mu * one.variance
        b = one._sigma * another._sigma * sqrt(distance * distance + difference * log(another.variance / one.variance))
        left, right = (a + b) / difference, (a - b) / difference
        return 1.0 - (fabs(another.cdf(left) - one.cdf(left)) + fabs(another.cdf(right) - one.cdf(right)))

    def __pos__(self):
        return NormalDist(self._mu, self._sigma)

    def __neg__(self):
        return NormalDist(-self._mu, self._sigma)

    def __sub__(self, other):
        from math import hypot

        if isinstance(other, NormalDist):
            return NormalDist(self._mu - other._mu, hypot(self._sigma, other._sigma))
        return NormalDist(self._mu - other, self._sigma)

    def __rsub__(self, other):
        return -(self - other)

    def __truediv__(self, factor):
        return NormalDist(self._mu / factor, self._sigma / fabs(factor))

    def __add__(self, other):
        from math import hypot

        if isinstance(other, NormalDist):
            return NormalDist(self._mu + other._mu, hypot(self._sigma, other._sigma))
        return NormalDist(self._mu + other, self._sigma)

    __radd__ = __add__

    def __mul__(self, factor):
        return NormalDist(self._mu * factor, self._sigma * fabs(factor))

    __rmul__ = __mul__

    def __eq__(self, other):
        if not isinstance(other, NormalDist):
            return NotImplemented
        return self._mu == other._mu and self._sigma == other._sigma

    def __hash__(self):
        return hash((self._mu, self._sigma))

    def __repr__(self):
        return f'{type(self).__name__}(mu={self._mu!r}, sigma={self._sigma!r})'


# Wichura's algorithm AS 241: quotients of polynomials, for the middle, the sides and the far ends.
_MIDDLE = (
    (
        2.5090809287301226727e3,
        3.3430575583588128105e4,
        6.7265770927008700853e4,
        4.5921953931549871457e4,
        1.3731693765509461125e4,
        1.9715909503065514427e3,
        1.3314166789178437745e2,
        3.3871328727963666080e0,
    ),
    (
        5.2264952788528545610e3,
        2.8729085735721942674e4,
        3.9307895800092710610e4,
        2.1213794301586595867e4,
        5.3941960214247511077e3,
        6.8718700749205790830e2,
        4.2313330701600911252e1,
        1.0,
    ),
)
_SIDES = (
    (
        7.74545014278341407640e-4,
        2.27238449892691845833e-2,
        2.41780725177450611770e-1,
        1.27045825245236838258e0,
        3.64784832476320460504e0,
        5.76949722146069140550e0,
        4.63033784615654529590e0,
        1.42343711074968357734e0,
    ),
    (
        1.05075007164441684324e-9,
        5.47593808499534494600e-4,
        1.51986665636164571966e-2,
        1.48103976427480074590e-1,
        6.89767334985100004550e-1,
        1.67638483018380384940e0,
        2.05319162663775882187e0,
        1.0,
    ),
)
_ENDS = (
    (
        2.01033439929228813265e-7,
        2.71155556874348757815e-5,
        1.24266094738807843860e-3,
        2.65321895265761230930e-2,
        2.96560571828504891230e-1,
        1.78482653991729133580e0,
        5.46378491116411436990e0,
        6.65790464350110377720e0,
    ),
    (
        2.04426310338993978564e-15,
        1.42151175831644588870e-7,
        1.84631831751005468180e-5,
        7.86869131145613259100e-4,
        1.48753612908506148525e-2,
        1.36929880922735805310e-1,
        5.99832206555887937690e-1,
        1.0,
    ),
)


def _quotient(polynomials, x):
    above = below = 0.0
    for a, b in zip(*polynomials):
        above = above * x + a
        below = below * x + b
    return above, below


def _deviations(p):
    """How many deviations from the mean the point lies below which there is the share `p`."""
    q = p - 0.5
    if abs(q) <= 0.425:
        above, below = _quotient(_MIDDLE, 0.180625 - q * q)
        return above * q / below
    r = sqrt(-log(p if q <= 0.0 else 1.0 - p))
    above, below = _quotient(_SIDES, r - 1.6) if r <= 5.0 else _quotient(_ENDS, r - 5.0)
    return above / below if q >= 0.0 else -above / below
