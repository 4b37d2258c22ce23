class A:
    def __init__(self, n):
        self.n = n

    def __add__(self, other):
        return A(self.n + other.n)

    def __eq__(self, other):
        return self.n == other.n

    def __lt__(self, other):
        return self.n < other.n

    def __hash__(self):
        return hash(self.n)

    def __len__(self):
        return self.n

    def __bool__(self):
        return self.n > 0

    def __getitem__(self, i):
        if i >= self.n:
            raise IndexError
        return i

    def __contains__(self, x):
        return x == self.n

    def __iter__(self):
        return iter(range(self.n))

    def __call__(self):
        return self

    def __repr__(self):
        return f"A({self.n})"

    def __getattr__(self, name):
        return name


a, b = A(1), A(2)
print(a + b, a == b, a < b, len(b), bool(a), b[1], 2 in b)
if a:
    print("true")
while not a:
    pass
print(list(b), sorted([b, a]), max(a, b), {a: 1}[A(1)], a()(), a.anything, f"{a}", str(b))
for x in b:
    print(x)
x, y = b
print(not a, a and b, a is b, a != b)
