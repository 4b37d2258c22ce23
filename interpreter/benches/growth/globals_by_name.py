n = 1_000

for i in range(n):
    globals()[f"name{i}"] = i
total = 0
for i in range(n):
    total += globals()[f"name{i}"]
