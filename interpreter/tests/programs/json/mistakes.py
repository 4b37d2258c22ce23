import json

for text in ['', '[1,]', '{"a" 1}', "{'a': 1}", '[1 2]', '"open', '{"a": 1,}', 'nul', '[1, 2', '01', '"\\x"', '"line\nbreak"', '1 2']:
    try:
        print(json.loads(text))
    except json.JSONDecodeError as error:
        print(f'{text!r}: {error.msg} at {error.lineno}:{error.colno} ({error.pos})')
json.loads('{"ok": [1, 2,\n  oops]}')
