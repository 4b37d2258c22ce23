a, b, c = 3, 4, 5
print(a + b * c ** 2 // 3 % 7 - -a, (a + b) * c, a ** b ** 0, -a ** 2, ~a + 1, not a == b, a & b | c ^ a)
print(a < b <= c != a, a if a > b else b if b > c else c, a or b and c, (a, b)[a < b], [a, b, c][-1] + 1)
print(1 + 2 - 3 * 4 / 5, 10 - 5 - 2, 2 ** 3 ** 2, 100 // 7 // 2, 7 % 4 % 2, 1 << 2 + 1, 6 & 3 == 3)
print(abs(min(a, -b)) + max(a, b), "ab" * 2 + "c", [0] * 3 + [1], (1,) + (2,) * 2)
