# Wrong arguments: which function says what.
import itertools as it, sys


def t(f, *a, **k):
    try:
        r = f(*a, **k)
        print(list(it.islice(r, 8)) if hasattr(r, "__next__") else r)
    except Exception as e:
        print(type(e).__name__, e)


big = sys.maxsize + 1
for args in (
    (),
    ("abc",),
    ("abc", -1),
    ("abc", 1, -1),
    ("abc", 1, 2, 0),
    ("abc", 1, 2, -1),
    ("abc", "a"),
    ("abc", "a", 1),
    ("abc", 1, "a"),
    ("abc", 1, 2, "a"),
    ("abc", 1, 2, 3, 4),
    (5, 1),
    ("abc", None),
    ("abc", None, None, None),
    ("abc", 1.0),
    ("abc", 1, 2.0),
    ("abc", big),
    ("abc", 1, big),
    ("abc", 1, 2, big),
    ("abc", True),
    ("abc", None, 2),
    ("abc", 2, None),
    ("abcdef", 1, None, 2),
    ("abc", 2, 1),
    (5, -1),
    (5, "a"),
):
    t(it.islice, *args)
t(it.islice, "abc", stop=1)
t(it.islice, iterable="abc")
t(it.starmap)
t(it.starmap, print)
t(it.starmap, print, [1])
t(it.starmap, 5, [(1,)])
t(it.starmap, pow, [(1, 2), (3,)])
t(it.starmap, pow, 5)
t(it.starmap, max, ["ab", [1, 2]])
t(it.starmap, function=print, iterable=[])
t(it.starmap, print, [None])
t(it.starmap, print, [], 1)
t(it.count, "a")
t(it.count, 1, "a")
t(it.count, 1, 2, 3)
t(it.count, start=1, step=2)
t(it.count, foo=1)
t(it.count, 1.5, 0.5)
t(it.count, None)
t(it.count, 1j)
t(it.repeat)
t(it.repeat, 1, "a")
t(it.repeat, 1, -5)
t(it.repeat, 1, 2, 3)
t(it.repeat, object=1, times=2)
t(it.repeat, 1, 1.5)
t(it.repeat, 1, None)
t(it.repeat, 1, big)
t(it.cycle)
t(it.cycle, 5)
t(it.cycle, "a", "b")
t(it.cycle, "")
t(it.chain, 5)
t(it.chain, "a", 5)
t(it.chain, a=1)
t(it.chain.from_iterable)
t(it.chain.from_iterable, 5)
t(it.chain.from_iterable, [5])
t(it.chain.from_iterable, "a", "b")
t(it.compress)
t(it.compress, "a")
t(it.compress, 5, [1])
t(it.compress, "a", 5)
t(it.compress, data="ab", selectors=[0, 1])
t(it.compress, "a", [1], 1)
t(it.dropwhile)
t(it.dropwhile, 5, "a")
t(it.dropwhile, None, "a")
t(it.takewhile, None, "a")
t(it.takewhile, int, 5)
t(it.filterfalse, None, [0, 1])
t(it.filterfalse, 5, [1])
t(it.filterfalse)
t(it.takewhile, predicate=1, iterable=2)
t(it.accumulate)
t(it.accumulate, 5)
t(it.accumulate, [1, "a"])
t(it.accumulate, [1, 2], 5)
t(it.accumulate, [1, 2], initial=5)
t(it.accumulate, [1, 2], None, 3)
t(it.accumulate, [1], foo=1)
t(it.accumulate, iterable=[1, 2], func=max)
t(it.groupby)
t(it.groupby, 5)
t(it.groupby, "ab", 5)
t(it.groupby, "aab", key=None)
t(it.groupby, "a", str, 1)
t(it.groupby, "a", foo=1)
t(it.groupby, iterable="a")
t(it.product, 5)
t(it.product, "ab", repeat="a")
t(it.product, "ab", repeat=-1)
t(it.product, "ab", foo=1)
t(it.product, repeat=3)
t(it.product, "ab", repeat=0)
for f in (it.permutations, it.combinations, it.combinations_with_replacement):
    t(f)
    t(f, 5)
    t(f, "ab", -1)
    t(f, "ab", "a")
    t(f, "ab", 1, 2)
    t(f, iterable="ab", r=1)
    t(f, "ab", None)
    t(f, "ab", 5)
    t(f, "ab", 1.0)
    t(f, "abc")
t(it.tee)
t(it.tee, 5)
t(it.tee, "a", -1)
t(it.tee, "a", "b")
t(it.tee, "a", 0)
t(it.tee, "a", 1, 2)
t(it.tee, "a", n=2)
t(it.tee, iterable="a")
t(it.zip_longest, 5)
t(it.zip_longest, "a", 5)
t(it.zip_longest, "a", foo=1)
t(it.zip_longest, "ab", "c", fillvalue=0)
t(it.zip_longest)
t(it.pairwise)
t(it.pairwise, 5)
t(it.pairwise, "abc")
t(it.pairwise, "a", "b")
t(it.pairwise, iterable="a")
print(
    it.islice("abc", 2).__class__,
    it.count(3),
    it.count(1, 2),
    it.repeat(1),
    it.repeat(1, 3),
    it.count(1.5, 0.5),
    it.count(0, 1),
    it.count(step=-1),
)
for f in (it.islice, it.starmap, it.cycle, it.chain, it.tee, it.groupby):
    print(f, f.__module__, f.__name__)
