async def forgotten():
    print("never printed")


forgotten()
print("after the first")
c = forgotten()
c = None
print("after the second")


async def main():
    forgotten()
    print("main goes on")


try:
    main().send(None)
except StopIteration:
    print("end")
