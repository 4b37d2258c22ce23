# Integers so long that their arithmetic is done in pieces.
import math


def told(number):
    """A few digits, where all of them would be too many."""
    return number.bit_length(), number % (2**61 - 1), f'{number:x}'[:12], f'{number:x}'[-12:]


def made(bits, seed):
    number = seed | 1
    while number.bit_length() < bits:
        number = number * number + seed
    return number >> number.bit_length() - bits


sizes = [64, 1000, 65_535, 65_536, 65_537, 140_000, 300_001]
numbers = [made(bits, 12345 + bits) for bits in sizes] + [(1 << 131_072) - 1, 1 << 131_072, -made(70_000, 7)]
for a in numbers:
    print(told(a), told(-a), told(~a))
    for b in numbers:
        print(told(a * b), *map(told, divmod(a, b)), *map(told, divmod(a, -b)))
        try:
            print(a / b)
        except OverflowError as error:
            print(error)

print(told(3**200_000), told((-7) ** 50_001), told(made(3000, 5) ** 40), (-1) ** 10**30, 2**100_000 == 1 << 100_000)
for modulus in [made(2000, 9), -made(2001, 9), 10**400, 1, -1, 7, 1 << 3000]:
    print(told(pow(made(3000, 3), made(500, 4), modulus)), told(pow(-made(3000, 3), made(501, 4), modulus)))
    try:
        inverse = pow(made(900, 11), -3, modulus)
        print(told(inverse), inverse * made(900, 11) ** 3 % modulus == 1 % modulus)
    except ValueError as error:
        print(error)
print(told(math.gcd(made(20_000, 3) * 30, made(30_000, 3) * 42)), math.gcd(0, -made(9000, 3)) == made(9000, 3), math.gcd(), math.gcd(0, 0))
print(told(math.lcm(made(2_000, 3) * 30, -made(3_000, 4) * 42)), math.lcm(0, 5), math.lcm(), math.lcm(-4, 6))
for number in [*numbers[:-1], made(1001, 8) ** 2, made(40_000, 8) ** 2 - 1, made(40_000, 8) ** 2, 0, 1, 2, 3, 4, 15, 16, 17, 2**64 - 1]:
    root = math.isqrt(number)
    print(told(root), root**2 <= number < (root + 1) ** 2)
print(told(math.factorial(20_000)), told(math.comb(30_000, 11_000)), told(math.perm(10**40, 300)), math.comb(52, 5))

for number in [*numbers, 0, 1, -1, 1 << 393_216, (1 << 393_216) - 1, 1 << 393_215]:
    for text, base in [(hex(number), 16), (oct(number), 8), (bin(number), 2), (f'{number:#x}', 0), ('%#o' % number, 0)]:
        assert int(text, base) == number
        print(len(text), text[:9], text[-9:], end=' ')
    print()
for number in [*numbers, 0, 1, -1, 127, 128, -128, -129, 255, 256, -256]:
    for signed in (False, True):
        for order in ('big', 'little'):
            for length in [(number.bit_length() + 7) // 8 + extra for extra in (-1, 0, 1, 5)]:
                try:
                    data = number.to_bytes(length, order, signed=signed)
                except (OverflowError, ValueError) as error:
                    print(type(error).__name__, error)
                else:
                    assert int.from_bytes(data, order, signed=signed) == number or not data
                    print(len(data), data[:5], data[-5:])
    print(told(int.from_bytes(number.to_bytes(50_000, 'big', signed=True), 'big')))

long = made(100_000, 77)
for numbers in [range(long), range(-long, long, made(50_000, 5)), range(long, -long, -made(90_000, 5)), range(long, long + 5), range(5, long, 2**70)]:
    print(told(numbers.stop), told(numbers[-1]), told(numbers[0]), told(numbers[1:-1][-1]), told(next(reversed(numbers))))
    print(numbers[2] in numbers, numbers[2] + 1 in numbers, numbers.index(numbers[2]), numbers.count(3), numbers[::-1][2] == numbers[-3])
    print([told(number) for number, _ in zip(numbers, 'abc')])
    try:
        print(len(numbers))
    except OverflowError as error:
        print(error)
for places in (-1, -19, -20, -4000, -30_000, -31_000):
    print(told(round(long, places)), told(round(-long, places)))
for text in ['1' * 5000, 'x' * 300, "'" * 300, '12 3', '٣' * 30, '0x' + 'f' * 100_000 + 'g']:
    for base in (10, 16, 36, 0):
        try:
            print(told(int(text, base)))
        except ValueError as error:
            print(error)
