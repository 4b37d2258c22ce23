from itertools import accumulate, pairwise, zip_longest
import operator

print(list(accumulate([1, 2, 3, 4])), list(accumulate([3, 1, 2], max)), list(accumulate([1, 2], initial=10)))
print(list(accumulate([1, 2, 3], operator.mul)), list(accumulate([])))
print(list(pairwise("abcd")), list(pairwise([1])))
print(list(zip_longest("ab", [1], fillvalue="-")), list(zip_longest([1, 2], "abc")), list(zip_longest()))
try:
    list(zip("ab", [1], strict=True))
except ValueError as error:
    print(error)
