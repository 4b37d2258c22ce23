a = 1; b = 2; print(a, b)
if a: b = 3; print(b)
for x in range(2): print(x); print(-x)
while a: a -= 1; print(a)
def f(x): y = x; return y
class C: a = 1; b = 2
try: 1 / 0
except ZeroDivisionError: print("z"); print("y")
else: print("never")
finally: print("f")
with type("M", (), {"__enter__": lambda s: 1, "__exit__": lambda *a: None})() as m: print(m); print(m)
print(f(1)); print(f(2))
if a: print("no")
elif b: print("elif")
else: print("else")
g = lambda: (1, 2); print(g())
