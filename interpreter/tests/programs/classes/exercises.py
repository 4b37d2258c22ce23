"""Bank, inventory, parking lot, tic tac toe: class exercises of courses."""
from dataclasses import dataclass, field
from collections import defaultdict, Counter
import itertools, random
class InsufficientFunds(ValueError):
    pass
class Account:
    interest = 0.02
    _ids = itertools.count(1001)
    def __init__(self, owner, balance=0): self.id, self.owner, self.__balance, self.history = next(self._ids), owner, balance, []
    @property
    def balance(self): return self.__balance
    def deposit(self, amount):
        if amount <= 0: raise ValueError("Deposit must be positive")
        self.__balance += amount; self.history.append(("+", amount)); return self
    def withdraw(self, amount):
        if amount > self.__balance: raise InsufficientFunds(f"{self.owner} has {self.__balance}, wanted {amount}")
        self.__balance -= amount; self.history.append(("-", amount)); return self
    def __str__(self): return f"{self.owner:<10}{self.balance:>10,.2f}"
    @classmethod
    def from_string(cls, s): name, amount = s.split(":"); return cls(name, float(amount))
    @staticmethod
    def valid(n): return isinstance(n, (int, float)) and n > 0
class Savings(Account):
    def add_interest(self): return self.deposit(self.balance * self.interest)
    def __repr__(self): return f"<{type(self).__name__} {self.id}>"
a = Account.from_string("Ann:100"); s = Savings("Bob", 1000)
print(a, s.add_interest(), s, sep="\n"); print(s.history, a.deposit(50).withdraw(30).balance, Account.valid(-1), isinstance(s, Account), a._Account__balance)
for f in (lambda: a.withdraw(1e6), lambda: a.deposit(-1), lambda: setattr(a, "balance", 5), lambda: a.__balance, lambda: Account()):
    try: f()
    except Exception as e: print(type(e).__name__, "-", e)
@dataclass
class Item:
    name: str; price: float; qty: int = 0; tags: set[str] = field(default_factory=set, compare=False)
    @property
    def total(self) -> float: return self.price * self.qty
inv = {i.name: i for i in [Item("pen", 1.25, 10, {"office"}), Item("book", 12.5, 3), Item("lamp", 30)]}
print(*inv.values(), sep="\n"); print(f"{sum(i.total for i in inv.values()):>8.2f}|{max(inv.values(), key=lambda i: i.total).name}", Item("a", 1) == Item("a", 1, tags={"x"}), sorted(inv, key=lambda n: -inv[n].qty))
def winner(b):
    for i, j, k in [(0, 1, 2), (3, 4, 5), (6, 7, 8), (0, 3, 6), (1, 4, 7), (2, 5, 8), (0, 4, 8), (2, 4, 6)]:
        if b[i] == b[j] == b[k] != " ": return b[i]
def best(b, p, me="X"):
    if (w := winner(b)): return (1 if w == me else -1), None
    if " " not in b: return 0, None
    scores = [(best(b[:i] + [p] + b[i + 1:], "O" if p == "X" else "X")[0], i) for i in range(9) if b[i] == " "]
    return max(scores, key=lambda s: (s[0], -s[1])) if p == me else min(scores)
board = list("XO  X   O"); turn = "X"
while not winner(board) and " " in board:
    _, m = best(board, turn); board[m] = turn; turn = "O" if turn == "X" else "X"
for r in range(0, 9, 3): print(" | ".join(board[r:r + 3]))
print("winner:", winner(board))
random.seed(2024); rolls = Counter(sum(random.choices(range(1, 7), k=2)) for _ in range(1000)); print(sorted(rolls.items()), rolls.most_common(1), f"{rolls[7] / rolls.total():.1%}")
for n, c in sorted(rolls.items()): print(f"{n:>2} {'#' * (c // 10)}")
words = "the quick the lazy the dog quick".split(); idx = defaultdict(list); [idx[w].append(i) for i, w in enumerate(words)]; print(dict(idx), Counter(map(len, words)), {w: words.count(w) for w in sorted(set(words))})
print([*map(lambda n: "Fizz" * (n % 3 == 0) + "Buzz" * (n % 5 == 0) or n, range(1, 16))], "racecar"[::-1] == "racecar", " ".join(w[::-1] for w in "abc def".split()), sum(map(int, str(2 ** 100))), [n for n in range(2, 30) if all(n % d for d in range(2, int(n ** .5) + 1))])
Savings("x").withdraw(5)
