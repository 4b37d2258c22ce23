import math

print(math.pi, math.e, math.inf, math.nan, math.tau)
print(math.sqrt(2), math.floor(-2.5), math.ceil(2.1), math.trunc(-2.7), math.fabs(-3), math.pow(2, 3))
print(math.sin(1), math.cos(1), math.atan2(1, 2), math.hypot(3, 4), math.degrees(math.pi), math.radians(180))
print(math.exp(1), math.log(10), math.log(8, 2), math.log2(1024), math.log10(1000))
print(math.gcd(12, 18), math.lcm(4, 6), math.factorial(10), math.comb(5, 2), math.perm(5, 2), math.isqrt(17))
print(math.isclose(0.1 + 0.2, 0.3), math.isnan(math.nan), math.isinf(math.inf), math.isfinite(1.0), math.copysign(1, -0.0))
print(math.fsum([0.1] * 10), math.prod([1, 2, 3, 4]), math.modf(2.5), math.frexp(8.0), math.ldexp(0.5, 4), math.fmod(7, 3))
for action in (lambda: math.sqrt(-1), lambda: math.log(0), lambda: math.factorial(-1), lambda: math.sqrt("x")):
    try:
        print(action())
    except (ValueError, TypeError) as error:
        print(type(error).__name__, error)
