b = b"hello"
print(b, b[0], b[1:3], len(b), list(b), b + b"!", b * 2, b.upper(), b.hex(), b.decode())
print(bytes(3), bytes([65, 66]), bytes("é", "utf-8"), b"\x00\xff'\"", b"a" in b"abc", 97 in b"abc", b"a,b".split(b","))
print(b"abc" == b"abc", b"abc" == "abc", b"ab" < b"b", hash(b"x") == hash(b"x"))
try:
    b + "x"
except TypeError as error:
    print(error)
try:
    b[0] = 1
except TypeError as error:
    print(error)
try:
    bytes([300])
except ValueError as error:
    print(error)
