def show(*thunks):
    for thunk in thunks:
        try:
            print(repr(thunk()))
        except BaseException as error:
            print(type(error).__name__, error)


import types, collections, json, copy
from collections import UserDict, ChainMap, OrderedDict, defaultdict, Counter
from collections.abc import Mapping
P = types.MappingProxyType
class Mp(Mapping):
    def __getitem__(s, k): return {'a': 1, 'b': 2}[k]
    def __iter__(s): return iter('ab')
    def __len__(s): return 2
class G:
    def __getitem__(s, k): return k
class DD(dict):
    def __missing__(s, k): return 'mi'
for x in (UserDict(a=1), ChainMap({'a': 1}), OrderedDict(a=1), defaultdict(int, a=1), Counter('aab'), Mp(), DD(a=1), P(UserDict(a=1)), [1], (1,), 'ab', 5, None, range(3), int, collections.deque(), iter([])):
    print(type(x).__name__)
    show(
        lambda: P(x),
        lambda: type(P(x)),
        lambda: P(x)['a'],
        lambda: P(x)['zz'],
        lambda: len(P(x)),
        lambda: list(P(x)),
        lambda: 'a' in P(x),
        lambda: P(x).get('a'),
        lambda: P(x).get('q', 5),
        lambda: P(x).keys(),
        lambda: list(P(x).items()),
        lambda: list(P(x).values()),
        lambda: P(x).copy(),
        lambda: P(x) == x,
        lambda: P(x) == {'a': 1},
        lambda: str(P(x)),
        lambda: hash(P(x)),
        lambda: bool(P(x)),
        lambda: isinstance(P(x), Mapping),
        lambda: isinstance(P(x), P),
        lambda: iter(P(x)).__next__(),
        lambda: P(x) != x,
        lambda: P(x) < x,
        lambda: '%(a)s' % P(x),
        lambda: P(P(x)),
    )
    def s(): P(x)['a'] = 1
    def d(): del P(x)['a']
    def io():
        p = P(x); p |= {'r': 1}; return p
    def m():
        match P(x):
            case {'a': v, **r}: return v, r
            case _: return 'no'
    def at(): P(x).zork
    def sa(): P(x).zork = 1
    show(s, d, io, m, at, sa)
u = UserDict(a=1); p = P(u); u['b'] = 2; show(lambda: p, lambda: len(p)); u.data = {}; show(lambda: p)
o = OrderedDict(a=1, b=2); p = P(o); o.move_to_end('a'); show(lambda: p, lambda: list(p), lambda: p.keys())
