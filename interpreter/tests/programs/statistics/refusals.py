# What averages refuse.
import statistics
from decimal import Decimal


def t(function):
    try:
        print(function())
    except Exception as error:
        print(type(error).__name__, error)


t(lambda: statistics.harmonic_mean(['a']))
t(lambda: statistics.harmonic_mean([5]))
t(lambda: statistics.harmonic_mean([-5]))
t(lambda: statistics.harmonic_mean([Decimal(5)]))
t(lambda: statistics.harmonic_mean([1, 2], [0, 0]))
t(lambda: statistics.harmonic_mean([1], [0]))
t(lambda: statistics.harmonic_mean([1], [-1]))
t(lambda: statistics.harmonic_mean([1, 2], [-1, 0]))
t(lambda: statistics.harmonic_mean([0, 1], [0, 0]))
t(lambda: statistics.harmonic_mean([0, 1], [0, 3]))
t(lambda: statistics.harmonic_mean([0, -1]))
t(lambda: statistics.harmonic_mean([]))
t(lambda: statistics.harmonic_mean([40, 60], weights=[5, 30]))
t(lambda: statistics.median_grouped(['a', 'b', 'c']))
t(lambda: statistics.median_grouped([1, 2], interval='a'))
t(lambda: statistics.median_grouped([1, 2, 3]))
t(lambda: statistics.NormalDist(1, 2) * statistics.NormalDist(1, 2))
t(lambda: statistics.NormalDist(1, 2) / 4)
