"""Every algorithm of `hashlib`, fed at once and in pieces."""
import hashlib
import re


def attempt(function, *args, **keywords):
    try:
        print(re.sub('0x[0-9a-f]+', '0x…', repr(function(*args, **keywords))))
    except Exception as error:
        print(type(error).__name__, error)


text = 'The quick brown fox jumps over the lazy dog. ' * 20
for name in sorted(hashlib.algorithms_guaranteed):
    made = hashlib.new(name, b'abc')
    length = (20,) if name.startswith('shake') else ()
    print(name, made.name, made.digest_size, made.block_size, made.hexdigest(*length))
    pieces = getattr(hashlib, name)()
    for word in text.split(' '):
        pieces.update(word.encode())
    half = pieces.copy()
    half.update(b'!')
    print(pieces.hexdigest(*length), half.digest(*length))
    attempt(lambda: made)
    attempt(lambda: type(made))
    attempt(lambda: getattr(hashlib, name))
print(hashlib.shake_128(b'').hexdigest(300), hashlib.shake_256(b'x').digest(0))
print(hashlib.new('sha512_256', b'abc').hexdigest(), hashlib.new('SHA256').name, hashlib.new('sha-1').name)
print(hashlib.md5(bytearray(b'abc')).hexdigest(), hashlib.sha1(usedforsecurity=False).hexdigest(), hashlib.md5(string=b'abc').hexdigest())
print(hashlib.sha256(b'a') == hashlib.sha256(b'a'), sorted(hashlib.__all__))

attempt(hashlib.sha256, 'text')
attempt(hashlib.sha256, 5)
attempt(hashlib.sha256, b'', b'')
attempt(hashlib.sha256, data=b'')
attempt(hashlib.sha256().update, 'text')
attempt(hashlib.sha256().update, None)
attempt(hashlib.sha256().update)
attempt(hashlib.sha256().digest, 5)
attempt(hashlib.shake_128().digest)
attempt(hashlib.shake_128().hexdigest, 'a')
attempt(hashlib.new, 'no such')
attempt(hashlib.new, 5)
attempt(hashlib.new)
attempt(type(hashlib.sha256()))
attempt(setattr, hashlib.sha256(), 'name', 'x')
attempt(setattr, hashlib.sha256(), 'other', 'x')
hashlib.md5('not encoded')
