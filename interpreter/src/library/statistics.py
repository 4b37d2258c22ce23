"""Averages, and how far values lie from them. Sums are exact: fractions inside, the values' own type at the end.

https://docs.python.org/3.11/library/statistics.html
"""

from fractions import Fraction
from math import exp, fsum, isfinite, log, sqrt

__all__ = [
    'NormalDist', 'StatisticsError', 'correlation', 'covariance', 'fmean', 'geometric_mean', 'harmonic_mean', 'linear_regression', 'mean',
    'median', 'median_grouped', 'median_high', 'median_low', 'mode', 'multimode', 'pstdev', 'pvariance', 'quantiles', 'stdev', 'variance',
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
        if isinstance(value, float) and not isfinite(value):
            return sum([float(one) for one in values])
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
    weights = [1] * len(values) if weights is None else list(weights)
    if len(weights) != len(values):
        raise StatisticsError('Number of weights does not match data size')
    for value in values:
        if value < 0:
            raise StatisticsError('harmonic mean does not support negative values')
        if value == 0:
            return 0
    if len(values) == 1:
        return values[0]
    total = Fraction(0)
    for value, weight in zip(values, weights):
        total += Fraction(weight) / Fraction(value)
    return _as(_sum(weights) / total, _kind(values))


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
    return _root(_square_deviations(values, xbar) / (len(values) - 1))


def pstdev(data, mu=None):
    """The root of the variance of all there are."""
    values = _list(data, 'pstdev')
    return _root(_square_deviations(values, mu) / len(values))


def _root(fraction):
    """The correctly rounded square root of a fraction."""
    from math import isqrt
    n, m = fraction.numerator, fraction.denominator
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

    def __add__(self, other):
        from math import hypot
        if isinstance(other, NormalDist):
            return NormalDist(self._mu + other._mu, hypot(self._sigma, other._sigma))
        return NormalDist(self._mu + other, self._sigma)

    __radd__ = __add__

    def __mul__(self, factor):
        return NormalDist(self._mu * factor, self._sigma * abs(factor))

    __rmul__ = __mul__

    def __eq__(self, other):
        if not isinstance(other, NormalDist):
            return NotImplemented
        return self._mu == other._mu and self._sigma == other._sigma

    def __hash__(self):
        return hash((self._mu, self._sigma))

    def __repr__(self):
        return f'{type(self).__name__}(mu={self._mu!r}, sigma={self._sigma!r})'
