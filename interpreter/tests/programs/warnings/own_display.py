import warnings


class Careful(UserWarning):
    pass


def show(message, category, filename, lineno, file=None, line=None):
    print(f'{category.__name__} in line {lineno}: {message}')


warnings.showwarning = show
warnings.warn('look', Careful)
warnings.warn(Careful('an object'))
print(warnings.formatwarning('text', Careful, 'file.py', 7, 'x = 1'), end='')
for wrong in (lambda: warnings.warn('x', int), lambda: warnings.simplefilter('loudly')):
    try:
        wrong()
    except (TypeError, AssertionError) as error:
        print(type(error).__name__, error)
