"""Decoders of the program's own, the module's parts, bytes in several encodings."""

import json


class Quiet:
    def decode(self, text):
        return 'mine ' + text


class Told:
    def __init__(self, **options):
        print(sorted(options))

    def decode(self, text):
        return text


print(json.loads('x', cls=Quiet), json.loads('y', cls=Told, object_hook=int), json.loads('z', cls=Told, strict=False))
try:
    json.loads('{bad')
except json.decoder.JSONDecodeError as error:
    print(error, error.pos)
print(json.decoder.JSONDecoder is json.JSONDecoder, json.encoder.JSONEncoder is json.JSONEncoder)
for encoding in ('utf-8', 'utf-8-sig', 'utf-16', 'utf-16-le', 'utf-16-be', 'utf-32', 'utf-32-le', 'utf-32-be'):
    try:
        data = '["é", 1]'.encode(encoding)
    except LookupError:
        data = b'\xef\xbb\xbf["\xc3\xa9", 1]'
    print(encoding, json.loads(data))
try:
    json.loads('\ufeff[1]')
except ValueError as error:
    print(error)
