# __del__ is looked up and bound as every special method is.
class Callable:
    def __call__(self, *args):
        print('called with', len(args))


class Getter:
    def __get__(self, instance, owner):
        return lambda: print('got for', owner.__name__)


finalisers = {
    'static': staticmethod(lambda: print('static')),
    'of the class': classmethod(lambda cls: print('class', cls.__name__)),
    'property': property(lambda self: lambda: print('property of', type(self).__name__)),
    'builtin': print,
    'callable': Callable(),
    'descriptor': Getter(),
    'function': lambda self: print('function', type(self).__name__),
}
for name, finaliser in finalisers.items():
    print(name)
    type('Told', (), {'__del__': finaliser})()
print('end')
