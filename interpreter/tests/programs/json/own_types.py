import json
from datetime import date


class Encoder(json.JSONEncoder):
    def default(self, value):
        if isinstance(value, (set, frozenset)):
            return sorted(value)
        if isinstance(value, date):
            return {'date': value.isoformat()}
        return super().default(value)


def revive(found):
    return date.fromisoformat(found['date']) if 'date' in found else found


text = json.dumps({'days': {3, 1, 2}, 'born': date(2024, 2, 29)}, cls=Encoder)
print(text)
revived = json.loads(text, object_hook=revive)
print(revived['days'], revived['born'].day)
print(json.loads('{"a": 1, "b": 2}', object_pairs_hook=list), json.loads('[1.10]', parse_float=str))
print(json.dumps([object], default=lambda value: value.__name__))
for wrong in ({1, 2}, {(1, 2): 3}, b'bytes'):
    try:
        json.dumps(wrong)
    except TypeError as error:
        print(error)
circle = []
circle.append(circle)
try:
    json.dumps(circle)
except ValueError as error:
    print(error)
