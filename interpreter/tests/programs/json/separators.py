# Separators are texts; the classes stand in modules of their own.
import json


def t(function):
    try:
        print(function())
    except Exception as error:
        print(type(error).__name__, error)


for separators in ((1, 2), (',', 5), 5, 'ab', (',', ':'), ('a', 'b', 'c')):
    for value in ([1, 2], {'a': 1}, 5):
        t(lambda: json.dumps(value, separators=separators))
t(lambda: json.dumps([1, 2], separators=(' ; ', ' = '), indent=1))
print(json.JSONDecoder, json.JSONEncoder, json.JSONDecodeError, json.JSONEncoder.__module__)
