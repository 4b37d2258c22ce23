def connection():
    print("open")
    try:
        while True:
            yield "data"
    except GeneratorExit:
        print("asked to leave")
        raise
    finally:
        print("cleaned up")


c = connection()
print(next(c))
c.close()
print("closed by hand")

d = connection()
print(next(d))
del d
print("closed by itself")
