"""HMAC, keys from passwords, and tokens."""
import hashlib
import hmac
import io
import secrets


def attempt(function, *args, **keywords):
    try:
        print(function(*args, **keywords))
    except Exception as error:
        print(type(error).__name__, error)


for name in ('md5', 'sha1', 'sha256', 'sha512', 'sha3_256', 'blake2s'):
    for key in (b'', b'key', b'k' * 200):
        made = hmac.new(key, b'message', name)
        print(made.name, made.digest_size, made.block_size, made.hexdigest(), hmac.digest(key, b'message', name) == made.digest())
made = hmac.new(b'key', digestmod=hashlib.sha256)
made.update(b'mess')
other = made.copy()
made.update(b'age')
print(made.hexdigest(), other.hexdigest(), hmac.HMAC(b'key', b'message', hashlib.sha1).hexdigest())
attempt(hmac.new, b'key', b'message')
attempt(hmac.new, 'key', b'message', 'md5')
attempt(hmac.new, b'key', 'message', 'md5')
attempt(hmac.new, b'key', b'message', 'no such')
attempt(hmac.digest, b'key', 'message', 'md5')
for one, two in [('a', 'a'), (b'a', bytearray(b'a')), (b'a', b'b'), ('a', b'a'), ('é', 'a'), (1, 1)]:
    attempt(hmac.compare_digest, one, two)

for name, password, salt, rounds, length in [('sha1', b'password', b'salt', 1, None), ('sha1', b'password', b'salt', 2, None),
                                             ('sha256', b'password' * 20, b'salt', 30, 100), ('sha512', b'', b'', 3, 5)]:
    print(hashlib.pbkdf2_hmac(name, password, salt, rounds, length).hex())
attempt(hashlib.pbkdf2_hmac, 'sha256', 'p', b's', 1)
attempt(hashlib.pbkdf2_hmac, 'sha256', b'p', b's', 0)
attempt(hashlib.pbkdf2_hmac, 'sha256', b'p', b's', 1, 0)
attempt(hashlib.pbkdf2_hmac, 5, b'p', b's', 1)
attempt(hashlib.pbkdf2_hmac, 'sha256', b'p', b's')
print(hashlib.file_digest(io.BytesIO(b'abc'), 'sha256').hexdigest(), hashlib.file_digest(io.BytesIO(b'abc'), hashlib.md5).hexdigest())

# What is drawn by chance: its form alone.
print(len(secrets.token_bytes()), len(secrets.token_hex(8)), len(secrets.token_urlsafe(16)), secrets.randbelow(1), secrets.choice('a'))
print(0 <= secrets.randbelow(10) < 10, 0 <= secrets.randbits(4) < 16, secrets.token_hex(4) != secrets.token_hex(4), secrets.token_bytes(0))
attempt(secrets.randbelow, 0)
attempt(secrets.compare_digest, b'a', b'a')
