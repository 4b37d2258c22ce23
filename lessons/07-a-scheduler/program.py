from collections import deque

def countdown(name, n):
    while n:
        print(name, n)
        yield
        n -= 1

ready = deque([countdown("a", 2), countdown("b", 1)])
while ready:
    task = ready.popleft()
    try:
        next(task)
        ready.append(task)
    except StopIteration:
        print("done")
