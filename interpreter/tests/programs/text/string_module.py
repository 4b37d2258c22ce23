import string
from string import Formatter, Template

print(Template('$who likes ${what}s, $$5').substitute(who='tim', what='kung pao'))
print(Template('$who and $whom').safe_substitute(who='a'), Template('$a ${b} $a').get_identifiers(), Template('$1').is_valid())
for attempt in (lambda: Template('$who').substitute(), lambda: Template('ok\n $ no').substitute()):
    try:
        attempt()
    except (KeyError, ValueError) as error:
        print(type(error).__name__, error)


class Percent(Template):
    delimiter = '%'
    idpattern = '[a-z]+_[a-z]+'


print(Percent('%with_underscore %notunderscored %%').safe_substitute(with_underscore='yes'))


class Shouting(Formatter):
    def convert_field(self, value, conversion):
        return str(value).upper() if conversion == 'u' else super().convert_field(value, conversion)

    def get_value(self, key, args, kwargs):
        return kwargs.get(key, f'<{key}>') if isinstance(key, str) else args[key]


print(Shouting().format('{0!u} {name} {missing} {1:>{width}}', 'a', 'b', name='n', width=4))
print(list(Formatter().parse('a {b!r:>{c}} {{d}}')), string.capwords('some of these'), string.ascii_lowercase[:5], string.punctuation)
