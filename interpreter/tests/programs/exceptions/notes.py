error = ValueError("text")
print(hasattr(error, "__notes__"))
error.add_note("a")
error.add_note("b")
print(error.__notes__, error)
try:
    error.add_note(5)
except TypeError as problem:
    print(problem)
