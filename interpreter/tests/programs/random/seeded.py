import random

random.seed(42)
print(random.random(), random.randint(1, 6), random.randrange(0, 100, 5), random.choice('abc'))
print(random.choices(['a', 'b'], weights=[1, 9], k=5), random.sample(range(100), 5))
deck = list(range(10))
random.shuffle(deck)
print(deck, random.uniform(1, 2), random.getrandbits(70))
dice = random.Random('a text')
print([dice.randint(1, 6) for _ in range(8)], dice.gauss(0, 1))
state = dice.getstate()
first = dice.random()
dice.setstate(state)
print(first == dice.random())
