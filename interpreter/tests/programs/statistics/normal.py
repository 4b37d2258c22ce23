from statistics import NormalDist

heights = NormalDist(170, 10)
print(heights, heights.cdf(180), heights.pdf(170), heights.inv_cdf(0.975), heights.quantiles(4), heights.zscore(155))
print(heights + 5, heights * 2, heights - NormalDist(1, 10), -heights, heights.overlap(NormalDist(175, 8)))
print(NormalDist.from_samples([1, 2, 3, 4]), heights.samples(2, seed=1), heights.mean, heights.variance)
