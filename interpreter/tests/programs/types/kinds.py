import types


def g():
    yield


async def c():
    pass


async def a():
    yield


co = c()
for thing, kind in [(g(), types.GeneratorType), (co, types.CoroutineType), (a(), types.AsyncGeneratorType), (g, types.FunctionType),
                    (lambda: 0, types.LambdaType), (len, types.BuiltinFunctionType), (types, types.ModuleType), (g.__code__, types.CodeType)]:
    print(kind.__name__, isinstance(thing, kind))
co.close()
n = types.SimpleNamespace(a=1, b="x")
n.c = [3]
print(n, n.a, n == types.SimpleNamespace(a=1, b="x", c=[3]))
print(type(None) is types.NoneType, types.MappingProxyType({"a": 1})["a"])


class A:
    def m(self):
        return "bound"


print(types.MethodType(A.m, A())(), type(A().m) is types.MethodType)
