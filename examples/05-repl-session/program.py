>>> def countdown(n):
...     while n:
...         yield n
...         n -= 1
...
>>> g = countdown(3)
>>> next(g)
3
>>> list(g)
[2, 1]
>>> next(g)
Traceback (most recent call last):
  File "<stdin>", line 1, in <module>
StopIteration
>>> total = sum(countdown(4))
>>> total
10
>>> [n * n for n in countdown(3)]
[9, 4, 1]
>>> for word in "spam", "eggs":
...     word.upper()
...
'SPAM'
'EGGS'
>>> None
>>> _
'EGGS'
