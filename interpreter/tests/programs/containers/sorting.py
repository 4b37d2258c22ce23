words = ["banana", "Apple", "cherry", "apple"]
print(sorted(words), sorted(words, key=str.lower), sorted(words, key=len, reverse=True))
people = [("Ann", 30), ("Bob", 25), ("Cid", 30)]
people.sort(key=lambda person: person[1])
print(people)
people.sort(key=lambda person: (-person[1], person[0]))
print(people)
print(sorted([3, 1, 2]), sorted("hello"), sorted({"b": 1, "a": 2}), sorted([(2, "a"), (1, "b"), (1, "a")]))


class Version:
    def __init__(self, n):
        self.n = n

    def __lt__(self, other):
        print("compare", self.n, other.n)
        return self.n < other.n

    def __repr__(self):
        return f"v{self.n}"


print(sorted([Version(3), Version(1), Version(2)]))
print(max([Version(1), Version(5)]).n if hasattr(Version, "__gt__") else "")
numbers = [5, 3, 8]
print(numbers.sort(), numbers)
try:
    [3, "a"].sort()
except TypeError as error:
    print(error)
