def attempt(what):
    try:
        print(what())
    except Exception as error:
        print(type(error).__name__, error)


class Cat:
    def speak(self): return 'meow'


class Dog:
    def speak(self): return 'woof'


class Slotted: __slots__ = ('x',)
class Puppy(Dog): pass


pet = Cat()
pet.__class__ = Dog
print(pet.speak(), type(pet).__name__)
attempt(lambda: setattr(pet, '__class__', int))
attempt(lambda: setattr(pet, '__class__', 5))
attempt(lambda: setattr(pet, '__class__', Slotted))

Puppy.__bases__ = (Cat,)
print(Puppy().speak(), Puppy.__mro__, Dog.__subclasses__(), Cat.__subclasses__())
attempt(lambda: setattr(Puppy, '__bases__', ()))
attempt(lambda: setattr(Puppy, '__bases__', Cat))
attempt(lambda: setattr(Puppy, '__bases__', (3,)))
attempt(lambda: setattr(Cat, '__bases__', (Puppy,)))
attempt(lambda: setattr(Cat, '__bases__', (object,)))
attempt(lambda: setattr(Cat, '__name__', 5))
attempt(lambda: setattr(int, '__name__', 'integer'))
Cat.__name__, Cat.__qualname__, Cat.__module__ = 'Tiger', 'zoo.Tiger', 'elsewhere'
print(Cat, Puppy.__bases__)
