# The classes right below BaseException, in their order.
for cls in BaseException.__subclasses__()[:5]:
    print(cls.__name__)
