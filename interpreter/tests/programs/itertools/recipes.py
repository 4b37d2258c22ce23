from itertools import *
from operator import attrgetter, itemgetter, methodcaller, mul


def sliding(items, size):
    window = list(islice(items := iter(items), size))
    yield tuple(window)
    for item in items:
        window = window[1:] + [item]
        yield tuple(window)


print(list(sliding('abcde', 3)), list(pairwise('abc')), list(accumulate([1, 2, 3, 4], mul)), list(accumulate([1, 2], initial=10)))
for key, group in groupby(sorted([('a', 2), ('b', 1), ('a', 1)]), key=itemgetter(0)):
    print(key, list(group))
print(list(zip_longest('abc', [1], fillvalue='-')), list(starmap(pow, [(2, 3), (3, 2)])), list(compress('abcd', [1, 0, 1])))
print(list(product('ab', repeat=2)), list(permutations('abc', 2)), list(combinations('abc', 2)), list(combinations_with_replacement('ab', 2)))
one, other = tee(iter([1, 2, 3]))
print(next(one), list(other), list(one), list(takewhile(lambda n: n < 3, count())), list(dropwhile(str.islower, 'abCd')), list(chain.from_iterable(['ab', 'c'])))
print(itemgetter(1, 0)('ab'), attrgetter('real', 'imag')(3), methodcaller('split', ',')('a,b'), itemgetter(1), list(islice(cycle('ab'), 5)))
