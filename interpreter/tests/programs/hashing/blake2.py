"""BLAKE2 with all its parameters."""
import hashlib


def attempt(function, *args, **keywords):
    try:
        print(function(*args, **keywords).hexdigest())
    except Exception as error:
        print(type(error).__name__, error)


for kind in (hashlib.blake2b, hashlib.blake2s):
    print(kind, kind.SALT_SIZE, kind.PERSON_SIZE, kind.MAX_KEY_SIZE, kind.MAX_DIGEST_SIZE)
    for keywords in [{}, {'digest_size': 1}, {'digest_size': 20}, {'key': b'secret'}, {'key': b'k' * 32}, {'salt': b'salt'}, {'person': b'me'},
                     {'salt': b's' * 8, 'person': b'p' * 8, 'key': b'k', 'digest_size': 17}, {'fanout': 0, 'depth': 255},
                     {'fanout': 2, 'depth': 2, 'leaf_size': 4096, 'node_offset': 1, 'node_depth': 1, 'inner_size': 32, 'last_node': True},
                     {'leaf_size': 2**32 - 1, 'node_offset': 2**48 - 1}, {'usedforsecurity': False}]:
        attempt(kind, b'message', **keywords)
        attempt(kind, b'm' * 1000, **keywords)
    for keywords in [{'digest_size': 0}, {'digest_size': 65}, {'digest_size': 'a'}, {'digest_size': 2**70}, {'key': b'k' * 65}, {'key': 'k'},
                     {'salt': b's' * 17}, {'person': b'p' * 17}, {'fanout': 256}, {'fanout': -1}, {'depth': 0}, {'depth': 256}, {'leaf_size': -1},
                     {'leaf_size': 2**32}, {'node_offset': -1}, {'node_offset': 2**64}, {'node_depth': 256}, {'inner_size': 65}, {'other': 1}]:
        attempt(kind, b'message', **keywords)
    attempt(kind, 'text')
    attempt(kind, b'', b'')
    made = kind(b'abc', digest_size=10)
    again = made.copy()
    again.update(b'd')
    print(made.name, made.digest_size, made.block_size, made.digest(), again.hexdigest())
try:
    hashlib.blake2s(node_offset=2**48)
except OverflowError as error:
    print(error)
print(hashlib.new('blake2b', b'abc', digest_size=8).hexdigest())
