##### indentation: unexpected indent
x = 1
    y = 2
##### indentation: unexpected indent at the top
    x = 1
##### indentation: unexpected indent in a function
def f():
    x = 1
        y = 2
##### indentation: unexpected indent after a comment
# comment
  x = 1
##### indentation: missing block after if
if x:
y = 1
##### indentation: missing block after if at the end
if x:
##### indentation: missing block after else
if x:
    pass
else:
y = 1
##### indentation: missing block after elif
if x:
    pass
elif y:
z
##### indentation: missing block after while
while x:
y
##### indentation: missing block after for
for x in y:
z
##### indentation: missing block after def
def f():
x = 1
##### indentation: missing block after async def
async def f():
x = 1
##### indentation: missing block after class
class A:
x = 1
##### indentation: missing block after try
try:
x = 1
except E:
    pass
##### indentation: missing block after except
try:
    pass
except E:
x = 1
##### indentation: missing block after bare except
try:
    pass
except:
x
##### indentation: missing block after except star
try:
    pass
except* E:
x
##### indentation: missing block after finally
try:
    pass
finally:
x
##### indentation: missing block after with
with a as b:
x
##### indentation: missing block after with in parentheses
with (a as b, c):
x
##### indentation: missing block after async with
async def f():
    async with a:
    x
##### indentation: missing block after async for
async def f():
    async for x in y:
    z
##### indentation: missing block after match
match x:
case 1: pass
##### indentation: missing block after case
match x:
    case 1:
    pass
##### indentation: only a comment in a function
def f():
    # nothing
x = 1
##### indentation: only a comment at the end
def f():
    # nothing
##### indentation: nested missing block
class A:
    def f(self):

    def g(self):
        pass
##### indentation: docstring not indented
def f():
"""doc"""
##### indentation: dedent to nowhere
if x:
        a
    b
##### indentation: dedent to nowhere in a class
class A:
    def f(self):
        pass
  def g(self):
        pass
##### indentation: dedent by one space
def f():
    a
   b
##### indentation: tab then spaces
if x:
	a
        b
##### indentation: spaces then tab
if x:
        a
	b
##### indentation: tab inside spaces
def f():
    if x:
    	a
	b
##### indentation: tab and spaces that agree
if x:
	a
	b
if y:
    c
##### indentation: brackets hide indentation
x = [
1,
        2,
   3]
y = 1
##### indentation: continued line indents nothing
x = 1 + \
        2
##### indentation: form feed
x = 1
y = = 2
##### indentation: unindent with an open bracket
def f():
    x = (1,
y = 2
##### indentation: try block dedented
def f():
    try:
        x
  except E:
        y
