def outer():
    def inner(n):
        try:
            if n == 0: return fa + la
            if n == 1: return la + fa
            if n == 2: return fa(la)
            if n == 3: return [la, fa]
            if n == 4: fa.x = la
            if n == 5: la.nope(fa)
            if n == 6: ''.nope(fa)
            if n == 7: fa += 1
        except Exception as e: return type(e).__name__, str(e)
        la = 1
    for n in range(7): print(n, inner(n))
    fa = 1
def outer2():
    def inner():
        nonlocal fa
        try: fa += la
        except Exception as e: return str(e)
        la = 1
    print(inner())
    fa = 1
outer()
outer2()
class K:
    try: x = y + z
    except NameError as e: print(e)
    try: ''.nope(y)
    except Exception as e: print(e)
    try: del y
    except Exception as e: print(e)
    y = 1
try: u + v
except NameError as e: print(e)
try: ''.nope(u)
except Exception as e: print(e)
try: del u
except Exception as e: print(e)
