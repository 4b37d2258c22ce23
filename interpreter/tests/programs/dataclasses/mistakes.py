from dataclasses import dataclass, field, make_dataclass

attempts = [
    lambda: dataclass(type('A', (), {'__annotations__': {'a': list}, 'a': []})),
    lambda: dataclass(type('A', (), {'__annotations__': {'a': int, 'b': int}, 'a': 1})),
    lambda: field(default=1, default_factory=int),
    lambda: make_dataclass('A', ['x', 'x']),
    lambda: make_dataclass('A', ['class']),
    lambda: dataclass(order=True, eq=False)(type('A', (), {})),
]
for attempt in attempts:
    try:
        attempt()
    except (TypeError, ValueError) as error:
        print(f'{type(error).__name__}: {error}')
