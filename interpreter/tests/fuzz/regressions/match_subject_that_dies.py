async def h(n=1): return n
d=2
try:
    match h(1):
        case 1+2j if "str":
            h |= d
        case _:
            assert (-0.5)
except Exception as error: print(type(error).__name__, error)
print("end")
