# The classes right below BaseException, in their order.
print([c.__name__ for c in BaseException.__subclasses__()][:5])
