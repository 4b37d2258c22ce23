class Key:
    def __init__(self, value):
        self.value = value

    def __eq__(self, other):
        print("comparing", self.value, other.value)
        return self.value == other.value

    def __hash__(self):
        return hash(self.value)


d = {Key(1): "one"}
print(d[Key(1)])
print(Key(2) in d)
d[Key(1)] = "uno"
print(len(d))
print(len({Key(5), Key(5), Key(6)}))


class Unhashable:
    def __eq__(self, other):
        return True


try:
    {Unhashable(): 1}
except TypeError as error:
    print(error)
print(Unhashable() == 5, Unhashable() != 5, [1] == [Unhashable()])
