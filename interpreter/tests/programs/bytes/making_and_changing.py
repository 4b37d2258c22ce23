def attempt(what, *args, **keywords):
    try:
        print(repr(what(*args, **keywords)))
    except Exception as error:
        print(type(error).__name__, error)


for args in ((3,), ([1, 2],), ([256],), ([-1],), ('x',), ('é', 'utf-8'), ('é', 'ascii'), ('é', 'ascii', 'ignore'), (-1,), (1.5,), (None,), (['a'],), (range(3),), ()):
    attempt(bytes, *args)
    attempt(bytearray, *args)
a = bytearray(b'abc')
a.append(100); a.extend(b'ef'); a.insert(0, 64)
print(a, a.pop(), a.pop(0), a)
a.remove(98); a.reverse(); a[0] = 65; a[1:2] = b'XYZ'
print(a, a.copy() == a, a.copy() is a)
del a[0], a[::2]
a += b'++'; a *= 2
print(a, bytes(a), a == bytes(a), b'+' in a, 43 in a, a.index(43), a[-1], a[::-1])
for wrong in (lambda: a.append(256), lambda: a.append('x'), lambda: a.remove(5), lambda: a.__setitem__(0, 300), lambda: a.__setitem__(99, 3),
              lambda: a.__setitem__(slice(0, 1), 5), lambda: a.__setitem__(slice(0, 4, 2), b'xyz'), lambda: hash(a), lambda: b'a' + 'b',
              lambda: b'a' < 'a', lambda: int(b'zz'), lambda: b'\xff'.decode(), lambda: (300).to_bytes(1, 'big'), lambda: (-5).to_bytes(2, 'big')):
    attempt(wrong)
print(b'a' + bytearray(b'b'), bytearray(b'a') + b'b', b'a' == 'a', b'%d %s %a' % (1, b'x', 'é'), b'%5.1f|%-4x|' % (2.25, 255), int(b'12'), float(b' 1.5 '))
print(b'\xff\xfe'.decode('utf-8', 'replace'), b'a\xffb'.decode('ascii', 'backslashreplace'), b'\xe9'.decode('latin-1'), 'é€'.encode(), '€'.encode('utf-16-le'))
print((5).to_bytes(2, 'big'), (-5).to_bytes(2, 'little', signed=True), int.from_bytes(b'\x01\x02', 'big'), int.from_bytes([255], 'big', signed=True))
print(b"it's", b'"\'', b'\n\t\x00\\\x7f', str(b'a'), str(b'a', 'ascii'), list(b'ab'), sorted(b'ba'), [*bytearray(b'z')], {b'k': 1}[b'k'])


class Tagged(bytes):
    def __new__(cls, text): return super().__new__(cls, text.encode())
    def upper(self): return 'mine'


print(Tagged('x'), Tagged('x').upper(), Tagged('x').lower(), type(Tagged('xy')[:1]), Tagged('x') == b'x')
