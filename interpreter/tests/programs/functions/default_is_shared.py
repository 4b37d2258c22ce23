def remember(item, seen=[]):
    seen.append(item)
    return seen


print(remember(1))
print(remember(2))
print(remember(3, []))
print(remember(4))

number = 10


def fixed(value=number):
    return value


number = 20
print(fixed(), fixed(number))
print(fixed.__defaults__, remember.__defaults__)
