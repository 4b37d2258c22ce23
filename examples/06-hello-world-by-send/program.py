def greeter():
    word = yield "Hello"
    print("the generator got", word)
    yield word + "!"


g = greeter()
print(next(g))
print(g.send("World"))
