def squares(n):
    made = []
    for i in range(n):
        print("make", i * i)
        made.append(i * i)
    return made

for number in squares(3):
    print("use", number)
