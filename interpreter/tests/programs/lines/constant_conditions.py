if True:
    print("true")
if False:
    print("never")
if 1 and 2:
    print("folded")
if not False:
    print("not false")
if None:
    print("never")
else:
    print("else")
while 0:
    print("never")
if __debug__:
    print("debug")
x = 1 if True else 2
y = True and 5
z = False or 6
if x and True:
    print("x")
if False or x:
    print("or x")
assert True
if True and x:
    pass
while True:
    if True:
        break
print(x, y, z)
if "text":
    print("string")
