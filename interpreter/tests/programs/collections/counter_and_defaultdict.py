from collections import Counter, OrderedDict, defaultdict

c = Counter("mississippi")
print(c, c["s"], c["z"], c.most_common(2), sum(c.values()))
c.update("sss")
c["new"] += 1
print(c["s"], c + Counter("s"), c - Counter(s=100), list(Counter(a=2, b=1).elements()))
d = defaultdict(list)
for word in "apple", "bean", "avocado":
    d[word[0]].append(word)
print(d, dict(d), d.get("z"), "z" in d)
n = defaultdict(int)
for letter in "abca":
    n[letter] += 1
print(n)
o = OrderedDict(a=1, b=2)
o.move_to_end("a")
print(o, list(o), o.popitem(last=False))
