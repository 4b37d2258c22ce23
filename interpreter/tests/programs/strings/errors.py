def attempt(action):
    try:
        print(action())
    except Exception as error:
        print(type(error).__name__ + ":", error)


attempt(lambda: "a" + None)
attempt(lambda: "a" * 1.5)
attempt(lambda: "abc".join([1]))
attempt(lambda: ",".join(5))
text = "abc"
attempt(lambda: text["x"])
attempt(lambda: "abc".nothing)
attempt(lambda: "abc".replace("a"))
attempt(lambda: "abc".split(""))
attempt(lambda: ord("ab"))
attempt(lambda: "a" < 1)
attempt(lambda: 5 in "abc")
attempt(lambda: "abc".center("x"))
attempt(lambda: int("", 10))
attempt(lambda: "abc".index("x"))
attempt(lambda: "ab".__len__())
attempt(lambda: "{:d}".format("x"))
