##### learners: unclosed call
print("hello"
x = 1
##### learners: unclosed list over lines
xs = [
    1,
    2

def f():
    pass
##### learners: unclosed dictionary
d = {'a': 1,
     'b': 2
print(d)
##### learners: unclosed at the end
x = (
##### learners: unclosed brace in a function
def f():
    return {
##### learners: extra closing
print(1))
##### learners: extra closing bracket
x = 1]
##### learners: wrong closing
x = (1, 2]
##### learners: wrong closing on a later line
x = [1,
     2,
     3)
##### learners: equals in if
if x = 3:
    pass
##### learners: equals in while
while x.y = 3:
    pass
##### learners: equals with a call
if f() = 3:
    pass
##### learners: equals in a condition
if x == 1 and y = 2:
    pass
##### learners: equals in elif
if x:
    pass
elif y = 2:
    pass
##### learners: print statement
print "hello"
##### learners: print of a name
print x
##### learners: print of an expression
print x + 1, y
##### learners: exec statement
exec "x = 1"
##### learners: print in a function
def f():
    print 'a'
##### learners: curly quotes
print(“hello”)
##### learners: curly single quotes
x = ‘a’
##### learners: long dash
x = 3 – 2
##### learners: a space that is none
x = 1
y = 2
##### learners: zero width space
x​ = 1
##### learners: euro
price = €3
##### learners: arrow
x → y
##### learners: semicolon of another script
x = 1；
##### learners: full-width parenthesis
print（1）
##### learners: leading zero
x = 012
##### learners: leading zeros of a date
d = date(2023, 01, 05)
##### learners: assign to None
None = 3
##### learners: assign to True
True = 1
##### learners: assign to a number
1 = x
##### learners: assign to a string
'a' = x
##### learners: assign to a call
f(x) = 3
##### learners: assign to a sum
x + 1 = y
##### learners: assign to a comparison
x == 1 = y
##### learners: assign to a lambda
lambda: x = 1
##### learners: assign to an f-string
f'{x}' = 1
##### learners: assign to a conditional
x if y else z = 1
##### learners: assign to a tuple of numbers
(a, 1) = x
##### learners: assign to a list with a call
[a, f()] = x
##### learners: assign twice
x = f() = 1
##### learners: assign in a comprehension
[x for x in y] = 1
##### learners: missing colon after if
if x
    pass
##### learners: missing colon after else
if x:
    pass
else
    pass
##### learners: missing colon after elif
if x:
    pass
elif y
    pass
##### learners: missing colon after while
while True
    pass
##### learners: missing colon after for
for i in range(3)
    print(i)
##### learners: missing colon after def
def f()
    pass
##### learners: missing colon after class
class A
    pass
##### learners: missing colon after class with bases
class A(B)
    pass
##### learners: missing colon after try
try
    pass
except E:
    pass
##### learners: missing colon after except
try:
    pass
except E
    pass
##### learners: missing colon after bare except
try:
    pass
except
    pass
##### learners: missing colon after finally
try:
    pass
finally
    pass
##### learners: missing colon after with
with a as b
    pass
##### learners: missing colon after with in parentheses
with (a as b, c as d)
    pass
##### learners: missing colon after match
match x
    case 1: pass
##### learners: missing colon after case
match x:
    case 1
        pass
##### learners: missing colon after lambda
f = lambda x x
##### learners: missing colon after a dictionary key
d = {'a' 1}
##### learners: missing dictionary value
d = {'a': , 'b': 2}
##### learners: missing dictionary value at the end
d = {'a': 1, 'b':}
##### learners: key without value
d = {'a': 1, 'b'}
##### learners: forgotten comma in a list
x = [1 2]
##### learners: forgotten comma in a list over lines
x = [
    'a',
    'b'
    c,
]
##### learners: forgotten comma in a call
f(a b)
##### learners: forgotten comma between arguments over lines
f(a=1,
  b=2
  c=3)
##### learners: forgotten comma in a dictionary
d = {'a': 1 'b': 2}
##### learners: forgotten comma in a subscript
x[1 2]
##### learners: forgotten operator
x = 1 2
##### learners: forgotten operator with names
x = a b
##### learners: forgotten quotes
print(hello world)
##### learners: forgotten parentheses of a call
raise ValueError "no"
##### learners: plus plus
x++
##### learners: plus plus in a loop
for i in x:
    i++
##### learners: c-style and
if a && b:
    pass
##### learners: c-style or
if a || b:
    pass
##### learners: c-style not
if !a:
    pass
##### learners: ternary of C
x = a ? b : c
##### learners: else if
if a:
    pass
else if b:
    pass
##### learners: arrow function
f = x => x + 1
##### learners: not equal of SQL
if a <> b:
    pass
##### learners: equals the wrong way round
if a => b:
    pass
##### learners: dollar
$x = 1
##### learners: backtick
x = `y`
##### learners: question mark
x?
##### learners: function with braces
function f() {
}
##### learners: braces of C
if x {
    y
}
##### learners: keyword as a name
class = 3
##### learners: keyword as an argument
f(class=1)
##### learners: keyword as a parameter
def f(from): pass
##### learners: keyword as an attribute
x.import
##### learners: keyword imported
import for
##### learners: name with a dash
my-name = 3
##### learners: name with a leading digit
2x = 3
##### learners: number with a unit
x = 5px
##### learners: number with spaces
x = 1 000
##### learners: number with commas and a name
x = 1,000 a
##### learners: unterminated string
x = 'abc
##### learners: unterminated string with an apostrophe
x = 'it's'
##### learners: unterminated double quote
print("a)
##### learners: unterminated triple quotes
def f():
    """doc
    return 1
##### learners: mixed quotes
x = "abc'
##### learners: backslash before the closing quote
p = 'C:\'
##### learners: backslash then something
x = 1 + \ 2
##### learners: backslash at the end
x = 1 + \
##### learners: windows path
p = 'C:\Users\x'
##### learners: comma for dot
print(x,)
print x,
##### learners: def without parentheses
def f:
    pass
##### learners: def without a name
def (x):
    pass
##### learners: call of a keyword
x = yield(1) +
##### learners: return out of a function
return 1
##### learners: return out of a function, indented
if x:
    return
##### learners: yield out of a function
yield 1
##### learners: await out of a function
await f()
##### learners: await in a plain function
def f():
    await g()
##### learners: break out of a loop
break
##### learners: break in a function in a loop
for i in x:
    def f():
        break
##### learners: continue out of a loop
if x:
    continue
##### learners: else of a loop that breaks
for i in x:
    pass
else:
    break
##### learners: else without if
else:
    pass
##### learners: elif after else
if a:
    pass
else:
    pass
elif b:
    pass
##### learners: except without try
except E:
    pass
##### learners: try without except
try:
    x = 1
y = 2
##### learners: try without except at the end
try:
    x = 1
##### learners: else and finally without except
try:
    x = 1
else:
    y = 1
finally:
    z = 1
##### learners: else without except
try:
    x = 1
else:
    y = 1
##### learners: case out of a match
case 1:
    pass
##### learners: import with a path
import a/b
##### learners: import with quotes
import 'a'
##### learners: from without import
from a
##### learners: from import nothing
from a import
##### learners: import with a trailing comma
from a import b,
##### learners: import star in a function
def f():
    from a import *
##### learners: incomplete def
def
##### learners: incomplete for
for
##### learners: incomplete assignment
x =
##### learners: incomplete sum
x = 1 +
##### learners: incomplete import
import
##### learners: incomplete attribute
x.
##### learners: incomplete comparison
if x ==:
    pass
##### learners: incomplete lambda
f = lambda
##### learners: incomplete subscript
x[
##### learners: empty subscript
x[]
##### learners: empty condition
if :
    pass
##### learners: for without in
for i range(3):
    pass
##### learners: for over nothing
for i in :
    pass
##### learners: for with a number
for 1 in x:
    pass
##### learners: for with a call
for f() in x:
    pass
##### learners: conditional without else
x = 1 if y
##### learners: conditional with a colon
x = 1 if y else: 2
##### learners: del of a call
del f()
##### learners: del of a number
del 1
##### learners: del of a sum
del a + b
##### learners: del in parentheses
del (a, f())
##### learners: global at the end
def f():
    x = 1
    global x
##### learners: global after use
def f():
    print(x)
    global x
##### learners: two statements on a line
x = 1 y = 2
##### learners: two statements, one compound
x = 1 if y: pass
##### learners: statement after a colon
if x: y = 1; if z: w
##### learners: decorator of nothing
@a
x = 1
##### learners: decorator at the end
@a
##### learners: class with square brackets
class A[B]:
    pass
##### learners: type alias
type X = int
##### learners: f-string with the same quotes
f'{x['a']}'
##### learners: walrus at the top
x := 3
##### learners: walrus of an attribute
(x.y := 3)
##### learners: walrus of a subscript
(x[0] := 3)
##### learners: walrus of a number
(1 := 3)
##### learners: star at the top
*x
##### learners: star assigned
x = *y
##### learners: star alone as a target
*x = y
##### learners: double star in a list
x = [**y]
##### learners: positional after keyword
f(a=1, 2)
##### learners: positional after unpacking
f(**a, b)
##### learners: star after double star
f(**a, *b)
##### learners: repeated keyword
f(a=1, a=2)
##### learners: keyword is an expression
f(a.b=1)
##### learners: keyword is a string
f('a'=1)
##### learners: keyword is None
f(None=1)
##### learners: generator among arguments
f(x for x in y, 1)
##### learners: generator as a later argument
f(1, x for x in y)
##### learners: default before none
def f(a=1, b):
    pass
##### learners: repeated parameter
def f(a, b, a):
    pass
##### learners: parameter in parentheses
def f((a, b)):
    pass
##### learners: parameter is a number
def f(1):
    pass
##### learners: parameter is a string
def f('a'):
    pass
##### learners: star without a name
def f(*):
    pass
##### learners: two stars
def f(*a, *b):
    pass
##### learners: double star first
def f(**a, b):
    pass
##### learners: default missing
def f(a=):
    pass
##### learners: slash first
def f(/, a):
    pass
##### learners: slash twice
def f(a, /, b, /):
    pass
##### learners: slash after star
def f(*, a, /):
    pass
##### learners: star default
def f(*a=1):
    pass
##### learners: double star default
def f(**a=1):
    pass
##### learners: lambda with parentheses
lambda (x, y): x
##### learners: lambda repeated parameter
lambda x, x: x
