def pause(question):
    answer = yield question
    return answer

def child():
    name = yield from pause("name?")
    return name.upper()

def parent():
    name = yield from child()
    print("hello", name)

task = parent()
print(task.send(None))
try:
    task.send("ada")
except StopIteration:
    print("done")
