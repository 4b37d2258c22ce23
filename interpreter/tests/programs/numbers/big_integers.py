n = 2 ** 100
print(n, -n, n + 1, n * n, n // 7, n % 1000007, n - n)
print(n > 10 ** 30, n == 2 ** 100, hash(2 ** 61), n >> 90, n & 0xffff, (1 << 200) | 1)
print(9223372036854775807 + 1, -9223372036854775808 - 1, 9223372036854775807 * 2, -(-9223372036854775808))
print(3 ** 50 % 1000, pow(3, 200, 1000), int("9" * 30) + 1, str(10 ** 25), 10 ** 20 // 10 ** 18, divmod(-10 ** 20, 3))
print(f"{10 ** 20:,}", f"{2 ** 70:x}", f"{10 ** 18:e}", 10 ** 20 / 10 ** 19, float(10 ** 20), int(1e20), (10 ** 40).bit_length())
import math
print(math.factorial(30), math.isqrt(10 ** 30), math.gcd(2 ** 70, 6 ** 30), math.comb(60, 30))
try:
    float(10 ** 400)
except OverflowError as error:
    print(error)
try:
    int("9" * 5000)
except ValueError as error:
    print(error)
