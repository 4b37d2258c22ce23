def caught_by(error):
    names = []
    for kind in (BaseException, Exception, ArithmeticError, LookupError, OSError, RuntimeError, ValueError):
        try:
            raise error
        except kind:
            names.append(kind.__name__)
        except BaseException:
            pass
    return names


for error in ZeroDivisionError(), KeyError(), RecursionError(), UnicodeError(), KeyboardInterrupt(), GeneratorExit(), StopIteration():
    print(type(error).__name__, caught_by(error))
