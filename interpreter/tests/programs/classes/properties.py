class Celsius:
    def __init__(self, degrees):
        self.degrees = degrees

    @property
    def fahrenheit(self):
        return self.degrees * 9 / 5 + 32

    @fahrenheit.setter
    def fahrenheit(self, value):
        self.degrees = (value - 32) * 5 / 9

    @property
    def frozen(self):
        return self.degrees <= 0


c = Celsius(100)
print(c.fahrenheit)
c.fahrenheit = 32
print(c.degrees, c.frozen)
try:
    c.frozen = False
except AttributeError as error:
    print(error)
try:
    del c.fahrenheit
except AttributeError as error:
    print(error)
