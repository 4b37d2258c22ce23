def ask(question):
    answer = yield question
    while not answer:
        answer = yield "please, " + question
    return answer


def interview():
    name = yield from ask("your name?")
    print("outer frame learned", name)
    city = yield from ask("your city?")
    print("outer frame learned", city)
    return f"{name} of {city}"


talk = interview()
print(next(talk))
print(talk.send("Ada"))
print(talk.send(""))
try:
    talk.send("London")
except StopIteration as stop:
    print(stop.value)
