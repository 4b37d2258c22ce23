f = lambda x: x + 1
g = lambda x: (
    x
    + 1
)
h = lambda: [
    1,
    2,
]
print(f(1), g(1), h())
print((lambda a,
       b=2:
       a + b)(1))
print(sorted([3, 1, 2],
             key=lambda n:
             -n))
pairs = [
    lambda: 1,
    lambda: 2,
]
print([p() for p in pairs])
k = lambda: 1 if f(0) else 2
print(k())
