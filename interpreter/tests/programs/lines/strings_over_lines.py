x = 5
a = f"{x}"
b = f"""
{x}
{
    x + 1
}
"""
c = (
    f"{x}"
    "plain"
    f"{x!r:>5}"
)
d = """first
second
third"""
e = "joined" \
    "over lines"
print(a, b, c, d, e)
print(f"{x}"
      f"{x + 1}")
print("""a
b""", x)
