"""`except*`: a group of which a clause takes nothing goes on to the next one as it is."""


class Own(ExceptionGroup):
    def split(self, condition):
        print("split by", condition.__name__)
        return super().split(condition)

    def derive(self, parts):
        return Own(self.message, parts)


def second_clause(error):
    try:
        raise error
    except* OSError:
        print("never")
    except* Exception as caught:
        print(caught is error, caught.__suppress_context__, repr(caught.__context__), repr(caught))


def in_part(error):
    try:
        raise error
    except* OSError:
        print("never")
    except* KeyError as caught:
        print(caught is error, caught.__suppress_context__, repr(caught.__context__), repr(caught))


for make in (
    lambda: ExceptionGroup("two", [KeyError(1), ValueError(2)]),
    lambda: Own("own", [KeyError(1), Own("inner", [ValueError(2)])]),
    lambda: KeyError("alone"),
):
    second_clause(make())
    error = make()
    second_clause(error)
    second_clause(error)
    try:
        1 / 0
    except ZeroDivisionError:
        second_clause(make())
        try:
            in_part(make())
        except Exception as left:
            print("left", repr(left), left.__suppress_context__, repr(left.__context__))
    try:
        in_part(make())
    except Exception as left:
        print("left", repr(left), left.__suppress_context__, repr(left.__context__))
