def hello(self):
    return f"hello from {self.name}"


Made = type("Made", (object,), {"name": "made", "hello": hello})
print(Made().hello(), Made.__name__, type(Made), type(type))
print(type(5) == int, type([]) is list, type(None).__name__)
print(isinstance(Made, type), Made.__mro__ == (Made, object))
print(sorted(vars(Made()).items()), getattr(Made, "name"))
setattr(Made, "name", "changed")
print(Made().name)
delattr(Made, "name")
print(hasattr(Made, "name"))
