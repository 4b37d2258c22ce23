def f(*args, **kwargs):
    pass


f(a=1, 2)
