class Animal:
    sound = "..."

    def __init__(self, name):
        self.name = name

    def speak(self):
        return f"{self.name} says {self.sound}"


class Dog(Animal):
    sound = "woof"


class Puppy(Dog):
    def __init__(self, name, age):
        super().__init__(name)
        self.age = age

    def speak(self):
        return super().speak() + f" ({self.age} weeks)"


for animal in Animal("thing"), Dog("Rex"), Puppy("Bit", 9):
    print(animal.speak())
print([c.__name__ for c in Puppy.__mro__])
print(issubclass(Puppy, Animal), isinstance(Dog("x"), Puppy), Puppy.__bases__ == (Dog,))
