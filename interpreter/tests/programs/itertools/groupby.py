from itertools import groupby

for key, group in groupby("aaabbc"):
    print(key, list(group))
words = ["apple", "avocado", "bean", "corn", "cherry"]
print({key: list(group) for key, group in groupby(words, key=lambda w: w[0])})
print([(k, len(list(g))) for k, g in groupby([1, 1, 2, 1])])
groups = groupby("aab")
key, first = next(groups)
print(key, next(first))
key, second = next(groups)
print(key, list(first), list(second))
