n = 1_000

text = ""
for _ in range(n):
    text += "ab"
