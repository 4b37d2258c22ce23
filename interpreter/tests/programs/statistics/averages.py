from decimal import Decimal
from fractions import Fraction
from statistics import *

data = [2.75, 1.75, 1.25, 0.25, 0.5, 1.25, 3.5]
print(mean(data), fmean(data), median(data), mode(data), multimode('aabbc'), median_low([1, 2]), median_high([1, 2]))
print(stdev(data), pstdev(data), variance(data), pvariance(data), quantiles(data, n=4))
print(mean([1, 2]), mean([1, 3]), mean([Fraction(1, 2), 1]), mean([Decimal('0.5'), 1]), stdev([Decimal(1), Decimal(2), Decimal(4)]))
print(geometric_mean([54, 24, 36]), harmonic_mean([40, 60]), median_grouped([1, 2, 2, 3]))
print(correlation([1, 2, 3], [4, 5, 7]), covariance([1, 2, 3], [4, 5, 7]), linear_regression([1, 2, 3], [2, 4, 7]))
for attempt in (lambda: mean([]), lambda: stdev([1]), lambda: mode([]), lambda: geometric_mean([-1])):
    try:
        attempt()
    except StatisticsError as error:
        print(error)
