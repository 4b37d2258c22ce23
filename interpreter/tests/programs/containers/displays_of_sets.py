# The order of sets that displays make: of constants, which are merged in at once, of stars, and of both; of sets of several sizes.
print({8, 16, 0, 24, 32}, {8, 16}, {3, 1, 2}, {16, 8, 0, 24, 1.5, 2.5})
print({(1, 2), (2, 1), (0, 0), (3, 4, 5), ()})
for number in {100, 200, 300, -1, -2, 0}:
    print(number, end=" ")
print([number for number in {40, 8, 16, 24, 0, 72}])
x, y = 8, 16
print({x, y, 0, 24, 32}, {x, 16, 0, 24, 32}, {*{40, 8, 16, 24, 0}}, {*[40, 8, 16, 24, 0]}, {*(40, 8, 16, 24, 0)})
grown = {1, 2}
grown |= {n * 8 for n in range(12)}
for n in range(0, 40, 8):
    grown.discard(n)
print(grown, {*grown}, {*grown, 3}, {*grown, *{9, 17}}, {3, *grown}, {*frozenset(grown)})
print({*dict.fromkeys([64, 32, 0, 8])}, {*range(0, 80, 8)}, {*iter([24, 16, 8, 0, 32])})


class Asked(set):
    def __iter__(self):
        print("asked")
        return super().__iter__()


print(sorted({*Asked([1, 2])}), sorted({*Asked([1, 2]), 3}), sorted(set(Asked([1]))))
print({*grown, *grown}, len({*[], *()}), {*b"ab"})
for size in 1, 4, 5, 8, 9, 20, 40:
    made = {n * 16 for n in range(size)}
    print({*made} == made, list({*made})[:5], list({-1, *made})[:5])
