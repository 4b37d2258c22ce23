x = 1
class = 5
