"""UUIDs from their parts, and the parts of UUIDs."""

import copy
import uuid

one = uuid.UUID('12345678-1234-5678-1234-567812345678')
for name in (
    'hex bytes bytes_le fields int version variant urn node time time_low time_mid time_hi_version clock_seq clock_seq_hi_variant '
    'clock_seq_low is_safe'
).split():
    print(name, getattr(one, name))
print(one, repr(one), hash(one) == hash(one.int), one == uuid.UUID(int=one.int), one < uuid.UUID(int=2 ** 127), one != 3, int(one))
for parts in [
    {}, {'hex': 'zz'}, {'hex': 'g' * 32}, {'bytes': b'a'}, {'bytes_le': b'x'}, {'fields': (1, 2)}, {'fields': (1 << 32, 1, 1, 1, 1, 1)},
    {'fields': (1, 1 << 16, 1, 1, 1, 1)}, {'fields': (1, 1, 1 << 16, 1, 1, 1)}, {'fields': (1, 1, 1, 256, 1, 1)}, {'fields': (1, 1, 1, 1, 256, 1)},
    {'fields': (1, 1, 1, 1, 1, 1 << 48)}, {'int': -1}, {'int': 1 << 128}, {'int': 1, 'version': 6}, {'int': 1, 'version': 4},
    {'hex': '{12345678123456781234567812345678}'}, {'hex': 'urn:uuid:12345678-1234-5678-1234-567812345678'}, {'bytes': bytes(range(16))},
    {'bytes_le': bytes(range(16))}, {'fields': (1, 2, 3, 4, 5, 6)}, {'int': 2 ** 128 - 1}, {'int': 0xc000 << 48}, {'int': 3, 'hex': 'a'},
]:
    try:
        made = uuid.UUID(**parts)
    except (TypeError, ValueError) as error:
        print(type(error).__name__, error)
    else:
        print(made, made.version, made.variant)
try:
    one.int = 3
except TypeError as error:
    print(error)
try:
    print(one < 3)
except TypeError as error:
    print(error)
print(sorted([uuid.UUID(int=3), uuid.UUID(int=1)]), copy.copy(one) == one, copy.deepcopy(one) == one, {one: 1}[uuid.UUID(one.hex)])
random_ones = {uuid.uuid4() for _ in range(100)}
print(len(random_ones), {made.version for made in random_ones}, {made.variant for made in random_ones}, {len(str(made)) for made in random_ones})
print(uuid.NAMESPACE_DNS, uuid.NAMESPACE_URL, uuid.NAMESPACE_OID, uuid.NAMESPACE_X500, uuid.SafeUUID.unknown)
first, second = uuid.uuid1(), uuid.uuid1()
print(first.version, first.node == uuid.getnode(), first.time < second.time, uuid.uuid1(5, 7).node, uuid.uuid1(5, 7).clock_seq)
