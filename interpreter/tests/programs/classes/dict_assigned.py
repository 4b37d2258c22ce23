# What is assigned to __dict__ is what is read there, also where it is the object itself.
import collections


class AttrDict(dict):
    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.__dict__ = self


settings = AttrDict(debug=True)
print(settings.__dict__ is settings, type(settings.__dict__).__name__, vars(settings) is settings)
settings.level = 3
settings['name'] = 'x'
print(settings, settings.name, settings['level'])
del settings.debug
print(settings, hasattr(settings, 'debug'))


class Plain:
    pass


plain = Plain()
plain.old = 1
plain.__dict__ = ordered = collections.OrderedDict(z=1, a=2)
print(plain.__dict__ is ordered, plain.z, hasattr(plain, 'old'), vars(plain))
plain.__dict__ = table = AttrDict(a=2)
plain.b = 3
print(table, table.b, dir(plain)[-2:])
for wrong in (5, [('a', 1)], None):
    try:
        plain.__dict__ = wrong
    except TypeError as error:
        print(error)


def function():
    pass


function.__dict__ = AttrDict(kind='f')
print(function.kind, function.__dict__['kind'])

error = ValueError('v')
error.__dict__ = AttrDict(code=7)
print(error.code, type(error.__dict__).__name__)
