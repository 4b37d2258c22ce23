def returns():
    try:
        return 1
    finally:
        print("finally")


def returns_in_except():
    try:
        1 / 0
    except ZeroDivisionError:
        return "except"
    finally:
        print("finally")


def returns_in_else():
    try:
        pass
    except ValueError:
        pass
    else:
        return "else"
    finally:
        print("finally")


def return_in_finally():
    try:
        return 1
    finally:
        return 2


def loop():
    for i in range(4):
        try:
            if i == 0:
                continue
            if i == 2:
                break
        except ValueError:
            pass
        finally:
            print("turn", i)
    while True:
        try:
            break
        finally:
            print("leaving")
    return i


def nested():
    try:
        try:
            return "inner"
        finally:
            print("first")
    finally:
        print("second")


print(returns(), returns_in_except(), returns_in_else(), return_in_finally(), loop(), nested())
