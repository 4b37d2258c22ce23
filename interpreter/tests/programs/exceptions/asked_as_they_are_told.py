"""What is asked of exceptions as the interpreter tells of them: notes and place, nothing of what it keeps itself."""


import sys


class Answering(Exception):
    def __getattr__(self, name):
        print("getattr", name)
        raise AttributeError(name)

    def __str__(self):
        print("str")
        return "answering"


class Intercepting(Exception):
    def __getattribute__(self, name):
        print("getattribute", name)
        return super().__getattribute__(name)


class Generous(Exception):
    def __getattr__(self, name):
        print("generous", name)
        return "anything"


class Nameless(AttributeError):
    def __getattribute__(self, name):
        print("nameless", name)
        return super().__getattribute__(name)


try:
    try:
        try:
            raise Answering(1)
        except Answering as error:
            raise Intercepting(2) from error
    except Intercepting:
        raise Generous(3)
except Generous as error:
    cause = error
try:
    raise Nameless(4) from cause
except Nameless as error:
    last = error
sys.__excepthook__(Nameless, last, None)
