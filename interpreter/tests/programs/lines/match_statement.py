def f(value):
    match value:
        case 1:
            return "one"
        case 2 | 3:
            return "two or three"
        case [a, b]:
            return "pair"
        case {"k": v} if v > 1:
            return "big"
        case {"k": v}:
            result = "small"
        case str():
            result = "text"
        case (
            None
        ):
            result = "none"
        case _:
            result = "other"
    return result


for value in (
    1, 3, [1, 2], {"k": 2}, {"k": 0}, "x", None, 9.5,
):
    print(f(value))
match 5:
    case int(n):
        print(n)
match "a":
    case "b": print("never")
match [1, 2, 3]:
    case [first, *rest]:
        pass
match 1:
    case x if x > 5:
        print("never")
    case y:
        print("y", y)
