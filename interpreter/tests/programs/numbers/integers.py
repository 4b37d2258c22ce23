print(7 // 2, -7 // 2, 7 % 3, -7 % 3, 7 % -3, 7 / 2, 6 / 2, 2 ** 10, 2 ** -1, (-2) ** 3, -2 ** 2)
print(0xff, 0o17, 0b101, 1_000_000, int("0x1f", 16), int("101", 2), int(" 42 "), int("-7"), int(3.99), int(True))
print(5 & 3, 5 | 3, 5 ^ 3, ~5, 1 << 10, 1024 >> 3, -5 >> 1)
print(divmod(7, -2), abs(-5), pow(7, -1, 11), (10).bit_length(), (5).bit_count(), int.from_bytes(b"\x01\x00", "big"), (258).to_bytes(2, "big"))
print(True + True, True * 3, -True, 3 == 3.0, 1 < 2 < 3, 1 < 3 < 2, 10 == 10 != 9, not 0)
print(round(1234, -2), round(-15, -1), round(25, -1), (3).__add__(4), (5).real, (5).is_integer() if hasattr(5, "is_integer") else "no is_integer")
x = 5
x += 2; x -= 1; x *= 3; x //= 2; x **= 2; x %= 50; x <<= 1; x |= 1; x &= 0xff; x ^= 3; x >>= 1
print(x)
