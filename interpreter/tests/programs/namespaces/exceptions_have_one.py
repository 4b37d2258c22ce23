error = ValueError('bad')
error.code = 1
variables = error.__dict__
variables['extra'] = 2
error.third = 3
print(error.extra, variables, error.__dict__ is variables, vars(error))
error.__dict__ = {'only': True}
print(error.only, hasattr(error, 'code'))
error.add_note('noted')
print(error.__dict__)

for wrong in (lambda: None.attribute, lambda: undefined, lambda: {}['key']):
    try:
        wrong()
    except Exception as caught:
        print(type(caught).__name__, caught.__dict__, getattr(caught, 'name', '-'))


class Custom(Exception):
    def __init__(self, message, *, code):
        super().__init__(message)
        self.code = code


print(vars(Custom('x', code=5)), Custom('x', code=5).args)
try:
    error.__dict__ = 5
except TypeError as caught:
    print(caught)
