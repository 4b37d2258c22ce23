from contextlib import ExitStack, contextmanager


@contextmanager
def resource(name):
    print("open", name)
    try:
        yield name
    finally:
        print("close", name)


with ExitStack() as stack:
    names = [stack.enter_context(resource(name)) for name in "abc"]
    stack.callback(print, "callback", "with", sep=" ")
    stack.push(lambda *details: print("exit", details[0]))
    print(names)

try:
    with ExitStack() as stack:
        stack.enter_context(resource("x"))
        raise ValueError("in the body")
except ValueError as error:
    print("out", error)

with ExitStack() as stack:
    stack.enter_context(resource("kept"))
    kept = stack.pop_all()
print("still open")
kept.close()
