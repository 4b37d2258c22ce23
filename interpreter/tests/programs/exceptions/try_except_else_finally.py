def run(action):
    try:
        print("try")
        action()
    except ZeroDivisionError as error:
        print("except", error)
    except (KeyError, IndexError) as error:
        print("lookup", repr(error))
    else:
        print("else")
    finally:
        print("finally")


run(lambda: None)
run(lambda: 1 / 0)
run(lambda: {}["k"])
run(lambda: [][1])
try:
    run(lambda: int("x"))
except ValueError as error:
    print("outside", error)
