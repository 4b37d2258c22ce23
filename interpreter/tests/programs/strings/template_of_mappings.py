"""`string.Template` with mappings that have a `__missing__`, with keywords before them; its flags."""

import re
from string import Template


class Missing(dict):
    def __missing__(self, key):
        return f"<{key}>"


class Percent(Template):
    delimiter = "%"


class Strict(Template):
    flags = 0


class Own(Template):
    pattern = r"""
    (?P<escaped>@@)|@(?P<named>\w+)|@<(?P<braced>\w+)>|(?P<invalid>@)"""


print(Template("$a ${b}").substitute(Missing()))
print(Template("$a ${b}").substitute(Missing(), b=3))
print(Template("$a ${b}").safe_substitute(Missing(a=1), b=3))
print(Template("$mapping $self").substitute(mapping=1, self=2))
print(Template.flags, Template.flags is re.IGNORECASE, Strict.flags, Percent.flags)
print(Percent("%a %{b} %% $c").substitute(a=1, b=2), Percent.pattern.flags)
print(Strict("$a $A").safe_substitute(a=1, A=2), Strict.pattern.flags)
print(Own("@@ @x @<y>").substitute({"x": 1}, y=2))
for text in "a $", "line\nline $1", "${a":
    try:
        Template(text).substitute(a=1)
    except ValueError as error:
        print(error)
try:
    Template("$a $b").substitute({"a": 1})
except KeyError as error:
    print("no", error)
