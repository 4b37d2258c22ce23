data = {"users": [{"name": "Ann", "tags": {"x"}}, {"name": "Bob", "tags": set()}], "count": 2}
print(data["users"][0]["name"], [u["name"] for u in data["users"]], data)
data["users"][1]["tags"].add("y")
data["users"].append({"name": "Cid", "tags": {"z"}})
for user in data["users"]:
    print(user["name"], sorted(user["tags"]))
grid = [[r * 3 + c for c in range(3)] for r in range(3)]
print([row[::-1] for row in grid], [list(col) for col in zip(*grid)], sum(map(sum, grid)))
a = [1]
b = [a, a]
a.append(2)
print(b, b[0] is b[1], [x[:] for x in b])
loop = {}
loop["me"] = [loop]
print(loop)
