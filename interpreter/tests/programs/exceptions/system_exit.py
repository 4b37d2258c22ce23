import sys

try:
    sys.exit(5)
except SystemExit as exit:
    print("caught", exit.code)


def leave():
    try:
        sys.exit(3)
    finally:
        print("finally runs")


leave()
print("never printed")
