name, n, pi = "Ada", 42, 3.14159
print(f"{name} {n} {pi}")
print(f"{name!r} {name!s} {'é'!a}")
print(f"{n:5}|{n:<5}|{n:>5}|{n:^5}|{n:05}|{n:+}|{n:,}|{n:x}|{n:#x}|{n:b}|{n:e}")
print(f"{pi:.2f}|{pi:8.3f}|{pi:<8.1f}|{pi:+.1f}|{pi:.0f}|{pi:e}|{pi:g}|{pi:%}")
print(f"{name:10}|{name:>10}|{name:*^10}|{name:.2}|{name:>6.1}")
width, digits = 10, 2
print(f"{pi:{width}.{digits}f}|{name:>{width}}|{n:{'0'}{width}}")
print(f"{n=} {n = } {name=!s} {pi=:.1f} {n + 1=}")
print(f"{{literal}} {{{n}}}")
print(f"{'nested ' + f'{n}'} {[x * 2 for x in range(3)]} {(lambda x: x + 1)(n)}")
print(f"{ {'a': 1}['a'] } {n if n else 'none'}")
print(f"a" "b" f"{n}" 'c')
print(f"""multi
line {n}
end""")
