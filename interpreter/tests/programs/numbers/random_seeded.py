import random

random.seed(42)
print(random.random(), random.random())
print(random.randint(1, 6), random.randrange(10), random.randrange(0, 100, 5))
print(random.choice("abcdef"), random.choices([1, 2, 3], k=4), random.sample(range(20), 5))
items = list(range(6))
random.shuffle(items)
print(items)
print(random.uniform(1, 2), random.getrandbits(16))
own = random.Random(7)
print(own.random(), own.randint(1, 100))
random.seed("text")
print(random.random())
