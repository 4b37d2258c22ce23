class Shows:
    def __getitem__(self, key): return key
    def __setitem__(self, key, value): print('set', key, value)
    def __delitem__(self, key): print('del', key)


s = Shows()
print(s[1], s[1:2], s[:], s[::], s[1, 2], s[1:2, ::3], s[...], s[..., 1], s[()], s[(1,)], s['a':'b'], s[-1:], s[(1, 2):3])
print(s[*[1, 2], 3], s[*'ab'], s[x := 5], x)
s[1:2] = 5
s[..., 0], s['a'] = 1, 2
del s[::2], s[1]
s[0] += 1
items = list(range(10))
items[2:5] = 'xyz'
items[::4] = 'ABC'
del items[1::3]
print(items)
items[1:1] = (i for i in range(2))
items[-1:] = []
items[100:] = [7]
print(items, items[::-2], items[-3:-1], items[5:2])
for wrong in (lambda: items.__setitem__(slice(0, 4, 2), [1]), lambda: items[::0], lambda: items['a':], lambda: items[1.0], lambda: items[99],
              lambda: items.__setitem__(slice(0, 1), 5), lambda: {}[[]], lambda: slice(1, 2).indices(-1)):
    try:
        print(wrong())
    except Exception as error:
        print(type(error).__name__, error)
for part in (slice(None), slice(1, None), slice(-3, -1), slice(None, None, -1), slice(9, 1, -3), slice(-99, 99, 2)):
    print(part, part.indices(7), 'abcdefg'[part], (0, 1, 2, 3, 4, 5, 6)[part], range(0, 70, 10)[part], b'abcdefg'[part])
