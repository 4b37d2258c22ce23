import json

data = {'name': 'Zoë', 'tags': ['a', 'b'], 'size': 1.5, 'ok': True, 'none': None, 'deep': {'x': [1, [2, [3]]]}}
text = json.dumps(data)
print(text, json.loads(text) == data)
print(json.dumps(data, ensure_ascii=False, sort_keys=True))
print(json.dumps(data, indent=2))
print(json.dumps([1, 2], separators=(',', ':')), json.dumps({}, indent=2), json.dumps({1: 2, None: 3, True: 4}))
print(json.dumps('tab\t "quote" \u2028 \U0001f600 /'), json.dumps([float('nan'), float('inf'), 1e100]))
