class AppError(Exception):
    """Base."""


class NotFound(AppError):
    def __init__(self, what, where="here"):
        super().__init__(what, where)
        self.what = what
        self.where = where

    def __str__(self):
        return f"{self.what} is not {self.where}"


try:
    raise NotFound("key", where="in the drawer")
except AppError as error:
    print(error, repr(error), error.args, error.what)

for error in Exception(), Exception("one"), Exception("one", 2), KeyError("k"), StopIteration(5):
    print(str(error) or "(empty)", repr(error), error.args)

try:
    raise NotFound
except TypeError as error:
    print(error)
