def listener():
    print("listening")
    while True:
        message = yield
        print("heard", message)


cold = listener()
try:
    cold.send("hello")
except TypeError as error:
    print("TypeError:", error)

warm = listener()
next(warm)
warm.send("hello")
warm.send("again")
