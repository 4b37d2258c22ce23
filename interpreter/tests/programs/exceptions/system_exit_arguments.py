# What is written of a SystemExit that nobody catches is its `code`, whatever `str()` makes of it.
class Refused(SystemExit):
    def __init__(self, *args):
        super().__init__(*args)
        self.reason = "reason"

    def __str__(self):
        return "not this"


for error in [SystemExit(), SystemExit(1), SystemExit("text"), SystemExit(1, 2), Refused("a", "b"), Refused("a")]:
    print(repr(error.code), error.args, str(error))
error.code = "changed"
print(error.code, error.args)
raise Refused("message", 2)
