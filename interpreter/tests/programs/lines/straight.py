"""A docstring has a line of its own."""
x = 1
y = x + 1; z = y + 1

"a string that nobody uses"
42
x, y
if x: print("one line")
for n in 1, 2: print(n)
while x < 3: x += 1
def f(): return x
print(f())
class A: a = 1; b = 2
print(A.a)
