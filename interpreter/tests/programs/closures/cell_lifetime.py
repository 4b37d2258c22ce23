class Loud:
    def __init__(self, name):
        self.name = name

    def __del__(self):
        print("gone:", self.name)


def keep():
    kept = Loud("kept")
    lost = Loud("lost")

    def reader():
        return kept.name

    print("leaving")
    return reader


reader = keep()
print("back")
print(reader())
del reader
print("end")
