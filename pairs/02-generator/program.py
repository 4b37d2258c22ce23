def squares(n):
    for i in range(n):
        print("make", i * i)
        yield i * i

for number in squares(3):
    print("use", number)
