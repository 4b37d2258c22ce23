# In the order in which variables came to be, not in that of the text.
def first_use():
    return later, earlier


later_by_text = None
earlier = 1
later = 2
print(first_use())
print(list(globals())[-4:])
del earlier
earlier = 3
print(list(globals())[-4:])
print(sorted(dir())[-4:])
print(vars() is globals(), locals() is globals())
