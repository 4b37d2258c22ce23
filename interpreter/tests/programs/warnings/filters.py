import warnings


def old():
    warnings.warn('old() is going away', DeprecationWarning, stacklevel=2)


old()
old()
for _ in range(3):
    warnings.warn('once a line')
with warnings.catch_warnings(record=True) as caught:
    warnings.simplefilter('always')
    old()
    warnings.warn('kept', RuntimeWarning)
print([(warning.category.__name__, str(warning.message), warning.lineno) for warning in caught])
with warnings.catch_warnings():
    warnings.simplefilter('error')
    try:
        old()
    except DeprecationWarning as error:
        print('raised:', error)
warnings.filterwarnings('ignore', message='.*quiet')
warnings.warn('be quiet')
warnings.warn('be loud', FutureWarning)
