class Data:
    def __set_name__(self, owner, name): self.name = name
    def __get__(self, instance, owner): return f'data {self.name} of {owner.__name__} {instance is None}'
    def __set__(self, instance, value): print('set', self.name, value)
    def __delete__(self, instance): print('delete', self.name)


class NonData:
    def __get__(self, instance, owner): return 'non-data'


class SetOnly:
    def __set__(self, instance, value): instance.__dict__['set_only'] = value * 2


class Owner:
    data = Data()
    non_data = NonData()
    set_only = SetOnly()


o = Owner()
print(o.data, Owner.data, o.non_data, type(o.set_only).__name__)
o.data = 1
del o.data
o.__dict__['data'] = 'hidden'
o.non_data = 'own'
o.set_only = 4
print(o.data, o.non_data, o.set_only)
del o.non_data
print(o.non_data)
try:
    del o.set_only
except AttributeError as error:
    print(error)
Owner.data = 'replaced'
print(o.data, Owner.__dict__['non_data'].__class__.__name__)
