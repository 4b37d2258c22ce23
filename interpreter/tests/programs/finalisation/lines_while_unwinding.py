# Where a frame stands while what it had at hand dies: an exception is on its way to a handler, or out of the frame.
import sys
import types


class Told:
    def __init__(self, name):
        self.name = name

    def __del__(self):
        print(self.name, "dies at line", sys._getframe(1).f_lineno, "of", sys._getframe(1).f_code.co_name)

    def __iter__(self):
        return self

    def __next__(self):
        return 1

    def __enter__(self):
        return self

    def __exit__(self, *error):
        return False


def closing():
    try:
        yield 1
    finally:
        print("closed at line", sys._getframe(1).f_lineno)


def ignoring():
    try:
        yield 1
    finally:
        yield 2


def in_a_loop():
    try:
        for _ in closing():
            [][0]
    except IndexError:
        print("handled")


def in_an_inner_loop():
    try:
        for _ in Told("outer"):
            for _ in Told("inner"):
                [][0]
    except IndexError:
        print("handled")


def in_a_call():
    try:
        print(Told("argument"), [][0])
    except IndexError:
        print("handled")


def in_a_display():
    try:
        return [
            Told("first"),
            Told("second"),
            {}["missing"],
        ]
    except KeyError:
        print("handled")


def with_a_manager():
    try:
        with Told("manager"):
            for _ in Told("loop"):
                raise ValueError
    except ValueError:
        print("handled")


def in_a_handler():
    try:
        try:
            raise ValueError
        except ValueError:
            for _ in Told("in the handler"):
                raise KeyError
        finally:
            print("finally")
    except KeyError as error:
        print("handled", repr(error.__context__))


def not_handled():
    for _ in Told("not handled"):
        [][0]


def matched_by_none():
    try:
        for _ in Told("for none"):
            [][0]
    except KeyError:
        pass


def of_a_loop_left_early():
    for _ in range(2):
        try:
            for _ in Told("each time"):
                raise ValueError
        except ValueError:
            continue
        finally:
            print("finally")


def ignored_in_a_loop():
    try:
        for _ in ignoring():
            for _ in [1]:
                [][0]
        try:
            pass
        except TypeError:
            pass
    except IndexError:
        print("handled")


def ignored_in_a_generator():
    for item in ignoring():
        yield item


def ignored_in_a_pipeline():
    for item in zip(ignoring(), [1, 2]):
        for _ in map(str, ignoring()):
            yield item


@types.coroutine
def pause():
    yield


async def ignored_in_a_coroutine():
    for _ in ignoring():
        await pause()


async def in_a_coroutine():
    try:
        for _ in Told("in a coroutine"):
            async for _ in missing:
                pass
    except NameError:
        print("handled")


for function in [in_a_loop, in_an_inner_loop, in_a_call, in_a_display, with_a_manager, in_a_handler, of_a_loop_left_early, ignored_in_a_loop]:
    print(function.__name__)
    function()
for function in [not_handled, matched_by_none]:
    print(function.__name__)
    try:
        function()
    except IndexError:
        print("came out")
for function in [ignored_in_a_generator, ignored_in_a_pipeline]:
    print(function.__name__)
    generator = function()
    next(generator)
    generator = None
    generator = function()
    next(generator)
    generator.close()
    generator = function()
    next(generator)
    try:
        generator.throw(KeyError)
    except KeyError:
        print("thrown")
for function in [ignored_in_a_coroutine, in_a_coroutine]:
    print(function.__name__)
    coroutine = function()
    try:
        coroutine.send(None)
    except StopIteration:
        print("ended")
    coroutine = None
