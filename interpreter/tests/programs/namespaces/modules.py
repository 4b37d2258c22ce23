import math
import sys
import types

vars(math)['tau_squared'] = math.tau ** 2
print(math.tau_squared > 39, math.__dict__['pi'] is math.pi, vars(math) is math.__dict__)
math.answer = 42
print(math.__dict__['answer'])
del math.__dict__['answer']
print(hasattr(math, 'answer'))

main = sys.modules['__main__']
main.from_outside = 5
print(from_outside, vars(main) is globals(), main.__dict__ is globals())

made = types.ModuleType('made', 'its text')
made.x = 1
made.__dict__['y'] = 2
print(made, made.x + made.y, made.__doc__, [name for name in vars(made) if not name.startswith('__')])
made.__getattr__ = lambda name: f'no {name} here'
print(made.z, made.x)
del made.__getattr__
try:
    made.z
except AttributeError as error:
    print(error)
try:
    made.__dict__ = {}
except AttributeError as error:
    print(error)
