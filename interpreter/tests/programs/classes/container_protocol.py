class Deck:
    def __init__(self, cards):
        self.cards = list(cards)

    def __len__(self):
        return len(self.cards)

    def __getitem__(self, index):
        print("getting", index)
        return self.cards[index]

    def __setitem__(self, index, card):
        self.cards[index] = card

    def __delitem__(self, index):
        del self.cards[index]

    def __contains__(self, card):
        return card in self.cards


deck = Deck("abc")
print(len(deck), deck[0], deck[-1], deck[1:])
deck[0] = "z"
del deck[1]
print("z" in deck, "b" in deck, bool(Deck("")))
for card in deck:
    print(card)
print(list(reversed(deck)))
