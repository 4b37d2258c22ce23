import traceback


def fail():
    try:
        {}['key']
    except KeyError as error:
        raise RuntimeError('while looking') from error


try:
    fail()
except RuntimeError as error:
    error.add_note('a note')
    kept = traceback.TracebackException.from_exception(error)
print(''.join(kept.format()))
print(kept.exc_type, kept, kept.stack[-1].name, type(kept.__cause__).__name__)
print(list(kept.format_exception_only()))
print(''.join(traceback.format_exception(ExceptionGroup('several', [ValueError(1), TypeError(2)]))))
