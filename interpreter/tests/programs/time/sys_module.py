import sys

print(sys.version_info[:2], sys.version_info >= (3, 8), sys.maxsize, sys.getrecursionlimit())
print("before", file=sys.stderr)
sys.stdout.write("written\n")
sys.stderr.write("to standard error\n")
print(sys.argv[1:], __name__, "sys" in sys.modules)
x = []
print(sys.getrefcount(x) > 0, sys.byteorder)
try:
    raise KeyError("k")
except KeyError:
    print(sys.exc_info()[0].__name__)
