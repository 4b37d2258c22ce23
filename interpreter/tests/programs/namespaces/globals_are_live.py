variables = globals()
variables['made'] = 42
print(made)


def read(): return written_later


read.__globals__['written_later'] = 7
print(read(), variables is globals(), read.__globals__ is variables, type(variables), isinstance(variables, dict))
x = 1
print(variables['x'], 'x' in variables, variables.get('nothing'))
del variables['x']
try:
    x
except NameError as error:
    print(error)
variables.update(a=1, b=2)
print(a + b, variables.pop('a'), 'a' in globals(), variables.setdefault('c', []), c)
print(list(variables)[-5:])


def declare():
    global late
    late = 1


declare()
print(list(variables)[-1], len(variables) == len(list(variables)))
print(('late', 1) in globals().items(), 'late' in globals().keys())
copy = dict(variables)
copy['made'] = 0
print(made, {**variables}['made'], ({'z': 1} | variables)['made'])
try:
    for name in variables:
        variables['grown_' + name] = 1
except RuntimeError as error:
    print(error)
del made
print('made' in variables)
variables['__name__'] = 'renamed'
print(__name__)
