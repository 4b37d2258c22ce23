# Templates with patterns, delimiters and flags of their own.
import string
from string import Template

print(Template.delimiter, Template.idpattern, Template.braceidpattern, Template.flags)
print(Template.pattern.flags, Template.pattern.groups, Template.pattern.groupindex)


def t(f, *a, **k):
    try:
        print(f(*a, **k))
    except Exception as e:
        print(type(e).__name__, e)


class P(Template):
    delimiter = "%"


t(P("%x and %{y} and %%").substitute, x=1, y=2)


class I(Template):
    idpattern = "[a-z]+_[a-z]+"


t(I("$a_b $ab").safe_substitute, a_b=1, ab=2)
t(I("$a_b $ab").substitute, a_b=1, ab=2)


class B(Template):
    braceidpattern = "[a-z. ]+"


t(B("${a b} ${c.d} $x").substitute, {"a b": 1, "c.d": 2, "x": 3})


class F(Template):
    flags = 0


t(F("$A $a $b").safe_substitute, A=1, a=2, B=3)


class Bad(Template):
    pattern = r"(?P<named>x)"


t(Bad("x").substitute, x=1)
t(Bad("x").safe_substitute, x=1)


class Own(Template):
    pattern = r"""
      @(?:(?P<escaped>@)|(?P<named>[a-z]+)|\[(?P<braced>[a-z]+)\]|(?P<invalid>))
    """


t(Own("@@ @a @[b] c").substitute, a=1, b=2)
t(Own("@@ @a @[b] @").substitute, a=1, b=2)
t(Own("line\n@a @! x").substitute, a=1)
t(Own("@z @[y] @!").safe_substitute, a=1)
t(Template("$x ${y} $$ $ ").safe_substitute, x=1)
t(Template("$x\n ${y} $").substitute, x=1, y=2)
t(Template("$x").substitute)
t(Template("$x").substitute, {"x": 1}, x=2)
t(Template("$x").substitute, 1, 2)
t(Template("$x").substitute, 5)
t(Template("$self $mapping").substitute, self=1, mapping=2)
t(Template)
t(Template, 1, 2)
t(Template(5).substitute)
for x in (Template("$a ${b} $a $$ $"), Template("$a ${b} $a")):
    t(x.get_identifiers)
    t(x.is_valid)
t(Own("@a @[b] @@").get_identifiers)
t(Own("@a @").is_valid)
print(Own.pattern.pattern, Own.pattern.flags)


class Two(Own):
    pass


print(Two.pattern is Own.pattern, Two.pattern.pattern == Own.pattern.pattern)


class Three(Own):
    delimiter = "&"


t(Three("&a @a").safe_substitute, a=1)
